import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';
import { byPermission, byRule, type Refusal } from './refusal.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

/** What the rules of follow-up need to know of an item. */
export interface FollowedItem extends ItemPlaces {
  status: string;
}

const placesOf = (item: ItemPlaces) => [item.organizationId, ...unitsOf(item)];

/** Items that are done with: nothing more is asked for them. */
const isDone = ({ status }: FollowedItem) => status === 'CLOSED' || status === 'WITHDRAWN';

function refuseWhenDone(item: FollowedItem, caller: Caller, permission: Permission) {
  if (!may(caller, permission, ...placesOf(item))) return byPermission(NO_PERMISSION);
  return isDone(item)
    ? byRule('item-open', '问题已销号或撤回', 'The item is closed or withdrawn')
    : null;
}

/** Why the caller may not supervise the item or remind of it now; null when they may. */
export function refuseSupervision(item: FollowedItem, caller: Caller): Refusal | null {
  return refuseWhenDone(item, caller, 'item:supervise') ?? aPersonActs(item, caller);
}

/** Why the caller may not add a milestone to the item now; null when they may. */
export const refuseAddMilestone = (item: FollowedItem, caller: Caller): Refusal | null =>
  refuseWhenDone(item, caller, 'measure:plan');

export const MILESTONE_STATUSES = ['PENDING', 'REACHED'] as const;
export type MilestoneStatus = (typeof MILESTONE_STATUSES)[number];

/** What the rules need to know of a milestone; its status follows from its day. */
export interface MilestoneState {
  status: MilestoneStatus;
  item: FollowedItem;
}

const itemIsNotDone = ({ item }: { item: FollowedItem }) =>
  isDone(item) ? byRule('item-open', '问题已销号或撤回', 'The item is closed or withdrawn') : null;

/** The life cycle of a milestone. */
export const MILESTONE_STEPS = {
  reachMilestone: {
    from: ['PENDING'],
    to: 'REACHED',
    permission: 'item:carry-out',
    event: 'MILESTONE_REACHED',
    guards: [itemIsNotDone],
  },
} as const satisfies Record<string, TableStep<MilestoneStatus, MilestoneState>>;

/** Why the caller may not report the milestone as reached now; null when they may. */
export const refuseReachMilestone = (milestone: MilestoneState, caller: Caller): Refusal | null =>
  refuseTableStep(MILESTONE_STEPS.reachMilestone, milestone, placesOf(milestone.item), caller);

export const SUPERVISION_STATUSES = ['OPEN', 'ANSWERED'] as const;
export type SupervisionStatus = (typeof SUPERVISION_STATUSES)[number];

/** What the rules need to know of a supervision; its status follows from its answer. */
export interface SupervisionState {
  status: SupervisionStatus;
  byPersonId: string;
  item: FollowedItem;
}

/** The life cycle of a supervision or reminder. */
export const SUPERVISION_STEPS = {
  answerSupervision: {
    from: ['OPEN'],
    to: 'ANSWERED',
    permission: 'item:carry-out',
    event: 'SUPERVISION_ANSWERED',
    guards: [
      aPersonActs,
      ({ byPersonId }: SupervisionState, { personId }: Caller) =>
        byPersonId === personId
          ? byRule('four-eyes', '督办人不能答复自己的督办', 'Who supervised cannot answer it')
          : null,
    ],
  },
} as const satisfies Record<string, TableStep<SupervisionStatus, SupervisionState>>;

/** Why the caller may not answer the supervision now; null when they may. */
export const refuseAnswerSupervision = (
  supervision: SupervisionState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep(
    SUPERVISION_STEPS.answerSupervision,
    supervision,
    placesOf(supervision.item),
    caller,
  );
