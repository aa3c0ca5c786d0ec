import { builder, type RequestContext } from '@taizhang/platform';
import {
  completionRate,
  countFigure,
  type ItemStatus,
  type StatusCounts,
} from '@taizhang/rectification/rules';
import { visibleSnapshotRows } from '../visible-biweekly.ts';
import { CompletionRateType, StatusCountType } from './metrics.type.ts';

interface BiweeklyTotals {
  counts: StatusCounts;
  overdueCount: number;
}

/** Totals over the frozen rows that the caller may see; by the index on report and item. */
export async function countSnapshot(
  { db, caller }: Pick<RequestContext, 'db' | 'caller'>,
  reportId: string,
): Promise<BiweeklyTotals> {
  const where = { AND: [visibleSnapshotRows(caller)], reportId };
  const groups = await db.biweeklySnapshotRow.groupBy({
    by: ['status', 'isOverdue'],
    where,
    _count: true,
  });
  const counts: StatusCounts = {};
  for (const { status, _count } of groups) counts[status] = (counts[status] ?? 0) + _count;
  const overdue = groups.filter(({ isOverdue }) => isOverdue);
  return { counts, overdueCount: overdue.reduce((sum, { _count }) => sum + _count, 0) };
}

export const BiweeklyTotalsType = builder.objectRef<BiweeklyTotals>('BiweeklyTotals').implement({
  description: '定稿合计。Totals of a frozen report, by the rule of the metrics.',
  fields: (t) => ({
    itemCount: t.int({
      description: '问题数。All items, withdrawn ones too.',
      resolve: ({ counts }) => countFigure('items', counts),
    }),
    overdueCount: t.exposeInt('overdueCount', {
      description: '逾期数。Items open past their due date then.',
    }),
    byStatus: t.field({
      type: [StatusCountType],
      description: '按状态，至多每个状态一项。Items by their status then; at most one a status.',
      resolve: ({ counts }) =>
        Object.entries(counts).map(([status, count]) => ({
          status: status as ItemStatus,
          count,
          filter: null,
        })),
    }),
    completionRate: t.field({
      type: CompletionRateType,
      description: '整改完成率。Closed ÷ (all − withdrawn).',
      resolve: ({ counts }) => completionRate(counts),
    }),
  }),
});

const MeasureCountType = builder
  .objectRef<{ status: string; count: number }>('MeasureStatusCount')
  .implement({
    description: '某状态的措施数。How many measures of an item are in a status.',
    fields: (t) => ({
      status: t.field({
        type: 'MeasureStatus' as never,
        description: '状态。The status.',
        resolve: ({ status }) => status as never,
      }),
      count: t.exposeInt('count', { description: '措施数。Measures in it.' }),
    }),
  });

builder.prismaNode('BiweeklySnapshotRow', {
  extensions: { readBy: 'visibleSnapshotRows' },
  id: { field: 'id' },
  description: '定稿行。An item as it was when a biweekly report was frozen.',
  findUnique: (id, { caller }) => ({ id, AND: [visibleSnapshotRows(caller)] }),
  fields: (t) => ({
    itemId: t.id({
      description: '问题 ID。The item’s id; `node` reads how it is today, where you may.',
      select: { itemId: true },
      resolve: ({ itemId }) => `RectificationItem_${itemId}`,
    }),
    code: t.exposeString('code', { description: '编号。The item’s code.' }),
    ordinal: t.exposeInt('ordinal', { description: '序号。Place in the report, from 1.' }),
    areaTitle: t.exposeString('areaTitle', { description: '方面。The area.' }),
    title: t.exposeString('title', { description: '问题。The problem.' }),
    status: t.field({
      type: 'ItemStatus' as never,
      description: '状态。Its status then.',
      select: { status: true },
      resolve: ({ status }) => status as never,
    }),
    responsibleUnitName: t.exposeString('responsibleUnitName', {
      nullable: true,
      description: '责任科室（单位）。The unit responsible then.',
    }),
    leadLeaderName: t.exposeString('leadLeaderName', {
      nullable: true,
      description: '牵头领导。Who led it then.',
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description: '时限。Its due date then.',
    }),
    isOverdue: t.exposeBoolean('isOverdue', {
      description: '逾期。Whether it was open past its due date then.',
    }),
    measureCounts: t.field({
      type: [MeasureCountType],
      description:
        '措施情况，至多每个状态一项。Its measures by their status then; at most one a status.',
      select: { measureCounts: true },
      resolve: ({ measureCounts }) =>
        Object.entries(measureCounts as Record<string, number>).map(([status, count]) => ({
          status,
          count,
        })),
    }),
    acceptedEvidenceCount: t.exposeInt('acceptedEvidenceCount', {
      description: '已采信佐证数。Pieces of accepted evidence then.',
    }),
    progress: t.exposeString('progress', {
      nullable: true,
      description: '进展。What the unit reported; null where it reported nothing.',
    }),
    difficulties: t.exposeString('difficulties', {
      nullable: true,
      description: '困难。What stood in the way.',
    }),
    nextStep: t.exposeString('nextStep', {
      nullable: true,
      description: '下一步。What was to be done next.',
    }),
    expectedOn: t.expose('expectedOn', {
      type: 'Date',
      nullable: true,
      description: '预计完成。By when the unit expected to be done.',
    }),
  }),
});
