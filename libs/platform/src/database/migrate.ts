import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { isDiskFull } from '../errors/disk-full.ts';
import { StartupError } from '../errors/startup-error.ts';

/** Prisma Migrate's own advisory lock: whoever migrates, by which tool, takes turns. */
const MIGRATION_LOCK = 72707369;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/**
 * Applies the migrations that a database lacks, in order, each in a transaction of its own, and
 * records them as `prisma migrate deploy` does, so that both agree on what was applied.
 *
 * @param folder the folder that holds one folder a migration.
 * @param isWanted which of them; all when unsaid.
 * @returns the names applied now.
 * @throws StartupError DATABASE_NEWER when the database has a migration that the folder lacks,
 *   MIGRATION_CHANGED when an applied one was edited since, MIGRATION_FAILED.
 */
export async function migrate(
  pool: pg.Pool,
  folder: string,
  isWanted: (name: string) => boolean = () => true,
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query(LOCK_FOR_ANY_TIME);
    await client.query(MIGRATIONS_TABLE);
    const applied = await readApplied(client);
    refuseForeignHistory(migrations, applied);
    const missing = migrations.filter(({ name }) => !applied.has(name) && isWanted(name));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    client.release();
  }
}

/** Whoever migrates a large ledger may take hours, and so may waiting for it. */
const LOCK_FOR_ANY_TIME = `
  BEGIN; SET LOCAL statement_timeout = 0; SELECT pg_advisory_lock(${MIGRATION_LOCK}); COMMIT`;

const MIGRATIONS_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** The migrations of a folder, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

async function readApplied(client: pg.PoolClient): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    `SELECT migration_name, checksum FROM "_prisma_migrations"
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL`,
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function refuseForeignHistory(migrations: Migration[], applied: Map<string, string>) {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    if (!known.has(name))
      throw new StartupError(
        'DATABASE_NEWER',
        `数据库含有本程序没有的迁移 ${name}，它由更新的版本建立；请升级程序，或换一个数据库。`,
        `The database has the migration ${name}, which this program lacks: a newer version made it. Upgrade, or name another database.`,
      );
    if (known.get(name) !== checksum)
      throw new StartupError(
        'MIGRATION_CHANGED',
        `迁移 ${name} 在应用之后被改动过；请恢复原文件，改动应写成新的迁移。`,
        `The migration ${name} was edited after it was applied: restore the file, and write the change as a new migration.`,
      );
  }
}

async function apply(client: pg.PoolClient, { name, sql, checksum }: Migration) {
  try {
    await client.query('BEGIN; SET LOCAL statement_timeout = 0');
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    if (isDiskFull(error)) throw error;
    throw new StartupError(
      'MIGRATION_FAILED',
      `迁移 ${name} 失败，数据库未改动（${(error as Error).message}）。`,
      `The migration ${name} failed and left the database as it was (${(error as Error).message}).`,
    );
  }
}
