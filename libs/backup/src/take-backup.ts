import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStorage } from '@taizhang/files/storage';
import type pg from 'pg';
import type { ArchivePart } from './archive-part.type.ts';
import { dumpTable, readTables, type Table } from './dump-tables.ts';
import { FORMAT, MANIFEST, type Manifest } from './manifest.type.ts';
import { KEPT_SECRETS, SECRETS } from './secrets.ts';
import { partOf, writeArchive } from './write-archive.ts';

/** Where the files stand in the archive, each named by its SHA-256. */
export const FILES = 'files/';

/** What is backed up. */
export interface BackupSource {
  pool: pg.Pool;
  /** Null leaves the files out. */
  storage: FileStorage | null;
  /** The data folder whose secrets are taken along; null leaves them out. */
  secretsOf: string | null;
}

interface Means {
  passphrase: string | null;
  now: () => Date;
  signal: AbortSignal;
  /** Told of every few rows and each file. */
  onProgress?: (done: number, total: number) => void;
}

/** What a backup holds. */
export interface BackupSummary {
  manifest: Manifest;
  files: number;
  /** Files that the ledger names and the storage no longer has. */
  missingFiles: string[];
}

/**
 * Writes a backup: all tables as they were at one moment, whatever is written meanwhile, and the files that they
 * name. Files are kept before their rows are written and never removed, so those of that moment are all there.
 */
export async function takeBackup(
  source: BackupSource,
  file: string,
  { passphrase, now, signal, onProgress = () => undefined }: Means,
): Promise<BackupSummary> {
  const client = await source.pool.connect();
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = await readTables(client);
    const manifest = await describe(client, tables, source, now());
    const files = source.storage ? await readFiles(client) : [];
    const missingFiles: string[] = [];
    let done = 0;
    const total = files.length + Object.values(manifest.tables).reduce((sum, n) => sum + n, 0);
    const count = (more: number) => onProgress((done += more), total);

    async function* parts(): AsyncGenerator<ArchivePart> {
      yield partOf(MANIFEST, JSON.stringify(manifest));
      if (source.secretsOf) yield* secretsIn(source.secretsOf);
      for (const table of tables) yield* dumpTable(client, table, count);
      // The rest needs no one moment: let the database tidy up.
      await client.query('COMMIT');
      for (const { sha256, byteSize } of files) {
        const content = await source.storage!.open(sha256, null);
        if (content) yield { name: `${FILES}${sha256}`, size: byteSize, content };
        else missingFiles.push(sha256);
        count(1);
      }
    }
    await writeArchive(parts(), file, { passphrase, signal });
    return { manifest, files: files.length - missingFiles.length, missingFiles };
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    client.release();
  }
}

async function describe(
  client: pg.ClientBase,
  tables: readonly Table[],
  { storage, secretsOf }: BackupSource,
  madeAt: Date,
): Promise<Manifest> {
  const counts = await client.query<{ name: string; rows: number }>(
    tables
      .map(({ name }) => `SELECT '${name}' AS "name", count(*)::int AS "rows" FROM "${name}"`)
      .join(' UNION ALL '),
  );
  const migrations = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS "name", checksum FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  );
  const sequences = await client.query<{ name: string; value: string | null }>(
    `SELECT sequencename AS "name", last_value::text AS "value" FROM pg_sequences
     WHERE schemaname = current_schema() ORDER BY 1`,
  );
  return {
    format: FORMAT,
    madeAt: madeAt.toISOString(),
    migrations: migrations.rows,
    tables: Object.fromEntries(counts.rows.map(({ name, rows }) => [name, rows])),
    sequences: Object.fromEntries(sequences.rows.map(({ name, value }) => [name, value])),
    chain: await readChain(client),
    hasFiles: storage !== null,
    hasSecrets: secretsOf !== null,
  };
}

async function readChain(client: pg.ClientBase): Promise<Manifest['chain']> {
  // As JSON: a ledger of an earlier version has no generation yet.
  const { rows } = await client.query<{ chain: NonNullable<Manifest['chain']> }>(
    'SELECT to_jsonb(c) AS "chain" FROM "EventChain" c',
  );
  if (!rows[0]) return null;
  const { generation = '', position, linkHash } = rows[0].chain;
  return { generation, position, linkHash };
}

async function readFiles(client: pg.ClientBase) {
  const { rows } = await client.query<{ sha256: string; byteSize: number }>(
    'SELECT "sha256", "byteSize" FROM "StoredFile" ORDER BY "sha256"',
  );
  return rows;
}

async function* secretsIn(folder: string): AsyncGenerator<ArchivePart> {
  for (const name of KEPT_SECRETS) {
    const path = join(folder, name);
    const { size } = await stat(path);
    yield { name: `${SECRETS}${name}`, size, content: createReadStream(path) };
  }
}
