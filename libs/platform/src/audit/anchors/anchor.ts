import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartupError } from '../../errors/startup-error.ts';
import { canonicalJson } from '../chain-hash.ts';

/** An end of the chain as it was at a moment, for whoever does not trust the database. */
export interface Anchor {
  at: string;
  generation: string;
  position: number;
  linkHash: string;
  /** SHA-256 of the anchor before in the same file, so that none is taken out unseen; null for the first. */
  previous: string | null;
  /** Up to which link the log had been put back just before, by an announced restore: later anchors of before are void. */
  restoredTo?: number;
}

/** An anchor with whose signature it carries. */
export interface SignedAnchor extends Anchor {
  /** Tells which key signed it: the first half of the SHA-256 of the public one. */
  key: string;
  /** Ed25519 over the anchor as JSON with sorted keys. */
  signature: string;
  /** What a time-stamping authority answered to the SHA-256 of the signature, DER in base64. */
  stamp?: string;
}

/** Signs anchors, and knows its own signatures. */
export interface AnchorKey {
  id: string;
  publicPem: string;
  sign: (anchor: Anchor) => SignedAnchor;
  isOwn: (anchor: SignedAnchor) => boolean;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An anchor as a line of a file. */
export const printAnchor = (anchor: SignedAnchor): string => canonicalJson(anchor);

/** Reads a line back; null for what is none. */
export function readAnchor(line: string): SignedAnchor | null {
  try {
    const anchor = JSON.parse(line) as Partial<SignedAnchor>;
    const isWhole =
      typeof anchor.linkHash === 'string' &&
      typeof anchor.generation === 'string' &&
      typeof anchor.signature === 'string' &&
      Number.isSafeInteger(anchor.position);
    return isWhole ? (anchor as SignedAnchor) : null;
  } catch {
    return null;
  }
}

/**
 * Opens the key that anchors are signed with, made at the first start: Ed25519, readable by its owner alone. Whoever has the
 * database has not the key.
 *
 * @throws StartupError CONFIGURATION where the file holds no such key.
 */
export function openAnchorKey(file: string): AnchorKey {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
    writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
  }
  const privateKey = readKey(file);
  const publicKey = createPublicKey(privateKey);
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const id = sha256(publicPem).slice(0, 32);
  const signed = ({ at, generation, position, linkHash, previous, restoredTo }: Anchor) =>
    Buffer.from(canonicalJson({ at, generation, position, linkHash, previous, restoredTo }));
  return {
    id,
    publicPem,
    sign: (anchor) => ({
      ...anchor,
      key: id,
      signature: sign(null, signed(anchor), privateKey).toString('base64'),
    }),
    isOwn: (anchor) =>
      anchor.key === id &&
      verify(null, signed(anchor), publicKey, Buffer.from(anchor.signature, 'base64')),
  };
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below.
  }
  throw new StartupError(
    'CONFIGURATION',
    `${file} 不是 Ed25519 私钥（PKCS#8 PEM），请换用 openssl genpkey -algorithm ed25519 生成的密钥。`,
    `${file} holds no Ed25519 key (PKCS#8 PEM): give one that openssl genpkey -algorithm ed25519 makes.`,
  );
}
