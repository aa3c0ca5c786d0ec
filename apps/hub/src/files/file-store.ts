import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that was read to its end. */
export interface ReceivedFile {
  sha256: string;
  byteSize: number;
  /** Its first bytes, from which its type is told. */
  head: Uint8Array;
}

/** Looks at a file before it is kept; what it throws keeps the file out. */
export type Inspect<Result> = (file: ReceivedFile) => Promise<Result>;

const HEAD_BYTES = 64 * 1024;

/** Thrown when a file goes on past the limit; nothing of it is kept. */
export class FileTooLarge extends Error {}

/** Keeps files in a folder, each under the SHA-256 of its content: the same bytes are kept once. */
export class FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /**
   * Streams a file in; a broken, too long or refused one leaves nothing behind.
   *
   * @returns what `inspect` says of it.
   * @throws FileTooLarge past `limit` bytes, and what `inspect` throws.
   */
  async receive<Result>(
    source: Readable,
    limit: number,
    inspect: Inspect<Result>,
  ): Promise<Result> {
    await mkdir(this.#folder, { recursive: true });
    const temporary = join(this.#folder, `.${randomUUID()}`);
    const hash = createHash('sha256');
    const head: Buffer[] = [];
    let byteSize = 0;
    try {
      await pipeline(
        source,
        async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            if (byteSize < HEAD_BYTES) head.push(chunk.subarray(0, HEAD_BYTES - byteSize));
            byteSize += chunk.length;
            if (byteSize > limit) throw new FileTooLarge();
            hash.update(chunk);
            yield chunk;
          }
        },
        createWriteStream(temporary, { mode: 0o600 }),
      );
      const sha256 = hash.digest('hex');
      const result = await inspect({ sha256, byteSize, head: Buffer.concat(head) });
      await mkdir(dirname(this.#pathOf(sha256)), { recursive: true });
      await rename(temporary, this.#pathOf(sha256));
      return result;
    } finally {
      await rm(temporary, { force: true });
    }
  }

  /** Keeps bytes that are at hand. */
  async keep(sha256: string, bytes: Uint8Array): Promise<void> {
    await mkdir(dirname(this.#pathOf(sha256)), { recursive: true });
    await writeFile(this.#pathOf(sha256), bytes, { mode: 0o600 });
  }

  /** A stored file's content, or null when it is gone. */
  async open(sha256: string): Promise<{ stream: Readable; byteSize: number } | null> {
    const path = this.#pathOf(sha256);
    const found = await stat(path).catch(() => null);
    return found ? { stream: createReadStream(path), byteSize: found.size } : null;
  }
}
