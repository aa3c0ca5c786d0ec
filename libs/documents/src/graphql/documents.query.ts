import { heldAt } from '@taizhang/access/rules';
import {
  changedSince,
  day,
  filterOf,
  flag,
  ids,
  listOf,
  lookupOf,
  oneOf,
  text,
  type Prisma,
} from '@taizhang/platform';
import { visibleActions, visibleDocuments } from '../visible-documents.ts';
import { DocumentActionKindType, DocumentStatusType } from './enums.type.ts';

const documentFilter = filterOf<Prisma.InstitutionalDocumentWhereInput>(
  'InstitutionalDocumentFilter',
  '制度文件筛选。Which documents; every condition given must hold, those on actions for one and the same action.',
  {
    organizationId: ids('Organization', '所属单位。Of one of these bureaus.', (organizationId) => ({
      organizationId,
    })),
    responsibleUnitId: ids(
      'Organization',
      '责任科室。Maintained by one of these units.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    hasResponsibleUnit: flag('有无责任科室。With a unit (true) or without one (false).', (has) => ({
      responsibleUnitId: has ? { not: null } : null,
    })),
    status: oneOf(DocumentStatusType, '状态。In one of these states.', (status) => ({ status })),
    hasStatus: flag('有无状态。With a state (true), or nobody said (false).', (has) => ({
      status: has ? { not: null } : null,
    })),
    roundId: ids('InspectionRound', '巡察轮次。Acted on for an item of one of these rounds.', null),
    itemId: ids('RectificationItem', '所属问题。Acted on for one of these items.', null),
    action: oneOf(DocumentActionKindType, '动作。With one of these actions.', null),
    actedFrom: day('动作不早于。Acted on, on or after this day.', null),
    actedTo: day('动作不晚于。Acted on, on or before this day.', null),
    undated: flag('动作无日期。Acted on without a known day (true) or with one (false).', null),
    changedSince: changedSince(),
    text: text('名称包含。Whose title contains this text.'),
  },
  (values, { caller }) => ({
    actions: { some: { AND: [visibleActions(caller), ...actedOn(values)] } },
  }),
);

/** The conditions on an action: one and the same has to meet them all. */
function actedOn({
  roundId,
  itemId,
  action,
  actedFrom,
  actedTo,
  undated,
}: Record<string, never>): Prisma.DocumentActionWhereInput[] {
  return [
    ...(roundId ? [{ item: { roundId } }] : []),
    ...(itemId ? [{ itemId }] : []),
    ...(action ? [{ action }] : []),
    ...(actedFrom ? [{ actedOn: { gte: actedFrom } }] : []),
    ...(actedTo ? [{ actedOn: { lte: actedTo } }] : []),
    ...(undated === undefined ? [] : [{ actedOn: undated ? null : { not: null } }]),
  ];
}

listOf({
  model: 'InstitutionalDocument',
  node: { chinese: '制度文件', english: 'documents' },
  visible: ({ caller }) => visibleDocuments(caller),
  filter: documentFilter,
  orders: {
    TITLE: {
      description: '名称，按拼音。By title: Chinese by pinyin, numbers as numbers.',
      columns: ['titleSort'],
    },
    STATUS: { description: '状态。By state; those without one come last.', columns: ['status'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
}).root('institutionalDocuments', {
  description: '制度文件列表。The documents that you may see.',
});

lookupOf('institutionalDocument', {
  model: 'InstitutionalDocument',
  description:
    '按外部键取制度文件。The document with another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => visibleDocuments(caller),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'document:edit', (places) => ({
      OR: [{ organizationId: places }, { responsibleUnitId: places }],
    })),
});
