import {
  fromDay,
  toDay,
  writeChanges,
  type Job,
  type Row,
  type WriteScope,
} from '@taizhang/platform';
import { addDays, todayInShanghai } from '@taizhang/platform/rules';
import { loadCalendar } from '../commands/load-calendar.ts';
import { storedReckoning } from '../commands/mechanism-columns.ts';
import { factRow } from '../commands/open-occurrences.ts';
import { REDATE_OCCURRENCES } from '../commands/publish-calendar.ts';
import { reckon } from '../rules/cadence/reckon.ts';
import type { WorkingDays } from '../rules/calendar/working-days.ts';
import { MECHANISM_EVENTS } from '../rules/index.ts';

const BATCH = 100;
/** The days of a slot lie this far from it at most by holidays alone. */
const DAYS_AROUND = 120;

/** Reckons what is still open about a year anew, by the calendar that was published for it; what was moved by hand stays. */
export const redateOccurrences: Job<{ year: number }> = {
  name: REDATE_OCCURRENCES,
  run: async ({ db, now, signal }, { year }) => {
    const calendar = await loadCalendar(db);
    const today = todayInShanghai(now());
    for (let after = ''; !signal.aborted;) {
      const open = await db.mechanismOccurrence.findMany({
        where: {
          status: 'DUE',
          isMoved: false,
          dueOn: {
            gte: toDay(addDays(`${year}-01-01`, -DAYS_AROUND))!,
            lte: toDay(addDays(`${year}-12-31`, DAYS_AROUND))!,
          },
          ...(after && { id: { gt: after } }),
        },
        select: { id: true },
        orderBy: { id: 'asc' },
        take: BATCH,
      });
      const by = { caller: null, now: now(), address: null, command: REDATE_OCCURRENCES };
      await writeChanges(db, by, (scope) =>
        redateBatch(
          scope,
          open.map(({ id }) => id),
          calendar,
          today,
        ),
      );
      if (open.length < BATCH) return;
      after = open.at(-1)!.id;
    }
  },
};

async function redateBatch(
  { tx, change }: WriteScope,
  ids: readonly string[],
  calendar: WorkingDays,
  today: string,
) {
  await tx.$queryRaw`
    SELECT 1 FROM "MechanismOccurrence" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR UPDATE`;
  const open = await tx.mechanismOccurrence.findMany({
    where: { id: { in: [...ids] }, status: 'DUE', isMoved: false },
    include: { mechanism: true, fact: true },
    orderBy: { id: 'asc' },
  });
  for (const { mechanism, fact, ...occurrence } of open) {
    const days = daysOf(mechanism, fact, occurrence, calendar);
    // Nobody learns today that something was due yesterday.
    if (fromDay(days.dueOn)! < today && fromDay(occurrence.dueOn)! >= today) continue;
    await change(MECHANISM_EVENTS.OCCURRENCE_REDATED, occurrence, days);
  }
}

function daysOf(
  mechanism: Row<'StandingMechanism'>,
  fact: Row<'BusinessFact'> | null,
  occurrence: Row<'MechanismOccurrence'>,
  calendar: WorkingDays,
) {
  // A clock that counts working days ends on another day; a changed cadence left older ones as they were.
  if (fact && mechanism.cadence === 'FACT') {
    const { dueOn, graceEndsOn, isProvisional } = factRow(mechanism, fact, calendar);
    return { dueOn, graceEndsOn, isProvisional };
  }
  const days = reckon(fromDay(occurrence.slotOn)!, storedReckoning(mechanism), calendar);
  return {
    dueOn: toDay(days.dueOn)!,
    graceEndsOn: toDay(days.graceEndsOn)!,
    isProvisional: days.isProvisional,
  };
}
