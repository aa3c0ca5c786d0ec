import { heldAt } from '@taizhang/access/rules';
import { listOf, lookupOf } from '@taizhang/platform';
import { visibleItems } from '../visible-items.ts';
import { itemFilter } from './item-filter.ts';

export const itemList = listOf({
  model: 'RectificationItem',
  node: { chinese: '问题', english: 'items' },
  visible: ({ caller }) => visibleItems(caller),
  filter: itemFilter,
  orders: {
    CODE: {
      description: '编号，数字按大小。By code, with numbers as numbers: 1.2 before 1.10.',
      columns: ['codeSort'],
    },
    DUE_ON: {
      description: '时限。By due date; items without one come last.',
      columns: ['dueOn'],
    },
    STATUS: { description: '状态。By place in the life cycle.', columns: ['status'] },
    UPDATED_AT: { description: '更新时间。By last change.', columns: ['updatedAt'] },
  },
});

itemList.root('rectificationItems', { description: '问题台账。The items that you may see.' });
lookupOf('rectificationItem', {
  model: 'RectificationItem',
  description:
    '按编号或外部键取问题。The item with a code or another system’s key; null when there is none that you may see.',
  visible: ({ caller }) => visibleItems(caller),
  keys: { code: '编号。Such as MH-WL-2024-1.2.' },
  keysSetBy: ({ caller }) => heldAt(caller, 'item:edit', (organizationId) => ({ organizationId })),
});
