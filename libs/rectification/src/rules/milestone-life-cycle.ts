import { defineLifeCycle } from '@taizhang/access/rules';
import { bilingual, dayField, guard, reasonField, toDay } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import { placesOfItem, type FollowedItem } from './follow-up.ts';
import { ITEM_LIFE_CYCLE } from './item-life-cycle.ts';

/** What the rules need to know of a milestone; its status follows from its day. */
export interface MilestoneState {
  status: 'PENDING' | 'REACHED';
  item: FollowedItem;
}

const itemIsNotDone = guard(
  'item-open',
  '问题已销号或撤回',
  'The item is closed or withdrawn',
  ({ item }: MilestoneState) => !ITEM_LIFE_CYCLE.is('isDone', item.status),
);

/** The life cycle of a milestone. */
export const MILESTONE_LIFE_CYCLE = defineLifeCycle({
  subject: 'Milestone',
  words: bilingual('阶段目标', 'Milestone'),
  column: null,
  places: ({ item }: MilestoneState) => placesOfItem(item),
  statuses: {
    PENDING: { words: bilingual('未达成', 'Pending'), traits: { isOpen: true } },
    REACHED: { words: bilingual('已达成', 'Reached'), traits: { isOpen: false } },
  },
  born: { MILESTONE_ADDED: 'PENDING' },
  steps: (step) => ({
    reachMilestone: step({
      from: ['PENDING'],
      to: 'REACHED',
      permission: 'item:carry-out',
      guards: [itemIsNotDone],
      fields: {
        reachedOn: dayField({
          label: bilingual('达成日期', 'Reached on'),
          description: '达成日期。Today when unsaid.',
        }),
        reason: reasonField('说明。A remark; kept in the history.'),
      },
      sets: (_milestone, { reachedOn }, { today }) => ({ reachedOn: toDay(reachedOn ?? today) }),
      event: EVENTS.MILESTONE_REACHED,
      words: bilingual('登记达成', 'Mark reached'),
      description: '阶段目标达成。Reports a stage as reached.',
    }),
  }),
});
