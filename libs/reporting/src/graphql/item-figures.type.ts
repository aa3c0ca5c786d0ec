import { builder } from '@taizhang/platform';
import {
  ITEM_FIGURES,
  type ItemFigure,
  type ItemFilterAddress,
} from '@taizhang/rectification/rules';

const WORDS: Record<ItemFigure, string> = {
  items: '全部问题。All items, withdrawn ones too.',
  counted: '完成率的分母。What the completion rate divides by: all items but withdrawn ones.',
  withdrawn: '已撤回。Withdrawn items.',
  closed: '已销号。Closed items.',
  longTerm: '长期整改。Items under long-term review.',
  overdue: '逾期。Items open past their due date.',
  amountStated: '载明涉及金额。Counted items that state the money involved.',
  amountUnstated: '未载明涉及金额。Counted items that state none.',
  closedWithEvidence: '有佐证的销号。Closed items with accepted evidence.',
};

/** The filters of the figures over some items, from the filter of these items. */
export const ItemFiltersType = builder.objectRef<ItemFilterAddress>('ItemFigureFilters').implement({
  description:
    '各指标的筛选条件。For each figure what `rectificationItems(filter:)` takes to list the very items that it counts, within what you may see.',
  fields: (t) =>
    Object.fromEntries(
      Object.entries(WORDS).map(([figure, description]) => [
        figure,
        t.field({
          type: 'JSON',
          description,
          resolve: (base) => ({ ...base, ...ITEM_FIGURES[figure as ItemFigure] }),
        }),
      ]),
    ),
});
