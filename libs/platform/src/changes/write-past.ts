// The door for a ledger that has a past: what happened before it was there, each change at its own moment.
import type { Prisma } from '../database/generated/client/client.ts';
import type { LedgerModel } from './ledger-model.ts';
import { planWrites, type Write } from './plan-writes.ts';
import { inTransaction } from './row-store.ts';
import { storePlan } from './store-plan.ts';

export type { LedgerModel, PastColumns, PastRow } from './ledger-model.ts';
export { changing, making, planWrites, type Told, type Write } from './plan-writes.ts';

/**
 * Writes changes of the past into a ledger that has none of their rows yet: rows as the last change left
 * them, and the event of each change at its moment, in the order of time. Nobody is asked for rights and no
 * life cycle is kept here: whoever writes a past says what was.
 *
 * @param tx the caller's transaction: a past is there in whole or not at all.
 * @param options.closing models to which the database lets nobody add rows once theirs are in their last state.
 */
export function writePast(
  tx: Prisma.TransactionClient,
  writes: readonly Write[],
  options?: { closing?: readonly LedgerModel[] },
): Promise<void> {
  return storePlan(inTransaction(tx), planWrites(writes), options);
}
