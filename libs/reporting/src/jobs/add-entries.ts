import type { Prisma, WriteScope } from '@taizhang/platform';
import { ITEM_LIFE_CYCLE } from '@taizhang/rectification/rules';
import {
  BIWEEKLY_ENTRY_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
  REPORTING_EVENTS,
} from '../rules/index.ts';

interface OpenReport {
  id: string;
  roundId: string;
  organizationId: string;
  ordinal: number;
}
type Transaction = Prisma.TransactionClient;

/**
 * Adds to a report the open items that it lacks, each to the part of its unit, with the words of the
 * period before so that what has not changed is confirmed and not written again. An item that has got
 * another unit before anything was said of it goes along to that unit.
 */
export async function addMissingEntries(scope: WriteScope, report: OpenReport): Promise<void> {
  const { tx, change, createMany } = scope;
  await tx.$queryRaw`SELECT 1 FROM "BiweeklyReport" WHERE "id" = ${report.id}::uuid FOR UPDATE`;
  const [missing, moved] = [await itemsWithout(tx, report), await entriesElsewhere(tx, report)];
  const units = new Set([...missing, ...moved].map(({ unitId }) => unitId));
  if (!units.size) return;
  const parts = await partsOf(scope, report, [...units]);
  // Who has handed in gets nothing put into what was handed in.
  const open = ({ unitId }: { unitId: string }) =>
    BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', parts.get(unitId)!.status);
  for (const { entry, unitId } of moved.filter(open)) {
    const unitReportId = parts.get(unitId)!.id;
    await change(REPORTING_EVENTS.BIWEEKLY_ENTRY_MOVED, entry, { unitReportId });
  }
  const added = missing.filter(open);
  const earlier = await wordsBefore(
    tx,
    report,
    added.map(({ id }) => id),
  );
  const rows = added.map(({ id: itemId, unitId }) => ({
    reportId: report.id,
    unitReportId: parts.get(unitId)!.id,
    itemId,
    ...earlier.get(itemId),
  }));
  await createMany(REPORTING_EVENTS.BIWEEKLY_ENTRY_OPENED, rows);
}

/** The open items of the round with a unit and without an entry; by the index on round and code. */
async function itemsWithout(tx: Transaction, { id, roundId }: OpenReport) {
  const items = await tx.rectificationItem.findMany({
    where: {
      roundId,
      status: { in: ITEM_LIFE_CYCLE.statusesThatAre('isReportedBiweekly') },
      responsibleUnitId: { not: null },
      biweeklyEntries: { none: { reportId: id } },
    },
    select: { id: true, responsibleUnitId: true },
    orderBy: { code: 'asc' },
  });
  return items.map((item) => ({ id: item.id, unitId: item.responsibleUnitId! }));
}

/** Unanswered entries whose item is another unit's by now, out of parts not handed in. */
async function entriesElsewhere(tx: Transaction, { id: reportId }: OpenReport) {
  const entries = await tx.biweeklyEntry.findMany({
    where: {
      reportId,
      answer: { in: BIWEEKLY_ENTRY_LIFE_CYCLE.statusesThatAre('isOpen') },
      unitReport: { status: { in: BIWEEKLY_UNIT_LIFE_CYCLE.statusesThatAre('isOpen') } },
      item: { responsibleUnitId: { not: null } },
    },
    include: {
      unitReport: { select: { unitId: true } },
      item: { select: { responsibleUnitId: true } },
    },
  });
  return entries
    .map(({ unitReport, item, ...entry }) => ({
      entry,
      unitId: item.responsibleUnitId!,
      from: unitReport.unitId,
    }))
    .filter(({ unitId, from }) => unitId !== from);
}

/** The parts of the units, made where they are missing. */
async function partsOf(
  { tx, createMany }: WriteScope,
  report: OpenReport,
  unitIds: readonly string[],
) {
  const where = { reportId: report.id, unitId: { in: [...unitIds] } };
  const stored = await tx.biweeklyUnitReport.findMany({ where });
  const known = new Set(stored.map(({ unitId }) => unitId));
  const made = await createMany(
    REPORTING_EVENTS.BIWEEKLY_UNIT_REPORT_OPENED,
    unitIds
      .filter((unitId) => !known.has(unitId))
      .map((unitId) => ({ reportId: report.id, unitId, organizationId: report.organizationId })),
  );
  return new Map([...stored, ...made].map((part) => [part.unitId, part]));
}

/** What was said of each item in the period before, by the index on report and item. */
async function wordsBefore(tx: Transaction, report: OpenReport, itemIds: readonly string[]) {
  const before = await tx.biweeklyReport.findFirst({
    where: { roundId: report.roundId, ordinal: { lt: report.ordinal } },
    orderBy: { ordinal: 'desc' },
    select: {
      entries: {
        where: { itemId: { in: [...itemIds] } },
        select: {
          itemId: true,
          progress: true,
          difficulties: true,
          nextStep: true,
          expectedOn: true,
        },
      },
    },
  });
  return new Map(before?.entries.map(({ itemId, ...words }) => [itemId, words]));
}
