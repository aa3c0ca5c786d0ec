import type { Readable } from 'node:stream';

/** One file in the archive of a backup. */
export interface ArchivePart {
  name: string;
  /** In bytes. */
  size: number;
  content: Readable;
}
