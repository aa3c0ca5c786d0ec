import { HashAlgorithm, openServer, overPool, startChain, type Database } from '@taizhang/platform';
import { indexPending } from '@taizhang/search';
import type pg from 'pg';
import { say } from '../show-progress.ts';
import { withoutIndexes } from './without-indexes.ts';

/**
 * Does what a hub does to rows that came in beside it, so that none of it runs while others are
 * measured: makes the entries of the search, starts the chain that the load has written.
 */
export async function catchUp(url: string, client: pg.ClientBase): Promise<void> {
  const opened = await openServer(url, { max: 2, statementMs: 0 });
  const db = overPool(opened);
  try {
    await timed('编入检索 / indexing for the search', async () => {
      await withoutIndexes(client, 'SearchEntry', () => indexAll(db, client));
    });
    await startChain(db, new Date(), HashAlgorithm.SM3);
  } finally {
    await db.$disconnect();
    await opened.close();
  }
}

async function indexAll(db: Database, client: pg.ClientBase): Promise<void> {
  // Triggers queued a record for everything that was loaded of it; its entry is made once.
  await client.query(
    `WITH queued AS (DELETE FROM "SearchQueue" RETURNING kind, "recordId")
     INSERT INTO "SearchQueue" (kind, "recordId") SELECT DISTINCT kind, "recordId" FROM queued`,
  );
  await client.query('VACUUM ANALYZE "SearchQueue"');
  while (!(await indexPending(db))) {
    const { rows } = await client.query<{ left: number }>(
      'SELECT count(*)::int AS left FROM "SearchQueue"',
    );
    say(`待编入检索 ${rows[0]!.left} / to be indexed: ${rows[0]!.left}`, { replace: true });
  }
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  await work();
  say(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
