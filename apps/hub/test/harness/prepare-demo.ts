import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { folderStorage } from '@taizhang/files';
import { overPool } from '@taizhang/platform';
import {
  hashSources,
  prepareMigrated,
  prepareStart,
  TEST_CACHE,
} from '@taizhang/platform/testing/prepare';
import type { DatabaseStart } from '@taizhang/platform/testing';
import { indexPending } from '@taizhang/search';
import type { TestProject } from 'vitest/node';
import { loadDemoIfEmpty } from '../../src/load-demo-if-empty.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Databases with the demonstration ledger, found by search, and the folder of its files. */
    demoDatabases: DatabaseStart & { files: string };
  }
}

const root = join(import.meta.dirname, '../../../..');
/** Everything that the ledger's rows and their entries in the search go through. */
const MADE_OF = [
  'prisma/migrations',
  'libs',
  'apps/hub/src',
  'apps/hub/test/harness/prepare-demo.ts',
];

/** Vitest global set-up: loads the demonstration ledger once for all hubs of all runs, until it changes. */
export default async function prepareDemo(project: TestProject): Promise<void> {
  const key = await hashSources(MADE_OF.map((path) => join(root, path)));
  const files = join(TEST_CACHE, `demo-files-${key}`);
  await mkdir(files, { recursive: true });
  await utimes(files, new Date(), new Date());
  const start = await prepareStart({
    name: 'demo',
    key,
    from: await prepareMigrated(),
    fill: async (pool) => {
      const db = overPool(pool);
      await loadDemoIfEmpty(db, folderStorage(files, files));
      while (!(await indexPending(db)));
      await db.$disconnect();
    },
  });
  project.provide('demoDatabases', { ...start, files });
}
