import { deriveEvent } from '../changes/derive-event.ts';
import type { LedgerModel } from '../changes/ledger-model.ts';
import { ledgerSpec, loggedRow } from '../changes/log-form.ts';
import { readListsOfMany } from '../changes/part-lists.ts';
import { tableOf } from '../changes/table-of.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import type { Database } from '../database/open-database.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { appendEvents } from './append-events.ts';

/** How many rows a transaction takes: nobody waits long for a batch. */
const BATCH = 200;

/** Held by the hub that takes a batch: two at once would tell of a row twice. */
const LOCK = 72_707_371;

/** How far the taking-over has come. */
export interface BaselineProgress {
  done: number;
  total: number;
}

const LEDGER = (Object.keys(LEDGER_MODELS) as (keyof typeof LEDGER_MODELS)[]).filter(
  (model): model is LedgerModel => LEDGER_MODELS[model].mark === 'ledger',
);

const { type, words } = PLATFORM_EVENTS.ROW_TAKEN_OVER;

const running = new WeakMap<Database, Promise<void>>();

/** Resolves when writes may begin: at once, but while rows from before the log are taken into it. */
export const baselineTaken = (db: Database): Promise<void> => running.get(db) ?? Promise.resolve();

/**
 * Gives every row that no event tells of its first one, with the row as it is stored, so that folding its
 * events gives the row. Batches can be cut off anywhere: a later call goes on. Writes wait for its end.
 */
export function takeBaseline(
  db: Database,
  now: () => Date,
  tell: (progress: BaselineProgress) => void,
): Promise<void> {
  const work = takeAll(db, now, tell);
  running.set(db, work);
  return work.finally(() => running.delete(db));
}

async function takeAll(db: Database, now: () => Date, tell: (progress: BaselineProgress) => void) {
  const head = await db.eventChain.findFirst({ select: { baselineAt: true } });
  if (head?.baselineAt) return;
  const progress = { done: 0, total: await countRows(db) };
  tell(progress);
  for (const model of LEDGER)
    for (let after: string | null = null; ;) {
      const batch: { last: string | null; taken: number } = await db.$transaction((tx) =>
        takeBatch(tx, model, after, now()),
      );
      progress.done += batch.taken;
      tell(progress);
      if (batch.last === null) break;
      after = batch.last;
    }
  await db.eventChain.updateMany({ data: { baselineAt: now() } });
}

async function countRows(db: Database): Promise<number> {
  let total = 0;
  for (const model of LEDGER) total += await tableOf(db, model).count();
  return total;
}

/** @returns the last key looked at, null behind the end. */
async function takeBatch(
  tx: Prisma.TransactionClient,
  subject: LedgerModel,
  after: string | null,
  now: Date,
) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
  const rows = await tableOf(tx, subject).findMany({
    where: after ? { id: { gt: after } } : {},
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  const told = await tx.event.findMany({
    where: {
      subjectType: subject,
      subjectId: { in: rows.map(({ id }) => String(id)) },
      operation: { not: null },
    },
    select: { subjectId: true },
  });
  const known = new Set(told.map(({ subjectId }) => subjectId));
  const fresh = rows.filter(({ id }) => !known.has(String(id)));
  const lists = await readListsOfMany(
    tx,
    subject,
    fresh.map(({ id }) => String(id)),
  );
  await appendEvents(
    tx,
    { caller: null, now, address: null },
    fresh.map((row) => ({
      ...deriveEvent({ type, words, subject }, row, {
        operation: 'CREATE',
        before: null,
        after: { ...loggedRow(ledgerSpec(subject), row), ...lists(String(row['id'])) },
      }),
      // The history of an item begins with what people did.
      itemId: null,
    })),
  );
  return { last: rows.length < BATCH ? null : String(rows.at(-1)!['id']), taken: rows.length };
}
