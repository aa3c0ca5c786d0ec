import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEmbedded } from './open-embedded.ts';

let database: Awaited<ReturnType<typeof openEmbedded>>;
beforeAll(async () => {
  database = await openEmbedded({ memory: true });
}, 60_000);
afterAll(() => database.close());

test('a large table is counted without workers, which this database cannot start', async () => {
  const { pool } = database;
  await pool.query('CREATE TABLE "Many" AS SELECT n FROM generate_series(1, 500000) n');
  await pool.query('ANALYZE "Many"');
  // A server plans workers for so many rows. Here nothing is set to that end: it is PGlite's own, and a newer one might differ.
  const { rows: counted } = await pool.query<{ count: string }>('SELECT count(*) FROM "Many"');
  expect(counted).toEqual([{ count: '500000' }]);
  const { rows } = await pool.query<{ 'QUERY PLAN': string }>(
    'EXPLAIN SELECT count(*) FROM "Many"',
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('Seq Scan');
  expect(plan).not.toContain('Gather');
}, 60_000);
