import { toDay, writeChanges, type Job, type JobScope, type WriteScope } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { hubStep } from '../commands/hub-step.ts';
import { loadCalendar } from '../commands/load-calendar.ts';
import { openOccurrences } from '../commands/open-occurrences.ts';
import { doneByTrainings } from './done-by-trainings.ts';

const HOURLY = 60;
/** As many as one transaction writes: others wait for the end of the log meanwhile. */
const BATCH = 100;

/**
 * Opens what falls due, counts as done what a training shows, and as missed what nobody did. Each piece is a
 * transaction of its own that finds nothing left to do when it was done already: it may be killed anywhere, and
 * any hub goes on.
 */
export const keepMechanisms: Job = {
  name: 'standing-mechanisms',
  everyMinutes: HOURLY,
  run: async (scope) => {
    await openWhatFalls(scope);
    await doneByTrainings(scope);
    await countMissed(scope);
  },
};

/** Who writes what the hub does by itself. */
export const byTheHub = ({ now }: Pick<JobScope, 'now'>, command: string) => ({
  caller: null,
  now: now(),
  address: null,
  command,
});

/** Opens the occurrences of each mechanism whose next one opens by today; index on status and nextOpensOn. */
async function openWhatFalls({ db, now, signal }: JobScope) {
  const today = todayInShanghai(now());
  const calendar = await loadCalendar(db);
  for (let after = ''; !signal.aborted;) {
    const due = await db.standingMechanism.findMany({
      where: {
        status: 'ACTIVE',
        nextOpensOn: { lte: toDay(today)! },
        ...(after && { id: { gt: after } }),
      },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    });
    for (const { id } of due) {
      if (signal.aborted) return;
      await writeChanges(db, byTheHub({ now }, keepMechanisms.name), async (scope) => {
        // Whoever else is at it waits here, and then finds nothing left to open.
        await scope.tx
          .$queryRaw`SELECT 1 FROM "StandingMechanism" WHERE "id" = ${id}::uuid FOR UPDATE`;
        const mechanism = await scope.tx.standingMechanism.findUniqueOrThrow({ where: { id } });
        await openOccurrences(scope, mechanism, calendar, today);
      });
    }
    if (due.length < BATCH) return;
    after = due.at(-1)!.id;
  }
}

/** Counts as missed what is still due when its grace is over; index on status and the end of the grace. */
async function countMissed({ db, now, signal }: JobScope) {
  const today = toDay(todayInShanghai(now()))!;
  while (!signal.aborted) {
    const missed = await writeChanges(db, byTheHub({ now }, keepMechanisms.name), (scope) =>
      missBatch(scope, today),
    );
    if (missed < BATCH) return;
  }
}

async function missBatch({ tx, change }: WriteScope, today: Date): Promise<number> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "MechanismOccurrence"
    WHERE "status" = 'DUE' AND "graceEndsOn" < ${today}::date
    ORDER BY "graceEndsOn", "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`;
  const overdue = await tx.mechanismOccurrence.findMany({
    where: { id: { in: held.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
  });
  const { event, columns } = hubStep('missOccurrence');
  for (const occurrence of overdue) await change(event, occurrence, columns);
  return overdue.length;
}
