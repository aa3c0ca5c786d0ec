import type { Prisma, RequestContext } from '@taizhang/platform';
import { encodeRecordId, fromDay } from '@taizhang/platform';
import { sumTenths } from '@taizhang/platform/rules';
import { visibleActions, visibleDocuments } from '@taizhang/documents/visibility';
import { itemFilter, overdueItems } from '@taizhang/rectification/filters';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '@taizhang/trainings/visibility';
import {
  countFigure,
  type ItemFilterAddress,
  type ItemStatus,
  type StatusCounts,
} from '@taizhang/rectification/rules';
import { TRAINING_LIFE_CYCLE } from '@taizhang/trainings/rules';
import { itemsInScope, type FigureScope } from './rules/index.ts';

/** What a set of figures is about. */
export interface Scope extends RequestContext {
  /** API ids, as filters of lists take them. */
  filter: FigureScope;
}

/** The items of one area, unit or leader (`key`; null when none is named), by status. */
export interface Cut {
  key: string | null;
  counts: StatusCounts;
  overdueCount: number;
  /** What `rectificationItems` takes to list the very items. */
  filter: ItemFilterAddress;
}

const CUTS = ['areaId', 'responsibleUnitId', 'leadLeaderId'] as const;
export type CutColumn = (typeof CUTS)[number];

/** What narrows a filter to the items of one cut: by API id, or to those that name nothing. */
const NARROWED: Record<CutColumn, (key: string | null) => ItemFilterAddress> = {
  areaId: (key) => ({ areaId: [encodeRecordId('FindingArea', key!)] }),
  responsibleUnitId: (key) =>
    key
      ? { responsibleUnitId: [encodeRecordId('Organization', key)] }
      : { hasResponsibleUnit: false },
  leadLeaderId: (key) =>
    key ? { leadLeaderId: [encodeRecordId('Person', key)] } : { hasLeadLeader: false },
};

/** Counts the items once, by all that they are cut by: every figure is a sum over these groups. */
export async function countItems(scope: Scope) {
  const { db, caller, today, filter } = scope;
  const base = itemsInScope(filter);
  const where = {
    AND: [visibleItems(caller), itemFilter.where(filter, scope)],
  };
  const by = [...CUTS, 'status'] as const;
  const [groups, overdueGroups] = await Promise.all([
    db.rectificationItem.groupBy({ by: [...by], where, _count: true }),
    db.rectificationItem.groupBy({
      by: [...by],
      where: { AND: [where, overdueItems(today())] },
      _count: true,
    }),
  ]);
  const overdue = new Map(overdueGroups.map((group) => [groupKey(group), group._count]));
  return {
    where,
    filter: base,
    counts: sumByStatus(groups),
    overdueCount: sum(overdueGroups),
    cutBy,
  };

  function cutBy(column: CutColumn): Cut[] {
    const cuts = new Map<string | null, Cut>();
    for (const group of groups) {
      const key = group[column];
      const cut = cuts.get(key) ?? {
        key,
        counts: {},
        overdueCount: 0,
        filter: { ...base, ...NARROWED[column](key) },
      };
      cut.counts[group.status] = (cut.counts[group.status] ?? 0) + group._count;
      cut.overdueCount += overdue.get(groupKey(group)) ?? 0;
      cuts.set(key, cut);
    }
    return [...cuts.values()].sort(
      (a, b) => countFigure('items', b.counts) - countFigure('items', a.counts),
    );
  }
}

type Group = { status: ItemStatus; _count: number } & Record<CutColumn, string | null>;

const groupKey = (group: Group) => [...CUTS.map((column) => group[column]), group.status].join();

const sum = (groups: { _count: number }[]) => groups.reduce((all, { _count }) => all + _count, 0);

function sumByStatus(groups: Group[]): StatusCounts {
  const counts: StatusCounts = {};
  for (const { status, _count } of groups) counts[status] = (counts[status] ?? 0) + _count;
  return counts;
}

/** The days of a filter's year, or none. */
function daysOf(year: number | null | undefined) {
  return year ? { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) } : undefined;
}

const monthOf = (day: Date | null) => fromDay(day)?.slice(0, 7) ?? null;

/** Distinct documents by action and month: what the list filtered by the same action and month holds. */
export async function countDocuments({ db, caller, filter }: Scope, keys: ScopeKeys) {
  const days = daysOf(filter.year);
  const where: Prisma.DocumentActionWhereInput = {
    document: {
      AND: [visibleDocuments(caller)],
      ...(keys.organizationId && { organizationId: keys.organizationId }),
    },
    AND: [visibleActions(caller)],
    ...(keys.roundId && { item: { roundId: keys.roundId } }),
    ...(days && { actedOn: days }),
  };
  const groups = await db.documentAction.groupBy({
    by: ['action', 'actedOn', 'documentId'],
    where,
  });
  const documents = new Map<string, Set<string>>();
  for (const { action, actedOn, documentId } of groups) {
    const key = `${action} ${monthOf(actedOn) ?? ''}`;
    documents.set(key, (documents.get(key) ?? new Set()).add(documentId));
  }
  return [...documents].map(([key, ids]) => {
    const [action, month] = key.split(' ');
    return { action: action!, month: month || null, count: ids.size };
  });
}

/** The keys that a scope's API ids stand for. */
export interface ScopeKeys {
  roundId: string | null;
  organizationId: string | null;
}

/** Trainings by kind and month, those that took place, with their sessions, attendances and hours. */
export async function countTrainings({ db, caller, filter }: Scope, keys: ScopeKeys) {
  const days = daysOf(filter.year);
  const trainings = await db.training.findMany({
    where: {
      AND: [visibleTrainings(caller)],
      status: { in: TRAINING_LIFE_CYCLE.statusesThatAre('tookPlace') },
      ...(keys.organizationId && { organizationId: keys.organizationId }),
      ...(keys.roundId && { item: { AND: [visibleItems(caller)], roundId: keys.roundId } }),
      ...(days && { heldOn: days }),
    },
    select: {
      kind: true,
      heldOn: true,
      statedSessions: true,
      statedAttendances: true,
      statedHours: true,
      sessions: { select: { attendanceCount: true, hours: true } },
    },
  });
  const counts = new Map<
    string,
    {
      kind: string;
      month: string | null;
      count: number;
      sessions: number;
      attendances: number;
      hours: number;
    }
  >();
  for (const training of trainings) {
    const month = monthOf(training.heldOn);
    const key = `${training.kind} ${month}`;
    const row = counts.get(key) ?? {
      kind: training.kind,
      month,
      count: 0,
      sessions: 0,
      attendances: 0,
      hours: 0,
    };
    const { sessions } = training;
    row.count += 1;
    row.sessions += sessions.length || training.statedSessions || 1;
    row.attendances += sessions.some(({ attendanceCount }) => attendanceCount !== null)
      ? sessions.reduce((all, { attendanceCount }) => all + (attendanceCount ?? 0), 0)
      : (training.statedAttendances ?? 0);
    const known = sessions.flatMap(({ hours }) => (hours === null ? [] : [Number(hours)]));
    row.hours = sumTenths([row.hours, ...(known.length ? known : [Number(training.statedHours)])]);
    counts.set(key, row);
  }
  return [...counts.values()];
}
