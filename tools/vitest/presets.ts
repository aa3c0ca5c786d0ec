import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { ProcessesFirst } from './processes-first.ts';

const root = join(import.meta.dirname, '../..');

// Vitest may resolve graphql once as ESM and once as CommonJS; two copies refuse each other's schemas.
const oneGraphql = [
  { find: /^graphql$/, replacement: join(root, 'node_modules/graphql/index.js') },
];

/** Each holds a hub and an embedded database, half a gigabyte: more than four gain little. */
const DATABASE_WORKERS = Math.min(4, availableParallelism());

/** Vitest settings of a project that runs in Node. */
export function nodeTests(projectRoot: string): ViteUserConfig {
  return {
    root: projectRoot,
    cacheDir: join(root, 'node_modules/.vite', projectRoot.slice(root.length + 1)),
    resolve: { alias: oneGraphql },
    test: {
      include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'],
      testTimeout: 20_000,
      hookTimeout: 60_000,
      // Vitest itself would leave one core unused: half of a machine of two.
      maxWorkers: '100%',
      passWithNoTests: false,
    },
  };
}

/**
 * Vitest settings of a project that also tests on databases, embedded and on a server.
 *
 * @param globalSetup files of the project's own that make what its databases are copies of.
 */
export function databaseTests(
  projectRoot: string,
  globalSetup: readonly string[] = [],
): ViteUserConfig {
  const settings = nodeTests(projectRoot);
  return {
    ...settings,
    test: {
      ...settings.test,
      globalSetup: [
        join(root, 'libs/platform/src/testing/prepare-databases.ts'),
        ...globalSetup.map((file) => join(projectRoot, file)),
      ],
      // Some start hubs in processes of their own, which takes long where other tests keep the cores busy.
      testTimeout: 60_000,
      // A worker loads the schema once for all its files; what a file changes is its own hub's.
      isolate: false,
      // Processes: an embedded database keeps its whole memory until its process ends.
      pool: 'forks',
      maxWorkers: DATABASE_WORKERS,
      sequence: { sequencer: ProcessesFirst },
    },
  };
}

/** Vitest settings of a project whose components render into a simulated browser page. */
export function webTests(projectRoot: string): ViteUserConfig {
  const settings = nodeTests(projectRoot);
  return {
    ...settings,
    test: {
      ...settings.test,
      include: ['src/**/*.spec.ts', 'src/**/*.spec.tsx'],
      environment: 'happy-dom',
    },
  };
}
