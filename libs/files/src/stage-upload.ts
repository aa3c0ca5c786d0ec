import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { tooLarge } from './refuse-upload.ts';
import { onStorage } from './storage-failure.ts';

/** A file that was read to its end and lies in a temporary place. */
export interface StagedFile {
  path: string;
  sha256: string;
  byteSize: number;
  /** Removes it from the temporary place; one that was moved on is no error. */
  discard: () => Promise<void>;
}

/** Where uploads lie until they are known to be good. */
export class Staging {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Removes what a killed hub left behind. Only at the start: nothing may be on its way. */
  async sweep(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /**
   * Streams an upload in, counting and hashing; one that breaks off or is too long leaves nothing behind.
   *
   * @throws UploadRefused past `limit` bytes, StorageUnavailable when it cannot be written.
   */
  async receive(source: IncomingMessage, limit: number): Promise<StagedFile> {
    const path = join(this.#folder, randomUUID());
    const file = await onStorage(() => open(path, 'wx', 0o600));
    const discard = () => rm(path, { force: true });
    const hash = createHash('sha256');
    let byteSize = 0;
    try {
      // The connection outlives a refusal: the answer still has to go out on it.
      for await (const chunk of source.iterator({ destroyOnReturn: false })) {
        const bytes = chunk as Buffer;
        byteSize += bytes.length;
        if (byteSize > limit) throw tooLarge(limit);
        hash.update(bytes);
        await onStorage(() => file.appendFile(bytes));
      }
      // Once acknowledged, it must be there after a power cut too.
      await onStorage(() => file.sync());
      await file.close();
    } catch (error) {
      await file.close().catch(() => undefined);
      await discard();
      throw error;
    }
    return { path, sha256: hash.digest('hex'), byteSize, discard };
  }
}
