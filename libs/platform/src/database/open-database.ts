import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client/client.ts';
import type { DatabasePool } from './open-server.ts';

/** The typed client; `relationLoadStrategy` is `join`: one statement a query. */
export type Database = PrismaClient;

/** Puts the typed client over an open pool. The pool stays its opener's to close. */
export function overPool({ pool }: DatabasePool): Database {
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: false }),
    // The embedded database has one connection: a transaction waits for its turn.
    transactionOptions: { maxWait: 30_000, timeout: 30_000 },
    errorFormat: 'minimal',
  });
}
