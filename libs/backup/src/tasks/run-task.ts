import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { openStorage } from '@taizhang/files/storage';
import { announceRestore, lockFolder, StartupError, writeChainNote } from '@taizhang/platform';
import type { Manifest } from '../manifest.type.ts';
import { checkArchive } from '../read-archive.ts';
import { restoreBackup } from '../restore-backup.ts';
import { takeBackup } from '../take-backup.ts';
import type { LedgerPlace } from './ledger-place.type.ts';
import { openLedger, openStopped } from './open-ledger.ts';
import { embeddedTarget, serverTarget, type LedgerTarget } from './open-target.ts';
import { HELP, type Task } from './options.ts';

interface Means {
  signal: AbortSignal;
  /** Takes a line for whoever waits. */
  say: (line: string) => void;
  onProgress: (done: number, total: number) => void;
}

/** Does what the command line asks. @throws StartupError with one line to show. */
export async function runTask(task: Task, place: LedgerPlace, means: Means) {
  switch (task.name) {
    case 'help':
      return means.say(HELP[task.of]);
    case 'backup':
      return backUp(task, place, means);
    case 'check': {
      const manifest = await checkArchive(resolve(task.file), place.passphrase);
      return means.say(`完好 / whole: ${describe(manifest)}`);
    }
    case 'restore':
      return restore(resolve(task.file), place, means);
    case 'announce':
      return announce(place, means);
    case 'move':
      return move(task.url, place, means);
  }
}

async function backUp(
  { file, withFiles, withSecrets }: Extract<Task, { name: 'backup' }>,
  place: LedgerPlace,
  { say, ...means }: Means,
) {
  const { passphrase, dataDir } = place;
  if (withSecrets && !passphrase)
    throw new StartupError(
      'CONFIGURATION',
      '备份含密钥时须加密，请设置环境变量 BACKUP_PASSPHRASE。',
      'A backup with secrets is encrypted: set the environment variable BACKUP_PASSPHRASE.',
    );
  const path = resolve(file);
  if (existsSync(path))
    throw new StartupError(
      'BACKUP_EXISTS',
      `${path} 已存在，未作改动；请换一个文件名。`,
      `${path} is there already and was left as it is: name another file.`,
    );
  const ledger = await openLedger(place);
  const files = withFiles ? await openStorage(place, { isOwner: false }) : null;
  try {
    const summary = await takeBackup(
      {
        pool: ledger.pool,
        storage: files?.storage ?? null,
        secretsOf: withSecrets ? dataDir : null,
      },
      path,
      { passphrase, now: () => new Date(), ...means },
    );
    say(
      `已备份 / backed up: ${path} · ${describe(summary.manifest)} · ${summary.files} 个文件 files`,
    );
    if (summary.missingFiles.length > 0)
      say(
        `台账中有 ${summary.missingFiles.length} 个文件在存储中找不到 / ${summary.missingFiles.length} files that the ledger names are missing from the storage: ${summary.missingFiles.join(', ')}`,
      );
  } finally {
    files?.storage.close();
    await ledger.close();
  }
}

async function restore(file: string, place: LedgerPlace, { say, ...means }: Means) {
  const { databaseUrl, dataDir } = place;
  const lock = lockFolder(dataDir);
  try {
    const target = databaseUrl ? serverTarget(databaseUrl) : embeddedTarget(dataDir);
    const manifest = await load(file, target, place, means);
    if (manifest.chain) writeChainNote(dataDir, { ...manifest.chain, isRestored: true });
    say(`已还原 / restored: ${describe(manifest)}`);
  } finally {
    lock.release();
  }
}

function announce({ dataDir }: LedgerPlace, { say }: Means) {
  const lock = lockFolder(dataDir);
  try {
    if (!announceRestore(dataDir))
      throw new StartupError(
        'NOTHING_NOTED',
        `${dataDir} 还没有运行过的台账，无须声明。`,
        `No hub has run over ${dataDir} yet: there is nothing to announce.`,
      );
  } finally {
    lock.release();
  }
  say('已声明 / announced');
}

async function move(url: string, place: LedgerPlace, { say, ...means }: Means) {
  const { dataDir } = place;
  const ledger = await openStopped(dataDir);
  const archive = join(dataDir, 'move.tar.gz');
  const moved = `database.moved-${new Date().toISOString().slice(0, 10)}`;
  try {
    const { pool } = ledger;
    await takeBackup({ pool, storage: null, secretsOf: null }, archive, {
      passphrase: null,
      now: () => new Date(),
      ...means,
    });
    const plain = { ...place, passphrase: null };
    const manifest = await load(archive, serverTarget(url), plain, means);
    say(`已移至 PostgreSQL / moved to PostgreSQL: ${describe(manifest)}`);
  } finally {
    await rm(archive, { force: true });
    await ledger.close();
  }
  // The ledger lives on elsewhere: a start without the address must not go on with this one.
  await rename(join(dataDir, 'database'), join(dataDir, moved));
  say(
    `原数据库留作 ${moved}；今后请以 DATABASE_URL 启动 / the former database is kept as ${moved}; from now on start with DATABASE_URL`,
  );
}

async function load(
  file: string,
  target: LedgerTarget,
  { passphrase, migrations, ...place }: LedgerPlace,
  means: Omit<Means, 'say'>,
): Promise<Manifest> {
  const { storage } = await openStorage(place);
  try {
    const manifest = await restoreBackup(
      file,
      {
        openPool: target.open,
        migrations,
        storage,
        dataDir: place.dataDir,
      },
      { passphrase, ...means },
    );
    await target.finish();
    return manifest;
  } catch (error) {
    await target.discard();
    throw error;
  } finally {
    storage.close();
  }
}

function describe({ madeAt, tables, chain }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, count) => sum + count, 0);
  return `${madeAt} · ${rows} 行 rows · 事件链 chain ${chain?.position ?? 0}`;
}
