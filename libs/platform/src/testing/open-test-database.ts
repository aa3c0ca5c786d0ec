import { inject } from 'vitest';
import type {} from './prepare-databases.ts';
import { overPool, type Database } from '../database/open-database.ts';
import type { DatabasePool } from '../database/open-server.ts';
import type { DatabaseStart } from './database-start.type.ts';
import { openDump } from './keep-dump.ts';
import { openServerCopy } from './server-databases.ts';

/** A database that lives as long as its test file. */
export interface TestDatabase extends DatabasePool {
  db: Database;
}

/**
 * Opens a database of a kind, migrated and empty unless it is to be a copy of another start; `close` removes it.
 */
export async function openTestDatabase(
  kind: DatabasePool['kind'],
  start: DatabaseStart = inject('testDatabases'),
): Promise<TestDatabase> {
  const pool = await openCopy(kind, start);
  const db = overPool(pool);
  return {
    ...pool,
    db,
    close: async () => {
      await db.$disconnect();
      await pool.close();
    },
  };
}

async function openCopy(
  kind: DatabasePool['kind'],
  { dump, template }: DatabaseStart,
): Promise<DatabasePool> {
  if (kind === 'embedded') return openDump({ dump });
  if (!template) throw new Error('There is no PostgreSQL server to test on');
  return openServerCopy(template);
}
