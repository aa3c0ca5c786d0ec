import {
  beginsOutOfSight,
  builder,
  containing,
  filterKey,
  SortDirection,
  toDay,
  type Caller,
  type Prisma,
} from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';
import { visibleTrainings } from '../visible-trainings.ts';
import { TrainingDirectionType, TrainingKindType, TrainingStatusType } from './enums.type.ts';

const TrainingFilter = builder.inputType('TrainingFilter', {
  description: '培训会议筛选。Which trainings; every condition given must hold.',
  fields: (t) => ({
    organizationId: t.id({ description: '所属单位。Of this bureau.' }),
    responsibleUnitId: t.id({ description: '主办科室。Held by this unit.' }),
    roundId: t.id({ description: '巡察轮次。For an item of this round.' }),
    itemId: t.id({ description: '所属问题。For this item.' }),
    kind: t.field({ type: [TrainingKindType], description: '类别。Of one of these kinds.' }),
    direction: t.field({
      type: TrainingDirectionType,
      description: '举办或参加。Held or attended.',
    }),
    status: t.field({ type: [TrainingStatusType], description: '状态。In one of these states.' }),
    heldFrom: t.field({ type: 'Date', description: '不早于。Held on or after this day.' }),
    heldTo: t.field({ type: 'Date', description: '不晚于。Held on or before this day.' }),
    undated: t.boolean({ description: '无日期。Without a known day.' }),
    text: t.string({ description: '主题包含。Whose topic contains this text.' }),
  }),
});

const TrainingOrderField = builder.enumType('TrainingOrderField', {
  description: '培训会议排序字段。What trainings can be sorted by.',
  values: {
    HELD_ON: { description: '日期。By day; those without one come last.' },
    TOPIC: { description: '主题。By topic.' },
    UPDATED_AT: { description: '更新时间。By last change.' },
  } as const,
});

const TrainingOrder = builder.inputType('TrainingOrder', {
  description: '培训会议排序。How trainings are sorted; ties are broken by id.',
  fields: (t) => ({
    field: t.field({
      type: TrainingOrderField,
      required: true,
      description: '字段。What to sort by.',
    }),
    direction: t.field({
      type: SortDirection,
      required: true,
      description: '方向。Ascending or descending.',
    }),
  }),
});

function trainingsWhere(
  filter: typeof TrainingFilter.$inferInput | null | undefined,
  caller: Caller | null,
): Prisma.TrainingWhereInput {
  if (!filter) return {};
  return {
    ...(filter.organizationId && {
      organizationId: filterKey('Organization', filter.organizationId),
    }),
    ...(filter.responsibleUnitId && {
      responsibleUnitId: filterKey('Organization', filter.responsibleUnitId),
    }),
    ...(filter.kind && { kind: { in: [...filter.kind] } }),
    ...(filter.direction && { direction: filter.direction }),
    ...(filter.status && { status: { in: [...filter.status] } }),
    ...containing(filter.text),
    AND: [
      ...(filter.itemId || filter.roundId ? [{ item: visibleItems(caller) }] : []),
      ...(filter.itemId ? [{ itemId: filterKey('RectificationItem', filter.itemId) }] : []),
      ...(filter.roundId
        ? [{ item: { roundId: filterKey('InspectionRound', filter.roundId) } }]
        : []),
      ...(filter.heldFrom ? [{ heldOn: { gte: toDay(filter.heldFrom)! } }] : []),
      ...(filter.heldTo ? [{ heldOn: { lte: toDay(filter.heldTo)! } }] : []),
      ...(filter.undated ? [{ heldOn: null }] : []),
    ],
  };
}

function trainingOrder(
  order: typeof TrainingOrder.$inferInput | null | undefined,
): Prisma.TrainingOrderByWithRelationInput[] {
  const direction = order?.direction === 'ASC' ? ('asc' as const) : ('desc' as const);
  const first = {
    HELD_ON: { heldOn: { sort: direction, nulls: 'last' as const } },
    TOPIC: { topic: direction },
    UPDATED_AT: { updatedAt: direction },
  }[order?.field ?? 'HELD_ON'];
  return [first, { id: direction }];
}

builder.queryField('trainings', (t) =>
  t.prismaConnection({
    type: 'Training',
    cursor: 'id',
    authScopes: { signedIn: true },
    description: '培训会议列表。The trainings, meetings and talks that you may see.',
    args: {
      filter: t.arg({ type: TrainingFilter, description: '筛选。Which trainings.' }),
      orderBy: t.arg({ type: TrainingOrder, description: '排序。Newest first when unsaid.' }),
    },
    totalCount: (_root, { filter }, { db, caller }) =>
      db.training.count({
        where: { AND: [visibleTrainings(caller), trainingsWhere(filter, caller)] },
      }),
    resolve: async (query, _root, args, { db, caller }) => {
      if (await beginsOutOfSight(query, db.training, visibleTrainings(caller))) return [];
      return db.training.findMany({
        ...query,
        where: { AND: [visibleTrainings(caller), trainingsWhere(args.filter, caller)] },
        orderBy: trainingOrder(args.orderBy),
      });
    },
  }),
);
