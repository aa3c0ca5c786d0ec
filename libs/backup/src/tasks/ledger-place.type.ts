import type { StorageSettings } from '@taizhang/files/storage';

/** Where a ledger is, or is to be. */
export interface LedgerPlace extends StorageSettings {
  /** Null: the embedded database in the data folder. */
  databaseUrl: string | null;
  /** The folder with one folder a migration. */
  migrations: string;
  /** What backups are encrypted with; null: they are plain. */
  passphrase: string | null;
}
