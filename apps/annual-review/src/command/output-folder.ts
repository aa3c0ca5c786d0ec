import { constants } from 'node:fs';
import { access, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ReviewError } from '../review-error.ts';

/**
 * Files that appear together or not at all: each is written under a temporary name and gets its own when all are
 * there. Nothing, not even the folder, exists before the first file.
 */
export interface OutputFolder {
  add(name: string, content: Uint8Array): Promise<void>;
  /** Gives the files their names, and returns their paths. */
  commit(): Promise<string[]>;
  /** Removes what has not been committed, and the folder if it was made for it. */
  discard(): Promise<void>;
}

/** @throws ReviewError when the folder cannot be written; found out before the work, not after it. */
export async function openOutputFolder(folder: string): Promise<OutputFolder> {
  await checkWritable(folder);
  let made = false;
  const pending: { readonly temporary: string; readonly path: string }[] = [];
  return {
    async add(name, content) {
      const temporary = join(folder, `.${name}.${process.pid}.tmp`);
      pending.push({ temporary, path: join(folder, name) });
      try {
        made = (await mkdir(folder, { recursive: true })) !== undefined || made;
        await writeFile(temporary, content);
      } catch (cause) {
        throw unwritable(folder, cause);
      }
    },
    async commit() {
      const paths: string[] = [];
      for (let file = pending.shift(); file; file = pending.shift()) {
        await rename(file.temporary, file.path).catch((cause: unknown) => {
          throw unwritable(folder, cause);
        });
        paths.push(file.path);
      }
      return paths;
    },
    async discard() {
      await Promise.all(pending.map(({ temporary }) => rm(temporary, { force: true })));
      // Only an empty folder goes; one with files in it says so by failing.
      if (made) await rmdir(folder).catch(() => {});
    },
  };
}

/** The folder, or the nearest one above it that exists, must be a folder that may be written. */
async function checkWritable(folder: string): Promise<void> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(at).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw unwritable(folder, error);
    });
    if (!found && dirname(at) !== at) continue;
    if (!found?.isDirectory()) throw unwritable(folder, new Error('not a folder'));
    await access(at, constants.W_OK).catch((error: unknown) => {
      throw unwritable(folder, error);
    });
    return;
  }
}

const unwritable = (folder: string, cause: unknown) =>
  new ReviewError(`无法写入输出目录 ${folder}`, `the output folder ${folder} cannot be written`, {
    cause,
  });
