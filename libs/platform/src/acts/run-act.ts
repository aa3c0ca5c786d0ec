import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { EventAuthor } from '../audit/append-events.ts';
import { FIRST_BATCH, nextBatchSize } from '../changes/batch-size.ts';
import { writeChanges } from '../changes/write-changes.ts';
import type { ActModel } from '../database/generated/client/models/Act.ts';
import type { Database } from '../database/open-database.ts';
import { isDiskFull } from '../errors/disk-full.ts';
import { findAct } from './define-act.ts';
import { finishAct } from './finish-act.ts';
import { holdAct, keepProgress } from './hold-act.ts';
import { isPassing, reasonToLeave } from './judge-failure.ts';
import type { ActData, RowStep } from './row-step.type.ts';
import { readLabel, writeSteps } from './write-steps.ts';

/** Left to everybody else after each batch. */
const PAUSE_MS = 10;

interface Run {
  now: () => Date;
  /** Ends the work at the next batch; the act stays as it is for whoever goes on with it. */
  signal?: AbortSignal;
}

/**
 * Does what an act still has to do, each batch in a transaction that also keeps how far it came: several may
 * work on it at once, or one after the other was killed, and each step is done once.
 *
 * @returns whether the act is finished.
 */
export async function runAct(db: Database, id: string, { now, signal }: Run): Promise<boolean> {
  const act = await db.act.findUnique({ where: { id } });
  if (act?.status !== 'RUNNING') return true;
  if (!findAct(act.command)) return false;
  const data = act.data as unknown as ActData;
  const work: Work = {
    db,
    act,
    steps: data.steps ?? [],
    by: authorOf(act, data, now()),
    heldSince: 0,
  };
  for (let size = FIRST_BATCH; ;) {
    if (signal?.aborted) return false;
    const state = await nextBatch(work, size);
    if (state === 'over') return true;
    if (state === 'done') break;
    size = nextBatchSize(size, performance.now() - work.heldSince);
    // The embedded database answers within the same turn: requests would not even be read in between.
    await wait(PAUSE_MS);
  }
  await db.$transaction((tx) => finishAct(tx, id, { status: 'DONE', now: now() }));
  return true;
}

interface Work {
  db: Database;
  act: ActModel;
  steps: readonly RowStep[];
  by: EventAuthor;
  /** When the batch under way began to hold what others wait for: what it waited for before is not its length. */
  heldSince: number;
}

/** What a batch found: steps are left, all are done, or the act is no longer under way. */
type BatchState = 'more' | 'done' | 'over';

async function nextBatch(work: Work, size: number): Promise<BatchState> {
  try {
    return await writeBatch(work, size);
  } catch (error) {
    if (isPassing(error) || isDiskFull(error)) throw error;
    return size === 1 ? leaveStep(work, error) : singly(work, size);
  }
}

/** A step that cannot be written undoes its whole batch: the batch is done again step by step. */
async function singly(work: Work, size: number): Promise<BatchState> {
  for (let done = 0; done < size; done += 1) {
    const state = await nextBatch(work, 1);
    if (state !== 'more') return state;
  }
  return 'more';
}

function writeBatch(work: Work, size: number): Promise<BatchState> {
  const { db, act, steps, by } = work;
  return writeChanges(db, by, async (scope) => {
    work.heldSince = performance.now();
    const held = await holdAct(scope.tx, act.id);
    if (!held) return 'over';
    const batch = steps.slice(held.stepsDone, held.stepsDone + size);
    if (!batch.length) return 'done';
    const wrote = await writeSteps(scope, batch);
    await keepProgress(scope.tx, act.id, held, batch.length, wrote);
    return 'more';
  });
}

/** Goes past the next step, which the rows as they are do not allow, or gives the act up. */
async function leaveStep({ db, act, steps, by }: Work, error: unknown): Promise<BatchState> {
  return db.$transaction(async (tx) => {
    const held = await holdAct(tx, act.id);
    if (!held) return 'over';
    const step = steps[held.stepsDone]!;
    const reason = reasonToLeave(error, step.write);
    if (!reason) {
      const words = (error instanceof Error ? error.message : String(error)).slice(0, 1_000);
      await finishAct(tx, act.id, { status: 'FAILED', now: by.now, error: words });
      return 'over';
    }
    const id = step.write === 'create' ? String(step.row['id']) : step.id;
    const left = { subject: step.subject, id, label: await readLabel(tx, step), reason };
    const wrote = { created: 0, changed: 0, removed: 0, left: [left] };
    await keepProgress(tx, act.id, held, 1, wrote);
    return 'more';
  });
}

const authorOf = (act: ActModel, { by }: ActData, now: Date): EventAuthor => ({
  caller: by,
  now,
  address: by.address,
  command: act.command,
  act: { id: act.id, kind: act.kind },
});
