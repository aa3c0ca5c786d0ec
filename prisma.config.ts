import { defineConfig } from 'prisma/config';

// The URL serves `prisma migrate` only; the hub opens its own pool and applies the migrations itself.
export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env['DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/taizhang',
  },
});
