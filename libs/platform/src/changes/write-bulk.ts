// The door for loads of very many rows into a ledger: an old one taken over, the benchmark's.
import type { Pool } from 'pg';
import type { DatabasePool } from '../database/open-server.ts';
import { copyingInto } from './copy-into.ts';
import { planWrites, type Write } from './plan-writes.ts';
import { insertingIn, queryingBy } from './row-store.ts';
import { storePlan } from './store-plan.ts';

export { changing, making, type Told, type Write } from './plan-writes.ts';

/**
 * Writes very many rows with their events and links in one transaction: on a server by COPY, on the embedded
 * database, which has none over its connection, by statements of many rows. A load is kept in memory while it is
 * written, so whoever has more than some ten thousand rows gives them load by load; rows that open others (work on a
 * document, a unit's part of a report) come with them. Nobody is asked for rights and no life cycle is kept here.
 *
 * @returns how many rows were made.
 */
export async function writeBulk(
  { kind, pool }: Pick<DatabasePool, 'kind'> & { pool: Pool },
  writes: Iterable<Write>,
): Promise<number> {
  const plan = planWrites([...writes]);
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const store = kind === 'server' ? copyingInto(client) : insertingIn(queryingBy(client));
    await storePlan(store, plan);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => void (broken = failed));
    throw error;
  } finally {
    client.release(broken);
  }
  return [...plan.rows.values()].reduce((sum, rows) => sum + rows.size, 0);
}
