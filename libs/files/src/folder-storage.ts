import { randomUUID } from 'node:crypto';
import { createReadStream, constants } from 'node:fs';
import { access, mkdir, open, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStorage } from './file-storage.ts';
import { onStorage } from './storage-failure.ts';

/** Keeps files in a folder of the local disk; `staging` lies on the same disk. */
export function folderStorage(folder: string, staging: string): FileStorage {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);

  const put = (sha256: string, path: string) =>
    onStorage(async () => {
      await mkdir(dirname(pathOf(sha256)), { recursive: true });
      // Replaces in one step what is there already: nobody ever sees half a file.
      await rename(path, pathOf(sha256));
    });

  return {
    put,
    async keep(sha256, bytes) {
      const temporary = join(staging, randomUUID());
      await onStorage(() => writeFile(temporary, bytes, { mode: 0o600, flush: true }));
      await put(sha256, temporary);
    },
    open: (sha256, range) =>
      onStorage(async () => {
        const file = await open(pathOf(sha256)).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return null;
          throw error;
        });
        return file && createReadStream('', { fd: file, ...range });
      }),
    check: () => onStorage(() => access(staging, constants.R_OK | constants.W_OK)),
    close: () => undefined,
  };
}
