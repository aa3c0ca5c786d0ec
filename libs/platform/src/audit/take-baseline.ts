import { performance } from 'node:perf_hooks';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import { FIRST_BATCH, nextBatchSize } from '../changes/batch-size.ts';
import { deriveEvent } from '../changes/derive-event.ts';
import type { LedgerModel } from '../changes/ledger-model.ts';
import { ledgerSpec, loggedRow } from '../changes/log-form.ts';
import { readListsOfMany } from '../changes/part-lists.ts';
import { tableOf } from '../changes/table-of.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import { awaitInTime } from '../database/deadline.ts';
import type { Database } from '../database/open-database.ts';
import { bilingual } from '../rules/bilingual.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { appendEvents } from './append-events.ts';

/** Held by the hub that takes a batch: two at once would tell of a row twice. */
const LOCK = 72_707_371;

/** How far the taking-over has come. */
export interface BaselineProgress {
  done: number;
  total: number;
  /** "中文 / English", for whoever waits. */
  message: string;
}

const LEDGER = (Object.keys(LEDGER_MODELS) as (keyof typeof LEDGER_MODELS)[]).filter(
  (model): model is LedgerModel => LEDGER_MODELS[model].mark === 'ledger',
);

/** The taking-over of a database's rows. */
export interface Baseline {
  /** How far it has come; null when every row has its first event. */
  progress: () => BaselineProgress | null;
  /** Ends it after the batch under way; the next start goes on. */
  stop: () => Promise<void>;
}

interface Means {
  now: () => Date;
  /** Told of a failure, after which it is tried again. */
  onError: (error: unknown) => void;
}

const RETRY_MS = 3_000;
const { type, words } = PLATFORM_EVENTS.ROW_TAKEN_OVER;

const running = new WeakMap<Database, Promise<void>>();

/** Resolves when writes may begin: at once, but while rows from before the log are taken into it. */
export const baselineTaken = (db: Database): Promise<void> =>
  awaitInTime(running.get(db) ?? Promise.resolve());

/**
 * Gives every row that no event tells of its first one, with the row as it is stored, so that folding its
 * events gives the row. Works in the background; writes wait for its end. It can be cut off anywhere: a later
 * start goes on, and several hubs may do it at once.
 *
 * @returns at once where it was done before.
 */
export async function startBaseline(db: Database, { now, onError }: Means): Promise<Baseline> {
  if (await isTaken(db)) return { progress: () => null, stop: () => Promise.resolve() };
  const stopping = new AbortController();
  const { signal } = stopping;
  const total = await countRows(db);
  let done = 0;
  let isOver = false;

  async function takeUntilTaken() {
    for (;;) {
      try {
        done = 0;
        await takeAll(db, now, signal, (taken) => (done += taken));
        break;
      } catch (error) {
        signal.throwIfAborted();
        onError(error);
        await wait(RETRY_MS, undefined, { signal });
      }
    }
    isOver = true;
    running.delete(db);
  }

  const work = takeUntilTaken();
  running.set(db, work);
  // Whoever waits to write is told; nobody may be waiting.
  work.catch(() => undefined);
  return {
    progress: () => (isOver ? null : { done, total, message: describe(done, total) }),
    stop: async () => {
      stopping.abort(new Error('The hub stops'));
      await work.catch(() => undefined);
    },
  };
}

const describe = (done: number, total: number) =>
  bilingual(
    `正在将已有记录纳入日志（${done}/${total}），期间可以查询，写入须等待`,
    `Rows are being taken into the log (${done}/${total}): reading works, writing waits`,
  );

async function isTaken(db: Database): Promise<boolean> {
  const head = await db.eventChain.findFirst({ select: { baselineAt: true } });
  return Boolean(head?.baselineAt);
}

async function takeAll(
  db: Database,
  now: () => Date,
  signal: AbortSignal,
  tell: (taken: number) => void,
) {
  for (const model of LEDGER) {
    // How long a row takes is learned anew of each table: those of another may be ten times as heavy.
    let size = FIRST_BATCH;
    for (let after: string | null = null; ;) {
      signal.throwIfAborted();
      const batch: Batch = await db.$transaction((tx) => takeBatch(tx, model, after, size, now()));
      tell(batch.taken);
      // An empty table tells nothing of how long rows take.
      if (batch.taken) size = nextBatchSize(size, (batch.took * size) / batch.taken);
      // The embedded database answers within the same turn: readers would not be heard in between.
      await nextTurn();
      if (batch.last === null) break;
      after = batch.last;
    }
  }
  await db.eventChain.updateMany({ data: { baselineAt: now() } });
}

async function countRows(db: Database): Promise<number> {
  let total = 0;
  for (const model of LEDGER) total += await tableOf(db, model).count();
  return total;
}

interface Batch {
  /** The last key looked at, null behind the end. */
  last: string | null;
  taken: number;
  /** For how long it held what others wait for, in milliseconds. */
  took: number;
}

async function takeBatch(
  tx: Prisma.TransactionClient,
  subject: LedgerModel,
  after: string | null,
  size: number,
  now: Date,
): Promise<Batch> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
  const began = performance.now();
  const rows = await tableOf(tx, subject).findMany({
    where: after ? { id: { gt: after } } : {},
    orderBy: { id: 'asc' },
    take: size,
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
  return {
    last: rows.length < size ? null : String(rows.at(-1)!['id']),
    taken: rows.length,
    took: performance.now() - began,
  };
}
