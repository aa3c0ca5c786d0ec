import { readFile } from 'node:fs/promises';
import { inject } from 'vitest';
import type {} from './prepare-databases.ts';
import { overPool, type Database } from '../database/open-database.ts';
import { openEmbedded } from '../database/open-embedded.ts';
import type { DatabasePool } from '../database/open-server.ts';
import { openServerCopy } from './server-databases.ts';

/** A migrated, empty database that lives as long as its test file. */
export interface TestDatabase extends DatabasePool {
  db: Database;
}

/** Opens a migrated, empty database of a kind; `close` removes it. */
export async function openTestDatabase(kind: DatabasePool['kind']): Promise<TestDatabase> {
  const pool = await openCopy(kind);
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

async function openCopy(kind: DatabasePool['kind']): Promise<DatabasePool> {
  const { dump, template } = inject('testDatabases');
  if (kind === 'embedded')
    return openEmbedded({ memory: true, dump: new Blob([await readFile(dump)]) });
  if (!template) throw new Error('There is no PostgreSQL server to test on');
  return openServerCopy(template);
}
