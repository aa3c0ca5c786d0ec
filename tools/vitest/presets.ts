import { join } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';

const root = join(import.meta.dirname, '../..');

// Vitest may resolve graphql once as ESM and once as CommonJS; two copies refuse each other's schemas.
const oneGraphql = [
  { find: /^graphql$/, replacement: join(root, 'node_modules/graphql/index.js') },
];

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
      passWithNoTests: false,
    },
  };
}

/** Vitest settings of a project that also tests on databases, embedded and on a server. */
export function databaseTests(projectRoot: string): ViteUserConfig {
  const settings = nodeTests(projectRoot);
  return {
    ...settings,
    test: {
      ...settings.test,
      globalSetup: join(root, 'libs/platform/src/testing/prepare-databases.ts'),
      // A worker loads the schema once for all its files; what a file changes is its own hub's.
      isolate: false,
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
