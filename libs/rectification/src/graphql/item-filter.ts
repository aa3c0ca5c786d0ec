import {
  builder,
  checkYear,
  containing,
  filterKey,
  SortDirection,
  toDay,
  type Prisma,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { OPEN_STATUSES } from '../rules/index.ts';
import { ItemStatusType, RectificationTypeType } from './enums.type.ts';

export const ItemFilterType = builder.inputType('RectificationItemFilter', {
  description: '问题筛选。Which items; every condition given must hold.',
  fields: (t) => ({
    roundId: t.id({ description: '巡察轮次。Of this round.' }),
    areaId: t.id({ description: '方面。Of this area.' }),
    organizationId: t.id({ description: '被巡察党组织。Of this inspected organization.' }),
    status: t.field({ type: [ItemStatusType], description: '状态。In one of these statuses.' }),
    type: t.field({ type: RectificationTypeType, description: '整改类型。Of this type.' }),
    responsibleUnitId: t.id({ description: '责任科室（单位）。Whose responsible unit is this.' }),
    leadLeaderId: t.id({ description: '牵头领导。Led by this person.' }),
    dueFrom: t.field({ type: 'Date', description: '时限不早于。Due on or after this day.' }),
    dueTo: t.field({ type: 'Date', description: '时限不晚于。Due on or before this day.' }),
    closedFrom: t.field({ type: 'Date', description: '销号不早于。Closed on or after this day.' }),
    closedTo: t.field({ type: 'Date', description: '销号不晚于。Closed on or before this day.' }),
    overdue: t.boolean({ description: '逾期。Open past the due date (true), or not (false).' }),
    year: t.int({
      description:
        '年度。Of rounds with feedback by the end of this year, and not closed before it began.',
    }),
    hasResponsibleUnit: t.boolean({
      description: '有无责任单位。With a responsible unit (true) or without one (false).',
    }),
    hasLeadLeader: t.boolean({
      description: '有无牵头领导。With a lead leader (true) or without one (false).',
    }),
    hasAcceptedEvidence: t.boolean({
      description: '有无已采信佐证。With accepted evidence (true) or without any (false).',
    }),
    text: t.string({
      description: '包含文字。Whose code, title or description contains this text.',
    }),
  }),
});

export type ItemFilter = typeof ItemFilterType.$inferInput;

const ItemOrderField = builder.enumType('RectificationItemOrderField', {
  description: '问题排序字段。What items can be sorted by.',
  values: {
    CODE: { description: '编号。By code.' },
    DUE_ON: { description: '时限。By due date; items without one come last.' },
    STATUS: { description: '状态。By place in the life cycle.' },
    UPDATED_AT: { description: '更新时间。By last change.' },
  } as const,
});

export const ItemOrderType = builder.inputType('RectificationItemOrder', {
  description: '问题排序。How items are sorted; ties are broken by id.',
  fields: (t) => ({
    field: t.field({ type: ItemOrderField, required: true, description: '字段。What to sort by.' }),
    direction: t.field({
      type: SortDirection,
      required: true,
      description: '方向。Ascending or descending.',
    }),
  }),
});

type Where = Prisma.RectificationItemWhereInput;

/** A filter as a condition. Each of its parts has an index of its own or narrows one that has. */
export function itemsWhere(filter: ItemFilter | null | undefined, now: Date): Where {
  if (!filter) return {};
  const conditions: (Where | null | undefined | false | '')[] = [
    filter.roundId && { roundId: filterKey('InspectionRound', filter.roundId) },
    filter.areaId && { areaId: filterKey('FindingArea', filter.areaId) },
    filter.organizationId && { organizationId: filterKey('Organization', filter.organizationId) },
    filter.status && { status: { in: [...filter.status] } },
    filter.type && { type: filter.type },
    filter.responsibleUnitId && {
      responsibleUnitId: filterKey('Organization', filter.responsibleUnitId),
    },
    filter.leadLeaderId && { leadLeaderId: filterKey('Person', filter.leadLeaderId) },
    filter.dueFrom && { dueOn: { gte: toDay(filter.dueFrom)! } },
    filter.dueTo && { dueOn: { lte: toDay(filter.dueTo)! } },
    filter.closedFrom && { closedOn: { gte: toDay(filter.closedFrom)! } },
    filter.closedTo && { closedOn: { lte: toDay(filter.closedTo)! } },
    typeof filter.overdue === 'boolean' &&
      (filter.overdue ? overdueItems(now) : { NOT: overdueItems(now) }),
    typeof filter.year === 'number' && itemsOfYear(checkYear(filter.year)),
    typeof filter.hasResponsibleUnit === 'boolean' && {
      responsibleUnitId: filter.hasResponsibleUnit ? { not: null } : null,
    },
    typeof filter.hasLeadLeader === 'boolean' && {
      leadLeaderId: filter.hasLeadLeader ? { not: null } : null,
    },
    typeof filter.hasAcceptedEvidence === 'boolean' && {
      evidence: { [filter.hasAcceptedEvidence ? 'some' : 'none']: { status: 'ACCEPTED' } },
    },
    containing(filter.text),
  ];
  return {
    AND: conditions.filter((condition) => typeof condition === 'object').filter((c) => c !== null),
  };
}

/** The items that are overdue now, as a condition; the rule `isOverdue` says the same of one item. */
export const overdueItems = (now: Date) => ({
  // Written out, so that NOT of it holds for an item without a due date too.
  AND: [
    { dueOn: { not: null } },
    { dueOn: { lt: toDay(todayInShanghai(now))! } },
    // Named one by one, they are ranges of the index on status and due date.
    { status: { in: [...OPEN_STATUSES] } },
  ],
});

/** The items that a year's review speaks of: found by its end and still open when it began. */
const itemsOfYear = (year: number): Where => ({
  round: { OR: [{ feedbackOn: null }, { feedbackOn: { lte: toDay(`${year}-12-31`)! } }] },
  OR: [{ closedOn: null }, { closedOn: { gte: toDay(`${year}-01-01`)! } }],
});

type Order = Prisma.RectificationItemOrderByWithRelationInput;

/** A sort as columns, always ending in the id so that pages never overlap. */
export function itemOrder(order: typeof ItemOrderType.$inferInput | null | undefined): Order[] {
  const direction = order?.direction === 'DESC' ? 'desc' : 'asc';
  const first: Record<string, Order> = {
    CODE: { code: direction },
    DUE_ON: { dueOn: { sort: direction, nulls: 'last' } },
    STATUS: { status: direction },
    UPDATED_AT: { updatedAt: direction },
  };
  return [first[order?.field ?? 'CODE']!, { id: direction }];
}
