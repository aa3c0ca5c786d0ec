import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { FileStorage } from '@taizhang/files/storage';
import { migrate, readMigrations, StartupError } from '@taizhang/platform';
import type pg from 'pg';
import { readTables, TABLES } from './dump-tables.ts';
import { replaceRows, setSequences } from './load-tables.ts';
import type { Manifest } from './manifest.type.ts';
import { checkArchive, readArchive, type ReadPart } from './read-archive.ts';
import { KEPT_SECRETS, SECRETS } from './secrets.ts';
import { FILES } from './take-backup.ts';

/** Where a backup is put back. */
export interface RestoreTarget {
  /** Opens the database; it is asked for when the backup is known to be good. */
  openPool: () => Promise<pg.Pool>;
  /** The folder with one folder a migration. */
  migrations: string;
  storage: FileStorage;
  /** Where secrets go, and files until they are whole. */
  dataDir: string;
}

interface Means {
  passphrase: string | null;
  signal: AbortSignal;
  /** Told of each part: rows and files so far, of all that the backup holds. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Puts a backup into an empty database, the files into their storage and secrets into the data folder. The
 * backup is read to its end first, so that one which is damaged or newer than the program changes nothing;
 * rows are loaded in one transaction, with the tables as the backup's version had them: the next start of a
 * hub upgrades them.
 *
 * @returns what the backup says of itself.
 * @throws StartupError BACKUP_MISSING, BACKUP_DAMAGED, BACKUP_NEWER, PASSPHRASE_NEEDED, PASSPHRASE_WRONG,
 *   MIGRATION_CHANGED, NOT_EMPTY
 */
export async function restoreBackup(
  file: string,
  { openPool, migrations, storage, dataDir }: RestoreTarget,
  { passphrase, signal, onProgress = () => undefined }: Means,
): Promise<Manifest> {
  const manifest = await checkArchive(file, passphrase);
  await refuseForeign(file, manifest, migrations);
  const pool = await openPool();
  const names = new Set(manifest.migrations.map(({ name }) => name));
  await migrate(pool, migrations, (name) => names.has(name));
  const total = Object.values(manifest.tables).reduce((sum, rows) => sum + rows, 0);
  const secrets = new Map<string, Buffer>();
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await refuseFilled(client);
    const tables = await readTables(client);
    await replaceRows(client, tables, async (load) => {
      let done = 0;
      for await (const part of readArchive(file, passphrase)) {
        signal.throwIfAborted();
        if (part.name.startsWith(TABLES)) onProgress((done += await load(part)), total);
        else if (part.name.startsWith(FILES)) await keepFile(part, storage, dataDir);
        else if (part.name.startsWith(SECRETS))
          secrets.set(part.name.slice(SECRETS.length), await buffer(part.content));
      }
    });
    await setSequences(client, manifest.sequences);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
  for (const name of KEPT_SECRETS) await keepSecret(join(dataDir, name), secrets.get(name));
  await pool.query('ANALYZE');
  return manifest;
}

/** Refuses tables that this program does not know how to make. */
async function refuseForeign(file: string, { migrations }: Manifest, folder: string) {
  const known = new Map(
    (await readMigrations(folder)).map(({ name, checksum }) => [name, checksum]),
  );
  const foreign = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (foreign)
    throw new StartupError(
      'BACKUP_NEWER',
      `备份 ${file} 的数据结构含有本程序没有的迁移 ${foreign.name}，它由更新的版本制作；请先升级程序。`,
      `The backup ${file} has the migration ${foreign.name}, which this program lacks: a newer version made it. Upgrade first.`,
    );
}

async function refuseFilled(client: pg.ClientBase) {
  const { rows } = await client.query<{ isFilled: boolean }>(
    'SELECT EXISTS (SELECT FROM "Organization") OR EXISTS (SELECT FROM "Event") AS "isFilled"',
  );
  if (rows[0]?.isFilled)
    throw new StartupError(
      'NOT_EMPTY',
      '目标数据库已有台账，未作任何改动；请用 DATA_DIR 或 DATABASE_URL 指定一个空的位置。',
      'The database holds a ledger already, and nothing was changed: name an empty place with DATA_DIR or DATABASE_URL.',
    );
}

async function keepFile({ name, content }: ReadPart, storage: FileStorage, dataDir: string) {
  const incoming = join(dataDir, 'files/.incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const path = join(incoming, randomUUID());
  await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600, flush: true }));
  await storage.put(name.slice(FILES.length), path);
  await rm(path, { force: true });
}

/** A secret that was there before is kept beside it: what it encrypted may be wanted still. */
async function keepSecret(path: string, secret: Buffer | undefined) {
  if (!secret) return;
  if (existsSync(path)) await rename(path, `${path}.before-restore`);
  await writeFile(path, secret, { mode: 0o600, flush: true });
}
