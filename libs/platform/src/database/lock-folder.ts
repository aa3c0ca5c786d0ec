import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../errors/startup-error.ts';

/** What the process that holds a data folder says of itself, in `hub.lock` inside it. */
export interface FolderHolder {
  pid: number;
  /** Where its GraphQL endpoint listens; absent until it does. */
  url?: string;
}

const lockFile = (folder: string) => join(folder, 'hub.lock');

/** The live process that holds a data folder, or null. A lock left by a dead process does not count. */
export function readFolderHolder(folder: string): FolderHolder | null {
  try {
    const holder = JSON.parse(readFileSync(lockFile(folder), 'utf8')) as FolderHolder;
    return isAlive(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

/**
 * Takes the lock of a data folder. PGlite has none of its own: a second process on one folder
 * loses rows without a word.
 *
 * @returns `announce` records the URL for tools on this machine, `release` gives the lock back.
 * @throws StartupError DATA_DIR_LOCKED when another process holds it, DATA_DIR_UNUSABLE when the
 *   folder cannot be written.
 */
export function lockFolder(folder: string) {
  makeFolder(folder);
  const held = readFolderHolder(folder);
  if (held && held.pid !== process.pid) throw lockedBy(folder, held);
  rmSync(lockFile(folder), { force: true });
  write({ pid: process.pid });

  function write(holder: FolderHolder) {
    const fd = openLock(folder);
    writeSync(fd, JSON.stringify(holder));
    closeSync(fd);
  }
  return {
    announce: (url: string) => {
      // Written beside and renamed: whoever looks meanwhile never reads half a lock.
      const unfinished = `${lockFile(folder)}.unfinished`;
      writeFileSync(unfinished, JSON.stringify({ pid: process.pid, url }), { mode: 0o600 });
      renameSync(unfinished, lockFile(folder));
    },
    release: () => rmSync(lockFile(folder), { force: true }),
  };
}

function openLock(folder: string): number {
  try {
    return openSync(lockFile(folder), 'wx', 0o600);
  } catch (error) {
    const held = readFolderHolder(folder);
    throw held ? lockedBy(folder, held) : unusable(folder, error);
  }
}

function makeFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw unusable(folder, error);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const lockedBy = (folder: string, { pid, url }: FolderHolder) =>
  new StartupError(
    'DATA_DIR_LOCKED',
    `数据目录 ${folder} 正被进程 ${pid} 使用${url ? `（${url}）` : ''}，请先停止它，或用 DATA_DIR 指定另一目录。`,
    `The data folder ${folder} is in use by process ${pid}${url ? ` (${url})` : ''}: stop it, or name another folder with DATA_DIR.`,
  );

const unusable = (folder: string, cause: unknown) =>
  new StartupError(
    'DATA_DIR_UNUSABLE',
    `无法写入数据目录 ${folder}（${(cause as Error).message}），请检查权限或用 DATA_DIR 指定另一目录。`,
    `The data folder ${folder} cannot be written (${(cause as Error).message}): check its permissions, or name another with DATA_DIR.`,
  );
