import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from '../../tools/vite/compress-files.ts';

const hub = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  cacheDir: '../../node_modules/.vite/apps/admin',
  plugins: [react(), compressFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            { name: 'graphql', test: /node_modules\/(@?urql|@0no-co|wonka|gql\.tada)/ },
            { name: 'forms', test: /node_modules\/(react-hook-form|@hookform|zod)\// },
          ],
        },
      },
    },
  },
  server: {
    // The browser's own host reaches the hub, which refuses what other sites send.
    proxy: Object.fromEntries(
      ['/graphql', '/files', '/acts', '/sign-in'].map((path) => [
        path,
        { target: hub, changeOrigin: false },
      ]),
    ),
  },
});
