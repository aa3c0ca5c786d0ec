import { join } from 'node:path';
import type { UserConfig } from 'vite';

const root = join(import.meta.dirname, '../..');

/** Builds a program that runs in Node: workspace libraries are bundled, packages stay in node_modules. */
export function serverApp(projectRoot: string, ...entries: string[]): UserConfig {
  return {
    root: projectRoot,
    cacheDir: join(root, 'node_modules/.vite', projectRoot.slice(root.length + 1)),
    ssr: { noExternal: [/^@taizhang\//], external: true },
    build: {
      ssr: true,
      outDir: 'dist',
      emptyOutDir: true,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: entries.map((entry) => join(projectRoot, entry)),
        output: { entryFileNames: '[name].js' },
      },
    },
  };
}
