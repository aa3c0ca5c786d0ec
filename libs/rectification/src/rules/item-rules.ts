import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from '@taizhang/platform/rules';
import { ITEM_LIFE_CYCLE, type ItemState, type ItemStatus } from './item-life-cycle.ts';
import { unitsOf } from './item-visibility.ts';

/** Refuses to move a planned item's date later by an edit: that takes an extension. */
export const refuseLaterDueDate = (
  item: { status: ItemStatus; dueOn: string | null },
  dueOn: string,
): Refusal | null =>
  item.dueOn === null || dueOn <= item.dueOn || ITEM_LIFE_CYCLE.is('isBeforePlan', item.status)
    ? null
    : byRule(
        'extension-moves-due-date',
        '方案批准后，推迟时限须申请延期',
        'After the plan is approved, ask for an extension to move the date later',
      );

/** Why the caller may not edit the item's fields now; null when they may. */
export function refuseItemEdit(item: ItemState, caller: Caller): Refusal | null {
  return refuseUnlessEditable(item, caller, 'item:edit');
}

/** Why the caller may not plan measures of the item now; null when they may. */
export function refuseAddMeasure(item: OpenState, caller: Caller): Refusal | null {
  return refuseUnlessEditable(item, caller, 'measure:plan');
}

/** Why the caller may not attach evidence to the item now; null when they may. */
export function refuseAttachEvidence(item: ItemState, caller: Caller): Refusal | null {
  if (!may(caller, 'evidence:attach', item.organizationId, ...unitsOf(item)))
    return byPermission(NO_PERMISSION);
  return ITEM_LIFE_CYCLE.is('isDone', item.status)
    ? byRule('item-open', '问题已销号或撤回', 'The item is closed or withdrawn')
    : null;
}

interface OpenState {
  organizationId: string;
  status: ItemStatus;
}

function refuseUnlessEditable(
  item: OpenState,
  caller: Caller,
  permission: Permission,
): Refusal | null {
  if (!may(caller, permission, item.organizationId)) return byPermission(NO_PERMISSION);
  return refuseClosedItem(item);
}

/** Why the item's fields and measures cannot be worked on in its status, whoever asks; null when they can. */
export const refuseClosedItem = ({ status }: Pick<ItemState, 'status'>): Refusal | null =>
  ITEM_LIFE_CYCLE.is('isEditable', status)
    ? null
    : byRule(
        'item-open',
        '该状态下不能修改，请先退回或重新打开',
        'It cannot be changed in this status: return or reopen it first',
      );
