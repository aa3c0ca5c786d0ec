import { appendEvents, type EventAuthor } from '../audit/append-events.ts';
import { baselineTaken } from '../audit/take-baseline.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { Database } from '../database/open-database.ts';
import { changesIn, type Changes } from './changes.ts';
import type { RowEvent } from './derive-event.ts';

/** What work outside a command writes with, all inside one transaction. */
export interface WriteScope extends Changes {
  tx: Prisma.TransactionClient;
}

/**
 * Writes rows of the ledger outside a command, in one transaction: work of the hub itself, a batch of an
 * import. Whoever asks has authorized it.
 *
 * @param by in whose name; `by.now` is the moment that the events bear.
 */
export async function writeChanges<Result>(
  db: Database,
  by: EventAuthor,
  work: (scope: WriteScope) => Promise<Result>,
): Promise<Result> {
  await baselineTaken(db);
  return db.$transaction((tx) => writeChangesIn(tx, by, work));
}

/** The same inside a transaction that is open already: the events are appended when the work is done, call it last. */
export async function writeChangesIn<Result>(
  tx: Prisma.TransactionClient,
  by: EventAuthor,
  work: (scope: WriteScope) => Promise<Result>,
): Promise<Result> {
  const pending: RowEvent[] = [];
  const result = await work({ tx, ...changesIn(tx, pending) });
  await appendEvents(tx, by, pending);
  return result;
}
