import { fromDay, toDay, writeChanges, type Job, type WriteScope } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';
import {
  BIWEEKLY_REPORT_LIFE_CYCLE,
  type Period,
  periodsToOpen,
  REPORTING_EVENTS,
} from '../rules/index.ts';
import { addMissingEntries } from './add-entries.ts';

const HOURLY = 60;
const OPEN_ITEM = { status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isReportedBiweekly') } };

/** Opens the periods of every round that has open items, and adds the items that have a unit by now. */
export const openBiweeklyPeriods: Job = {
  name: 'biweekly-periods',
  everyMinutes: HOURLY,
  run: async ({ db, now, signal }) => {
    const today = todayInShanghai(now());
    const rounds = await db.inspectionRound.findMany({
      where: { feedbackOn: { lte: toDay(today)! }, items: { some: OPEN_ITEM } },
      select: { id: true },
      orderBy: { id: 'asc' },
    });
    for (const { id } of rounds) {
      if (signal.aborted) return;
      const by = { caller: null, now: now(), address: null, command: 'biweekly-periods' };
      await writeChanges(db, by, (scope) => openPeriodsOf(scope, id, today));
    }
  },
};

/** Brings one round up to date. Whoever else is at it waits, and then finds nothing left to do. */
async function openPeriodsOf(scope: WriteScope, roundId: string, today: string) {
  const { tx } = scope;
  await tx.$queryRaw`SELECT 1 FROM "InspectionRound" WHERE "id" = ${roundId}::uuid FOR UPDATE`;
  const round = await tx.inspectionRound.findUniqueOrThrow({
    where: { id: roundId },
    select: {
      id: true,
      feedbackOn: true,
      inspectedOrganizationId: true,
      biweeklyReports: { select: { ordinal: true } },
    },
  });
  if (!round.feedbackOn) return;
  const opened = round.biweeklyReports.map(({ ordinal }) => ordinal);
  const justOpened: string[] = [];
  for (const period of periodsToOpen(fromDay(round.feedbackOn)!, today, opened))
    justOpened.push((await openReport(scope, round, period)).id);
  const reports = await tx.biweeklyReport.findMany({
    where: {
      roundId,
      status: { in: BIWEEKLY_REPORT_LIFE_CYCLE.statusesThatAre('isOpen') },
      OR: [{ endsOn: { gte: toDay(today)! } }, { id: { in: justOpened } }],
    },
    orderBy: { ordinal: 'asc' },
  });
  for (const report of reports) await addMissingEntries(scope, report);
}

const openReport = (
  { create }: WriteScope,
  round: { id: string; inspectedOrganizationId: string },
  { ordinal, startsOn, endsOn }: Period,
) =>
  create(REPORTING_EVENTS.BIWEEKLY_REPORT_OPENED, {
    roundId: round.id,
    organizationId: round.inspectedOrganizationId,
    ordinal,
    startsOn: toDay(startsOn)!,
    endsOn: toDay(endsOn)!,
  });
