import type { TestProject } from 'vitest/node';
import { migratedDump } from './migrated-dump.ts';
import { prepareServer, TEST_DATABASE_URL } from './server-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The dump of a migrated embedded database, and the migrated template on the server. */
    testDatabases: { dump: string; template: string | null };
  }
}

/** Vitest global set-up of projects that test on databases: makes what their databases start from. */
export default async function prepareDatabases(project: TestProject): Promise<void> {
  project.provide('testDatabases', {
    dump: await migratedDump(),
    template: await serverTemplate(),
  });
}

/** The template on the server; without a server null, which is said, and in CI an error. */
async function serverTemplate(): Promise<string | null> {
  try {
    return await prepareServer();
  } catch (error) {
    const host = URL.canParse(TEST_DATABASE_URL)
      ? new URL(TEST_DATABASE_URL).host
      : 'TEST_DATABASE_URL';
    const why = (error as Error).message || (error as NodeJS.ErrnoException).code;
    if (process.env['CI'])
      throw new Error(`PostgreSQL at ${host} is required in CI: ${why}`, { cause: error });
    console.warn(
      `PostgreSQL tests are LEFT OUT: no server at ${host} (${why}). Name one with TEST_DATABASE_URL.`,
    );
    return null;
  }
}
