import {
  fromDay,
  newKey,
  appendEvents,
  toDay,
  type Job,
  type NewEvent,
  type Prisma,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { OPEN_STATUSES } from '@taizhang/rectification/rules';
import { periodsToOpen, type Period } from '../rules/index.ts';
import { addMissingEntries } from './add-entries.ts';

const HOURLY = 60;
const OPEN_ITEM = { status: { in: [...OPEN_STATUSES] } };

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
      await db.$transaction((tx) => openPeriodsOf(tx, id, today, now()));
    }
  },
};

/** Brings one round up to date. Whoever else is at it waits, and then finds nothing left to do. */
async function openPeriodsOf(
  tx: Prisma.TransactionClient,
  roundId: string,
  today: string,
  now: Date,
) {
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
  const events: NewEvent[] = [];
  for (const period of periodsToOpen(fromDay(round.feedbackOn)!, today, opened))
    events.push(await openReport(tx, round, period));
  const justOpened = events.map(({ subjectId }) => subjectId!);
  const reports = await tx.biweeklyReport.findMany({
    where: {
      roundId,
      status: 'OPEN',
      OR: [{ endsOn: { gte: toDay(today)! } }, { id: { in: justOpened } }],
    },
    orderBy: { ordinal: 'asc' },
  });
  for (const report of reports) events.push(...(await addMissingEntries(tx, report)));
  await appendEvents(tx, { caller: null, now, address: null }, events);
}

async function openReport(
  tx: Prisma.TransactionClient,
  round: { id: string; inspectedOrganizationId: string },
  { ordinal, startsOn, endsOn }: Period,
): Promise<NewEvent> {
  const id = newKey();
  const organizationId = round.inspectedOrganizationId;
  await tx.biweeklyReport.create({
    data: {
      id,
      roundId: round.id,
      organizationId,
      ordinal,
      startsOn: toDay(startsOn)!,
      endsOn: toDay(endsOn)!,
    },
  });
  return {
    type: 'BIWEEKLY_REPORT_OPENED',
    subjectType: 'BiweeklyReport',
    subjectId: id,
    subjectVersion: 1,
    organizationId,
    after: { status: 'OPEN', ordinal, startsOn, endsOn },
  };
}
