import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { StartupError } from '@taizhang/platform';
import { extract } from 'tar-stream';
import { openDecrypted } from './encryption.ts';
import { CHECKSUMS, FORMAT, MANIFEST, type Manifest } from './manifest.type.ts';

/** A part as it is read: its bytes come once, in order. */
export interface ReadPart {
  name: string;
  content: AsyncIterable<Buffer>;
}

/**
 * Reads the parts of a backup in order. What the caller leaves of a part is read all the same: at the end every
 * part agrees with its checksum, or an error says that the backup is damaged.
 *
 * @throws StartupError BACKUP_MISSING, BACKUP_DAMAGED, PASSPHRASE_NEEDED, PASSPHRASE_WRONG
 */
export async function* readArchive(
  file: string,
  passphrase: string | null,
): AsyncGenerator<ReadPart> {
  const plain = await openDecrypted(file, passphrase);
  const archive = extract();
  const fed = pipeline(plain, createGunzip(), archive);
  // Whoever waits for bytes that will not come hears of it: the streams of the archive do not all tell.
  const failure = new Promise<never>((_, reject) => void fed.catch(reject));
  failure.catch(() => undefined);
  const orDamaged = <T>(source: AsyncIterable<T>) => untilFailure(source, failure, file);
  const found: Record<string, string> = {};
  let expected: unknown = null;
  try {
    for await (const entry of orDamaged(archive)) {
      const { name } = entry.header;
      if (name === CHECKSUMS) {
        expected = JSON.parse((await buffer(entry)).toString());
        continue;
      }
      const hash = createHash('sha256');
      const content = hashing(orDamaged(entry as AsyncIterable<Buffer>), hash);
      yield { name, content };
      for await (const rest of content) void rest;
      found[name] = hash.digest('hex');
    }
    if (JSON.stringify(expected) !== JSON.stringify(found)) throw damaged(file);
  } finally {
    plain.destroy();
    // A short file may have been read to its end already: then only the archive still waits for whoever left.
    archive.destroy();
    await fed.catch(() => undefined);
  }
}

async function* hashing(chunks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The same, with an error that says what is wrong with the file in the place of those of the formats. */
async function* untilFailure<T>(
  source: AsyncIterable<T>,
  failure: Promise<never>,
  file: string,
): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([iterator.next(), failure]).catch((error: unknown) => {
      throw damaged(file, error);
    });
    if (next.done) return;
    yield next.value;
  }
}

/** What the archive says of itself, from its first part. @throws StartupError BACKUP_DAMAGED, BACKUP_NEWER */
export async function readManifest(part: ReadPart | undefined, file: string): Promise<Manifest> {
  if (part?.name !== MANIFEST) throw damaged(file);
  const manifest = JSON.parse((await buffer(part.content)).toString()) as Manifest;
  if (manifest.format > FORMAT)
    throw new StartupError(
      'BACKUP_NEWER',
      `备份 ${file} 由更新的版本制作，请先升级程序。`,
      `A newer version made the backup ${file}: upgrade the program first.`,
    );
  return manifest;
}

/**
 * Reads a backup from its first byte to its last and says what it is.
 *
 * @throws StartupError as `readArchive` and `readManifest` do.
 */
export async function checkArchive(file: string, passphrase: string | null): Promise<Manifest> {
  let manifest: Manifest | null = null;
  for await (const part of readArchive(file, passphrase))
    manifest ??= await readManifest(part, file);
  if (!manifest) throw damaged(file);
  return manifest;
}

const damaged = (file: string, cause?: unknown) =>
  new StartupError(
    'BACKUP_DAMAGED',
    `备份 ${file} 已损坏或不完整${cause instanceof Error ? `（${cause.message}）` : ''}，未作任何改动；请用另一份备份。`,
    `The backup ${file} is damaged or not whole${cause instanceof Error ? ` (${cause.message})` : ''}; nothing was changed. Use another one.`,
  );
