import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import type { ArchivePart } from './archive-part.type.ts';
import { encrypt } from './encryption.ts';
import { CHECKSUMS } from './manifest.type.ts';

interface Means {
  passphrase: string | null;
  signal: AbortSignal;
}

/**
 * Writes parts into a compressed archive, encrypted where there is a passphrase. The file appears under its name
 * when it is whole and on the disk; one that is not finished leaves nothing behind.
 */
export async function writeArchive(
  parts: AsyncIterable<ArchivePart>,
  file: string,
  { passphrase, signal }: Means,
): Promise<void> {
  const unfinished = `${file}.unfinished`;
  const archive = pack();
  const compressed = createGzip();
  try {
    const written = pipeline(
      await encrypt(compressed, passphrase),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
      { signal },
    );
    await Promise.all([
      fill(archive, parts, signal).catch((error: unknown) => {
        archive.destroy(error as Error);
        throw error;
      }),
      pipeline(archive, compressed, { signal }),
      written,
    ]);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    signal.throwIfAborted();
    throw error;
  }
}

async function fill(archive: Pack, parts: AsyncIterable<ArchivePart>, signal: AbortSignal) {
  const checksums: Record<string, string> = {};
  for await (const { name, size, content } of parts) {
    const hash = createHash('sha256');
    const hashed = new PassThrough();
    hashed.on('data', (chunk: Buffer) => hash.update(chunk));
    await pipeline(content, hashed, archive.entry({ name, size }), { signal });
    checksums[name] = hash.digest('hex');
  }
  archive.entry({ name: CHECKSUMS }, JSON.stringify(checksums));
  archive.finalize();
}

/** A part whose bytes are at hand. */
export function partOf(name: string, text: string): ArchivePart {
  const bytes = Buffer.from(text);
  return { name, size: bytes.length, content: Readable.from([bytes]) };
}
