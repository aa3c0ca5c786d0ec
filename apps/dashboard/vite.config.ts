import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compressFiles } from '../../tools/vite/compress-files.ts';

const hub = 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  cacheDir: '../../node_modules/.vite/apps/dashboard',
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
            // Within a chunk what is imported first runs first: zod must find itself told not to make code.
            { name: 'zod', test: /strict-zod|node_modules\/zod\// },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': { target: hub, changeOrigin: false } },
  },
});
