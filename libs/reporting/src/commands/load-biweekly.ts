import { fromDay, NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  BIWEEKLY_ENTRY_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
  type EntryState,
  isUnitLate,
  type ReportState,
  type UnitReportState,
} from '../rules/index.ts';
import { visibleEntries, visibleReports, visibleUnitReports } from '../visible-biweekly.ts';

/** The columns that the rules of a report read. */
export const REPORT_STATE = {
  status: true,
  organizationId: true,
  compiledById: true,
  endsOn: true,
  unitReports: { select: { unitId: true, status: true } },
} satisfies Prisma.BiweeklyReportSelect;

/** The columns that the rules of a unit's part read. */
export const UNIT_STATE = {
  status: true,
  organizationId: true,
  unitId: true,
  report: { select: { status: true } },
  entries: {
    where: { answer: { in: BIWEEKLY_ENTRY_LIFE_CYCLE.statusesThatAre('isOpen') } },
    select: { id: true },
  },
} satisfies Prisma.BiweeklyUnitReportSelect;

/** The columns that the rules of an entry read. */
export const ENTRY_STATE = {
  answer: true,
  progress: true,
  unitReport: { select: UNIT_STATE },
} satisfies Prisma.BiweeklyEntrySelect;

type StoredReport = Prisma.BiweeklyReportGetPayload<{ select: typeof REPORT_STATE }>;
type StoredUnit = Prisma.BiweeklyUnitReportGetPayload<{ select: typeof UNIT_STATE }>;
type StoredEntry = Prisma.BiweeklyEntryGetPayload<{ select: typeof ENTRY_STATE }>;

/**
 * A report as its rules know it.
 *
 * @param accepts whether the report can do without a unit, once it is late.
 */
export function reportState(
  report: StoredReport,
  now: Date,
  accepts: (unitId: string) => boolean,
): ReportState {
  const { status, organizationId, compiledById, unitReports } = report;
  const endsOn = fromDay(report.endsOn)!;
  const today = todayInShanghai(now);
  const missing = unitReports.filter(({ status: part }) =>
    BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', part),
  );
  const awaited = missing.filter(
    (unit) => !(isUnitLate({ status: unit.status, endsOn }, today) && accepts(unit.unitId)),
  );
  return {
    status,
    organizationId,
    compiledById,
    missingUnits: missing.length,
    awaitedUnits: awaited.length,
  };
}

/** A unit's part as its rules know it. */
export const unitState = (unit: StoredUnit): UnitReportState => ({
  status: unit.status,
  organizationId: unit.organizationId,
  unitId: unit.unitId,
  reportStatus: unit.report.status,
  unanswered: unit.entries.length,
});

/** An entry as its rules know it. */
export const entryState = (entry: StoredEntry): EntryState => ({
  status: entry.answer,
  hasProgress: Boolean(entry.progress),
  unitReport: unitState(entry.unitReport),
});

/** Locks a report's row: while one of its parts changes, nobody compiles or freezes the whole. */
async function lockReport({ tx }: Pick<CommandScope, 'tx'>, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "BiweeklyReport" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** Locks and loads a report that the caller may see. @throws NotFoundError */
export async function loadReport(scope: CommandScope, id: string) {
  await lockReport(scope, id);
  const report = await scope.tx.biweeklyReport.findFirst({
    where: { id, AND: [visibleReports(scope.caller)] },
    include: { unitReports: { select: { id: true, unitId: true, status: true } } },
  });
  if (!report) throw new NotFoundError('BiweeklyReport');
  return report;
}

/** Locks the report and loads a part of it that the caller may see. @throws NotFoundError */
export async function loadUnitReport(scope: CommandScope, id: string) {
  const where = { id, AND: [visibleUnitReports(scope.caller)] };
  const found = await scope.tx.biweeklyUnitReport.findFirst({ where, select: { reportId: true } });
  if (found) await lockReport(scope, found.reportId);
  const unit = await scope.tx.biweeklyUnitReport.findFirst({
    where,
    include: { report: UNIT_STATE.report, entries: UNIT_STATE.entries },
  });
  if (!unit) throw new NotFoundError('BiweeklyUnitReport');
  return unit;
}

/** Locks the report and loads an entry of it that the caller may see. @throws NotFoundError */
export async function loadEntry(scope: CommandScope, id: string) {
  const where = { id, AND: [visibleEntries(scope.caller)] };
  const found = await scope.tx.biweeklyEntry.findFirst({ where, select: { reportId: true } });
  if (found) await lockReport(scope, found.reportId);
  const entry = await scope.tx.biweeklyEntry.findFirst({
    where,
    include: { unitReport: ENTRY_STATE.unitReport },
  });
  if (!entry) throw new NotFoundError('BiweeklyEntry');
  return entry;
}
