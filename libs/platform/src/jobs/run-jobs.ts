import { setTimeout as wait } from 'node:timers/promises';
import { withinDeadline } from '../database/deadline.ts';
import type { Database } from '../database/open-database.ts';
import { enqueue } from './enqueue.ts';
import type { Job } from './job.type.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
/** How often a hub looks for work. */
const POLL_MS = 3 * SECOND_MS;
/** How long a job may take; what is longer is done piece by piece, or in a process of its own. */
const JOB_MS = 60 * MINUTE_MS;
/** How long a job belongs to the hub that took it; kept for as long as it works. */
const LOCK_MS = 5 * MINUTE_MS;
/** The first wait after a failure; each further one is four times as long. */
const RETRY_MS = 15 * SECOND_MS;
/** Tries before a job is given up: the last one comes most of a day after the first. */
const ATTEMPTS = 8;
/** How long a stopping hub waits for the job under way; whoever takes it up again begins anew. */
const STOP_MS = 5 * SECOND_MS;
/** The key of the one row that makes a job run again and again. */
const RECURRING = 'recurring';

interface TakenJob {
  id: bigint;
  name: string;
  data: unknown;
  key: string | null;
  attempts: number;
}

/** The hub's work beside requests. */
export interface JobRunner {
  /** Does everything that is due by now, one after the other, and says how many jobs it ran. */
  runDue: () => Promise<number>;
  /** Looks for work every few seconds until stopped. */
  start: () => void;
  /** Takes nothing more and ends when the job under way has. */
  stop: () => Promise<void>;
}

/** Runs jobs out of the database; several hubs over one database share them. */
export function jobRunner(
  db: Database,
  jobs: readonly Job[],
  {
    now,
    onError,
    withinMs = JOB_MS,
  }: {
    now: () => Date;
    onError: (name: string, error: unknown) => void;
    withinMs?: number;
  },
): JobRunner {
  const known = new Map(jobs.map((job) => [job.name, job]));
  const stopping = new AbortController();
  const { signal } = stopping;
  let working: Promise<unknown> = Promise.resolve();
  let isPlanned = false;

  async function runDue(): Promise<number> {
    if (!isPlanned) await planRecurring();
    let count = 0;
    for (; !signal.aborted; count += 1) {
      const taken = await takeJob(db, [...known.keys()], now());
      if (!taken) break;
      await run(taken);
    }
    return count;
  }

  async function planRecurring() {
    for (const { name, everyMinutes, startsLater } of jobs)
      if (everyMinutes) {
        const runAt = startsLater ? until(now(), everyMinutes * MINUTE_MS) : now();
        await enqueue(db, { name, data: {}, key: RECURRING, runAt });
      }
    isPlanned = true;
  }

  async function run(taken: TakenJob) {
    const job = known.get(taken.name)!;
    const keeping = setInterval(
      () => void keepJob(db, taken, now()).catch(() => undefined),
      MINUTE_MS,
    );
    try {
      // A job that ended the process each time never got to say that it failed.
      if (isGivenUp(taken, ATTEMPTS + 1)) throw new Error('The hub ended each time while it ran');
      await withinDeadline(withinMs, () => job.run({ db, now, signal }, taken.data));
      await finishJob(db, taken, job, now());
    } catch (error) {
      onError(taken.name, error);
      await returnJob(db, taken, job, now(), error);
    } finally {
      clearInterval(keeping);
    }
  }

  async function poll() {
    while (!signal.aborted) {
      // What fails here is the database itself: the next look tries again.
      await runDue().catch((error: unknown) => onError('jobs', error));
      await wait(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  return {
    runDue,
    start: () => void (working = poll()),
    stop: async () => {
      stopping.abort();
      await Promise.race([working, wait(STOP_MS, undefined, { ref: false })]);
    },
  };
}

/** Takes the job that has been due longest, out of those that nobody else holds; index Job_due. */
async function takeJob(db: Database, names: string[], now: Date): Promise<TakenJob | null> {
  const [taken] = await db.$queryRaw<TakenJob[]>`
    UPDATE "Job" SET "lockedUntil" = ${until(now, LOCK_MS)}, "attempts" = "attempts" + 1
    WHERE "id" = (
      SELECT "id" FROM "Job"
      WHERE "failedAt" IS NULL AND "runAt" <= ${now} AND "name" = ANY(${names})
        AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${now})
      ORDER BY "runAt", "id" LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING "id", "name", "data", "key", "attempts"`;
  return taken ?? null;
}

/** A job taken away meanwhile has one try more: what its former holder says no longer counts. */
const held = ({ id, attempts }: TakenJob) => ({ id, attempts });

const keepJob = (db: Database, taken: TakenJob, now: Date) =>
  db.job.updateMany({ where: held(taken), data: { lockedUntil: until(now, LOCK_MS) } });

async function finishJob(db: Database, taken: TakenJob, { everyMinutes }: Job, now: Date) {
  if (everyMinutes && taken.key === RECURRING)
    await db.job.updateMany({
      where: held(taken),
      data: {
        runAt: until(now, everyMinutes * MINUTE_MS),
        attempts: 0,
        lockedUntil: null,
        lastError: null,
      },
    });
  else await db.job.deleteMany({ where: held(taken) });
}

/** Puts a failed job back for a later try, or gives it up; one that recurs is never given up. */
async function returnJob(db: Database, taken: TakenJob, job: Job, now: Date, error: unknown) {
  const patience = RETRY_MS * 4 ** Math.min(taken.attempts - 1, ATTEMPTS);
  const period = job.everyMinutes ? job.everyMinutes * MINUTE_MS : Infinity;
  await db.job.updateMany({
    where: held(taken),
    data: {
      lockedUntil: null,
      lastError: (error instanceof Error ? error.message : String(error)).slice(0, 1000),
      runAt: until(now, Math.min(patience, period)),
      ...(isGivenUp(taken, ATTEMPTS) && { failedAt: now }),
    },
  });
}

const isGivenUp = ({ attempts, key }: TakenJob, tries: number) =>
  attempts >= tries && key !== RECURRING;

const until = (now: Date, ms: number) => new Date(now.getTime() + ms);
