import { join } from 'node:path';
import { migrate } from '../database/migrate.ts';
import type { DatabasePool } from '../database/open-server.ts';
import { guardEvents } from './guard-events.ts';

/** Where the migrations stand. */
const MIGRATIONS = join(import.meta.dirname, '../../../../prisma/migrations');

/** What a migrated test database is made of: one is made anew when any of it changes. */
export const TEST_SCHEMA_SOURCES = [
  MIGRATIONS,
  import.meta.filename,
  join(import.meta.dirname, 'guard-events.ts'),
];

/**
 * Makes an empty database the one that all test databases are copies of. What these have beside
 * the migrations is added here, and nowhere else.
 */
export async function migrateTestDatabase({ pool }: DatabasePool): Promise<void> {
  await migrate(pool, MIGRATIONS);
  await guardEvents(pool);
}
