import type { Readable } from 'node:stream';

/** Part of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Keeps files under the SHA-256 of their content: the same bytes are kept once. */
export interface FileStorage {
  /** Keeps a file of the local disk, wholly or not at all. @throws StorageUnavailable */
  put: (sha256: string, path: string) => Promise<void>;
  /** Keeps bytes that are at hand. @throws StorageUnavailable */
  keep: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** A kept file's content, or part of it; null when it is gone. @throws StorageUnavailable */
  open: (sha256: string, range: ByteRange | null) => Promise<Readable | null>;
  /** Makes sure that files can be read and written now. @throws StorageUnavailable */
  check: () => Promise<void>;
  close: () => void;
}
