/** What a backup says of itself, first in its archive. */
export interface Manifest {
  /** Of the archive; a program reads those up to its own. */
  format: number;
  /** ISO 8601, UTC. */
  madeAt: string;
  /** The migrations that had been applied, in order: the tables are theirs. */
  migrations: AppliedMigration[];
  /** Rows of each table. */
  tables: Record<string, number>;
  /** The last value of each sequence; null where it never gave one. */
  sequences: Record<string, string | null>;
  /** How far the log of events had come; null before the first start of a hub. */
  chain: { generation: string; position: number; linkHash: string } | null;
  /** Whether the files are in it. */
  hasFiles: boolean;
  /** Whether the secrets of the data folder are in it. */
  hasSecrets: boolean;
}

export interface AppliedMigration {
  name: string;
  checksum: string;
}

/** The form of archives that this program writes. */
export const FORMAT = 1;
export const MANIFEST = 'manifest.json';
/** The SHA-256 of each other part, last in the archive: one that was cut off has none. */
export const CHECKSUMS = 'checksums.json';
