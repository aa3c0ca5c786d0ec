import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { StartupError } from '@taizhang/platform';
import type { Encrypter } from 'age-encryption';

/** How every file that age wrote begins. */
const AGE = 'age-encryption.org/v1';

/** Loaded when it is needed: a hub that starts need not wait for it. */
const loadAge = () => import('age-encryption');

type WebStream = Parameters<Encrypter['encrypt']>[0] & object;

/** Encrypts by a passphrase, as `age --passphrase` does; without one it passes the stream on. */
export async function encrypt(plain: Readable, passphrase: string | null): Promise<Readable> {
  if (passphrase === null) return plain;
  const { Encrypter } = await loadAge();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return fromWeb(await encrypter.encrypt(toWeb(plain)));
}

/**
 * Opens a backup for reading, decrypted where it is encrypted.
 *
 * @throws StartupError BACKUP_MISSING, PASSPHRASE_NEEDED, PASSPHRASE_WRONG
 */
export async function openDecrypted(file: string, passphrase: string | null): Promise<Readable> {
  if (!(await isEncrypted(file))) return createReadStream(file);
  if (passphrase === null)
    throw new StartupError(
      'PASSPHRASE_NEEDED',
      `备份 ${file} 已加密，请用环境变量 BACKUP_PASSPHRASE 给出口令。`,
      `The backup ${file} is encrypted: give its passphrase by the environment variable BACKUP_PASSPHRASE.`,
    );
  const { Decrypter } = await loadAge();
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const encrypted = createReadStream(file);
  await once(encrypted, 'open');
  try {
    return fromWeb(await decrypter.decrypt(toWeb(encrypted)));
  } catch {
    encrypted.destroy();
    throw new StartupError(
      'PASSPHRASE_WRONG',
      `口令不能打开备份 ${file}，请核对 BACKUP_PASSPHRASE。`,
      `The passphrase does not open the backup ${file}: check BACKUP_PASSPHRASE.`,
    );
  }
}

async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path).catch((error: Error) => {
    throw new StartupError(
      'BACKUP_MISSING',
      `读不到备份 ${path}（${error.message}）。`,
      `The backup ${path} cannot be read (${error.message}).`,
    );
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(AGE.length), 0, AGE.length, 0);
    return buffer.toString('latin1', 0, bytesRead) === AGE;
  } finally {
    await file.close();
  }
}

// Node and the library describe the same streams in types of their own.
const toWeb = (stream: Readable) => Readable.toWeb(stream) as unknown as WebStream & ReadableStream;
const fromWeb = (stream: unknown) => Readable.fromWeb(stream as ReadableStream);
