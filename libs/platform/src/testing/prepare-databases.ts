import type { TestProject } from 'vitest/node';
import type { DatabaseStart } from './database-start.type.ts';
import { hashSources } from './hash-sources.ts';
import { migrateTestDatabase, TEST_SCHEMA_SOURCES } from './migrate-test-database.ts';
import { prepareStart } from './prepare-start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Migrated, empty databases. */
    testDatabases: DatabaseStart;
  }
}

/** Vitest global set-up of projects that test on databases: makes what their databases are copies of. */
export default async function prepareDatabases(project: TestProject): Promise<void> {
  project.provide('testDatabases', await prepareMigrated());
}

/** What migrated, empty databases are copies of. */
export const prepareMigrated = async (): Promise<DatabaseStart> =>
  prepareStart({
    name: 'migrated',
    key: await hashSources(TEST_SCHEMA_SOURCES),
    from: null,
    fill: migrateTestDatabase,
  });
