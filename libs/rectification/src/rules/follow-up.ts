import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import {
  aPersonActs,
  byPermission,
  byRule,
  refuseByGuard,
  type Refusal,
} from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE, type ItemStatus } from './item-life-cycle.ts';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';

/** What the rules of follow-up need to know of an item. */
export interface FollowedItem extends ItemPlaces {
  status: ItemStatus;
}

/** Where who works on an item has to be. */
export const placesOfItem = (item: ItemPlaces) => [item.organizationId, ...unitsOf(item)];

function refuseWhenDone(item: FollowedItem, caller: Caller, permission: Permission) {
  if (!may(caller, permission, ...placesOfItem(item))) return byPermission(NO_PERMISSION);
  return ITEM_LIFE_CYCLE.is('isDone', item.status)
    ? byRule('item-open', '问题已销号或撤回', 'The item is closed or withdrawn')
    : null;
}

/** Why the caller may not supervise the item or remind of it now; null when they may. */
export function refuseSupervision(item: FollowedItem, caller: Caller): Refusal | null {
  return refuseWhenDone(item, caller, 'item:supervise') ?? refuseByGuard(aPersonActs, item, caller);
}

/** Why the caller may not add a milestone to the item now; null when they may. */
export const refuseAddMilestone = (item: FollowedItem, caller: Caller): Refusal | null =>
  refuseWhenDone(item, caller, 'measure:plan');
