import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Journeys through the built hub in a real browser, and checks of the house itself. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  cacheDir: 'node_modules/.vite/e2e',
  test: {
    include: ['tools/e2e/**/*.spec.ts', 'tools/checks/**/*.spec.ts'],
    testTimeout: 120_000,
    hookTimeout: 90_000,
    // Each journey has a hub of its own; two cores are busy with one.
    fileParallelism: false,
  },
});
