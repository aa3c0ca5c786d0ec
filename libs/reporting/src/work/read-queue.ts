import { encodeRecordId, fromDay, type RequestContext } from '@taizhang/platform';
import { daysLate, isMeasureOverdue } from '@taizhang/rectification/rules';
import { visibleItems } from '@taizhang/rectification/visibility';
import { isUnitLate } from '../rules/index.ts';
import { visibleUnitReports } from '../visible-biweekly.ts';
import type { Queued } from './queues.ts';

/** One record of a queue, as a list of work shows it. */
export interface WorkRow {
  id: string;
  /** Null for what belongs to no item. */
  itemId: string | null;
  reportId: string | null;
  code: string | null;
  title: string;
  note: string | null;
  unitName: string | null;
  dueOn: string | null;
  isLate: boolean;
  daysLate: number | null;
}

/** How many records wait, and the first of them: each read when it is asked for. */
export interface QueueContent {
  count: () => Promise<number>;
  rows: (first: number) => Promise<WorkRow[]>;
}

const ITEM = {
  id: true,
  code: true,
  title: true,
  status: true,
  dueOn: true,
  closedOn: true,
} as const;
const UNIT = { select: { name: true, shortName: true } } as const;
const nameOf = (unit: { name: string; shortName: string | null } | null) =>
  unit && (unit.shortName ?? unit.name);

type Read = (where: never, context: RequestContext) => QueueContent;

/** What is due first comes first; what has no date, last. */
const SOONEST = { sort: 'asc', nulls: 'last' } as const;

/** How each kind of record is counted and read; by the indexes on status and places. */
const READ: Record<Queued, Read> = {
  item: (where, { db, caller, today }) => {
    const seen = { AND: [visibleItems(caller), where] };
    return {
      count: async () => db.rectificationItem.count({ where: seen }),
      rows: async (first) => {
        const rows = await db.rectificationItem.findMany({
          where: seen,
          select: { ...ITEM, responsibleUnit: UNIT },
          orderBy: [{ dueOn: SOONEST }, { id: 'asc' }],
          take: first,
        });
        return rows.map((item) => {
          const late = daysLate(
            {
              status: item.status,
              dueOn: fromDay(item.dueOn),
              closedOn: fromDay(item.closedOn),
            },
            today(),
          );
          return {
            ...placeOf(item),
            id: encodeRecordId('RectificationItem', item.id),
            note: null,
            unitName: nameOf(item.responsibleUnit),
            dueOn: fromDay(item.dueOn),
            isLate: late !== null,
            daysLate: late,
          };
        });
      },
    };
  },
  measure: (where, { db, caller, today }) => {
    const seen = { AND: [{ item: visibleItems(caller) }, where] };
    return {
      count: async () => db.correctiveMeasure.count({ where: seen }),
      rows: async (first) => {
        const rows = await db.correctiveMeasure.findMany({
          where: seen,
          select: {
            id: true,
            text: true,
            status: true,
            dueOn: true,
            returnReason: true,
            responsibleUnit: UNIT,
            item: { select: { ...ITEM, responsibleUnit: UNIT } },
          },
          orderBy: [{ dueOn: SOONEST }, { id: 'asc' }],
          take: first,
        });
        return rows.map(({ item, ...measure }) => {
          // A measure without a date of its own is due with its item.
          const dueOn = fromDay(measure.dueOn ?? item.dueOn);
          return {
            ...placeOf(item),
            id: encodeRecordId('CorrectiveMeasure', measure.id),
            title: measure.text,
            note: measure.returnReason ?? item.title,
            unitName: nameOf(measure.responsibleUnit ?? item.responsibleUnit),
            dueOn,
            isLate: isMeasureOverdue({ status: measure.status, dueOn }, today()),
            daysLate: null,
          };
        });
      },
    };
  },
  evidence: (where, { db, caller }) => {
    const seen = { AND: [{ item: visibleItems(caller) }, where] };
    return {
      count: async () => db.evidence.count({ where: seen }),
      rows: async (first) => {
        const rows = await db.evidence.findMany({
          where: seen,
          select: {
            id: true,
            fileName: true,
            item: { select: { ...ITEM, responsibleUnit: UNIT } },
          },
          orderBy: [{ uploadedAt: 'asc' }, { id: 'asc' }],
          take: first,
        });
        return rows.map(({ id, fileName, item }) => ({
          ...undated(item),
          id: encodeRecordId('Evidence', id),
          title: fileName,
          note: item.title,
        }));
      },
    };
  },
  extension: (where, { db, caller }) => {
    const seen = { AND: [{ item: visibleItems(caller) }, where] };
    return {
      count: async () => db.extensionRequest.count({ where: seen }),
      rows: async (first) => {
        const rows = await db.extensionRequest.findMany({
          where: seen,
          select: {
            id: true,
            reason: true,
            requestedDueOn: true,
            item: { select: { ...ITEM, responsibleUnit: UNIT } },
          },
          orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
          take: first,
        });
        return rows.map(({ id, reason, requestedDueOn, item }) => ({
          ...undated(item),
          id: encodeRecordId('ExtensionRequest', id),
          note: reason,
          dueOn: fromDay(requestedDueOn),
        }));
      },
    };
  },
  unitReport: (where, { db, caller, today }) => {
    const seen = { AND: [visibleUnitReports(caller), where] };
    return {
      count: async () => db.biweeklyUnitReport.count({ where: seen }),
      rows: async (first) => {
        const rows = await db.biweeklyUnitReport.findMany({
          where: seen,
          select: {
            id: true,
            status: true,
            returnReason: true,
            unit: UNIT,
            report: {
              select: { id: true, ordinal: true, endsOn: true, round: { select: { title: true } } },
            },
          },
          orderBy: [{ report: { endsOn: 'asc' } }, { id: 'asc' }],
          take: first,
        });
        return rows.map(({ id, status, returnReason, unit, report }) => {
          const endsOn = fromDay(report.endsOn)!;
          return {
            id: encodeRecordId('BiweeklyUnitReport', id),
            itemId: null,
            reportId: encodeRecordId('BiweeklyReport', report.id),
            code: String(report.ordinal),
            title: report.round.title,
            note: returnReason,
            unitName: nameOf(unit),
            dueOn: endsOn,
            isLate: isUnitLate({ status, endsOn }, today()),
            daysLate: null,
          };
        });
      },
    };
  },
};

interface Place {
  id: string;
  code: string;
  title: string;
}

const placeOf = ({ id, code, title }: Place) => ({
  itemId: encodeRecordId('RectificationItem', id),
  reportId: null,
  code,
  title,
});

const undated = (
  item: Place & { responsibleUnit: { name: string; shortName: string | null } | null },
) => ({
  ...placeOf(item),
  unitName: nameOf(item.responsibleUnit),
  dueOn: null as string | null,
  isLate: false,
  daysLate: null,
});

/** The content of a queue, within what the caller may see. */
export const readQueue = (
  { of, where }: { of: Queued; where: object },
  context: RequestContext,
): QueueContent => READ[of](where as never, context);
