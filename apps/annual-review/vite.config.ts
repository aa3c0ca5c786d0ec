import { defineConfig } from 'vite';

/** One program for Node: workspace libraries are bundled, packages stay in node_modules (fonts and native code do too). */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'pdf-process': 'src/write-pdf/pdf-process.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
  ssr: { noExternal: [/^@taizhang\//] },
});
