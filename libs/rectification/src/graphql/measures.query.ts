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
  related,
  textIn,
  type Prisma,
} from '@taizhang/platform';
import { visibleItems } from '../visible-items.ts';
import { MeasureStatusType } from './enums.type.ts';
import { itemFilter } from './item-filter.ts';

const measureFilter = filterOf<Prisma.CorrectiveMeasureWhereInput>(
  'CorrectiveMeasureFilter',
  '措施筛选。Which measures; every condition given must hold.',
  {
    itemId: ids('RectificationItem', '所属问题。Of one of these items.', (itemId) => ({ itemId })),
    item: related(itemFilter, '所属问题的条件。Of items that meet this filter.', (item) => ({
      item,
    })),
    roundId: ids('InspectionRound', '巡察轮次。Of an item of one of these rounds.', (roundId) => ({
      item: { roundId },
    })),
    status: oneOf(MeasureStatusType, '状态。In one of these statuses.', (status) => ({ status })),
    responsibleUnitId: ids(
      'Organization',
      '责任科室（单位）。Whose responsible unit is one of these.',
      (responsibleUnitId) => ({ responsibleUnitId }),
    ),
    ownerId: ids('Person', '责任人。Owned by one of these people.', (ownerId) => ({ ownerId })),
    hasOwner: flag('有无责任人。With an owner (true) or without one (false).', (has) => ({
      ownerId: has ? { not: null } : null,
    })),
    dueFrom: day('时限不早于。Due on or after this day.', (gte) => ({ dueOn: { gte } })),
    dueTo: day('时限不晚于。Due on or before this day.', (lte) => ({ dueOn: { lte } })),
    hasDueOn: flag('有无时限。With a due date (true) or without one (false).', (has) => ({
      dueOn: has ? { not: null } : null,
    })),
    changedSince: changedSince(),
    text: textIn('包含文字。Whose words contain this text.', (words) => ({ text: words })),
  },
);

listOf({
  model: 'CorrectiveMeasure',
  node: { chinese: '整改措施', english: 'measures' },
  visible: ({ caller }) => ({ item: visibleItems(caller) }),
  filter: measureFilter,
  orders: {
    DUE_ON: {
      description: '时限。By due date; measures without one come last.',
      columns: ['dueOn'],
    },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
}).root('correctiveMeasures', {
  description: '整改措施。The measures of the items that you may see.',
});

lookupOf('correctiveMeasure', {
  model: 'CorrectiveMeasure',
  description:
    '按外部键取措施。The measure with another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => ({ item: visibleItems(caller) }),
  keysSetBy: ({ caller }) =>
    heldAt(caller, 'measure:plan', (organizationId) => ({ item: { organizationId } })),
});
