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
import { visibleActions, visibleDocuments } from '../visible-documents.ts';
import { DocumentActionKindType, DocumentStatusType } from './enums.type.ts';

const DocumentFilter = builder.inputType('InstitutionalDocumentFilter', {
  description:
    '制度文件筛选。Which documents; every condition given must hold, those on actions for one and the same action.',
  fields: (t) => ({
    organizationId: t.id({ description: '所属单位。Of this bureau.' }),
    responsibleUnitId: t.id({ description: '责任科室。Maintained by this unit.' }),
    roundId: t.id({ description: '巡察轮次。Acted on for an item of this round.' }),
    itemId: t.id({ description: '所属问题。Acted on for this item.' }),
    status: t.field({ type: [DocumentStatusType], description: '状态。In one of these states.' }),
    action: t.field({
      type: [DocumentActionKindType],
      description: '动作。With one of these actions.',
    }),
    actedFrom: t.field({
      type: 'Date',
      description: '动作不早于。Acted on, on or after this day.',
    }),
    actedTo: t.field({ type: 'Date', description: '动作不晚于。Acted on, on or before this day.' }),
    undated: t.boolean({ description: '动作无日期。Acted on without a known day.' }),
    text: t.string({ description: '名称包含。Whose title contains this text.' }),
  }),
});

const DocumentOrderField = builder.enumType('InstitutionalDocumentOrderField', {
  description: '制度文件排序字段。What documents can be sorted by.',
  values: {
    TITLE: { description: '名称。By title.' },
    STATUS: { description: '状态。By state.' },
    UPDATED_AT: { description: '更新时间。By last change.' },
  } as const,
});

const DocumentOrder = builder.inputType('InstitutionalDocumentOrder', {
  description: '制度文件排序。How documents are sorted; ties are broken by id.',
  fields: (t) => ({
    field: t.field({
      type: DocumentOrderField,
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

function documentsWhere(
  filter: typeof DocumentFilter.$inferInput | null | undefined,
  caller: Caller | null,
): Prisma.InstitutionalDocumentWhereInput {
  if (!filter) return {};
  const acted: Prisma.DocumentActionWhereInput = {
    ...(filter.action && { action: { in: [...filter.action] } }),
    ...(filter.itemId && { itemId: filterKey('RectificationItem', filter.itemId) }),
    ...(filter.roundId && { item: { roundId: filterKey('InspectionRound', filter.roundId) } }),
    AND: [
      ...(filter.actedFrom ? [{ actedOn: { gte: toDay(filter.actedFrom)! } }] : []),
      ...(filter.actedTo ? [{ actedOn: { lte: toDay(filter.actedTo)! } }] : []),
      ...(filter.undated ? [{ actedOn: null }] : []),
    ],
  };
  const narrowsActions = Object.keys(acted).length > 1 || (acted.AND as unknown[]).length > 0;
  return {
    ...(filter.organizationId && {
      organizationId: filterKey('Organization', filter.organizationId),
    }),
    ...(filter.responsibleUnitId && {
      responsibleUnitId: filterKey('Organization', filter.responsibleUnitId),
    }),
    ...(filter.status && { status: { in: [...filter.status] } }),
    ...containing(filter.text),
    ...(narrowsActions && { actions: { some: { AND: [visibleActions(caller), acted] } } }),
  };
}

function documentOrder(
  order: typeof DocumentOrder.$inferInput | null | undefined,
): Prisma.InstitutionalDocumentOrderByWithRelationInput[] {
  const direction = order?.direction === 'DESC' ? ('desc' as const) : ('asc' as const);
  const first = {
    TITLE: { title: direction },
    STATUS: { status: { sort: direction, nulls: 'last' as const } },
    UPDATED_AT: { updatedAt: direction },
  }[order?.field ?? 'TITLE'];
  return [first, { id: direction }];
}

builder.queryField('institutionalDocuments', (t) =>
  t.prismaConnection({
    type: 'InstitutionalDocument',
    cursor: 'id',
    authScopes: { signedIn: true },
    description: '制度文件列表。The documents that you may see.',
    args: {
      filter: t.arg({ type: DocumentFilter, description: '筛选。Which documents.' }),
      orderBy: t.arg({ type: DocumentOrder, description: '排序。By title when unsaid.' }),
    },
    totalCount: (_root, { filter }, { db, caller }) =>
      db.institutionalDocument.count({
        where: { AND: [visibleDocuments(caller), documentsWhere(filter, caller)] },
      }),
    resolve: async (query, _root, args, { db, caller }) => {
      if (await beginsOutOfSight(query, db.institutionalDocument, visibleDocuments(caller)))
        return [];
      return db.institutionalDocument.findMany({
        ...query,
        where: { AND: [visibleDocuments(caller), documentsWhere(args.filter, caller)] },
        orderBy: documentOrder(args.orderBy),
      });
    },
  }),
);
