import { beginsOutOfSight, builder } from '@taizhang/platform';
import { visibleItems } from '../visible-items.ts';
import { ItemFilterType, itemOrder, ItemOrderType, itemsWhere } from './item-filter.ts';

builder.queryField('rectificationItems', (t) =>
  t.prismaConnection({
    type: 'RectificationItem',
    cursor: 'id',
    authScopes: { signedIn: true },
    description: '问题台账。The items that you may see.',
    args: {
      filter: t.arg({ type: ItemFilterType, description: '筛选。Which items.' }),
      orderBy: t.arg({ type: ItemOrderType, description: '排序。By code when unsaid.' }),
    },
    totalCount: (_root, { filter }, { db, caller, now }) =>
      db.rectificationItem.count({
        where: { AND: [visibleItems(caller), itemsWhere(filter, now())] },
      }),
    resolve: async (query, _root, args, { db, caller, now }) => {
      if (await beginsOutOfSight(query, db.rectificationItem, visibleItems(caller))) return [];
      return db.rectificationItem.findMany({
        ...query,
        where: { AND: [visibleItems(caller), itemsWhere(args.filter, now())] },
        orderBy: itemOrder(args.orderBy),
      });
    },
  }),
);
