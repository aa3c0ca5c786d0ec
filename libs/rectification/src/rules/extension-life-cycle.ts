import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';
import { OPEN_STATUSES } from './overdue.ts';
import { byPermission, byRule, type Refusal } from './refusal.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

export const EXTENSION_STATUSES = ['REQUESTED', 'GRANTED', 'REFUSED'] as const;
export type ExtensionStatus = (typeof EXTENSION_STATUSES)[number];

/** What the rules need to know of a request for more time. */
export interface ExtensionState {
  status: ExtensionStatus;
  requestedById: string;
  item: ItemPlaces & { status: string };
}

/** What the rules need to know of the item that more time is asked for. */
export interface ExtendedItem extends ItemPlaces {
  status: string;
  hasDueDate: boolean;
  hasOpenExtension: boolean;
}

const isOpen = (status: string) => (OPEN_STATUSES as readonly string[]).includes(status);

const requesterDoesNotDecide = ({ requestedById }: ExtensionState, { personId }: Caller) =>
  personId === null || personId === requestedById
    ? byRule('four-eyes', '申请人不能审批自己的延期', 'Who asked for it cannot decide on it')
    : null;

const itemIsOpen = ({ item }: ExtensionState) =>
  isOpen(item.status)
    ? null
    : byRule('item-open', '问题已办结，时限不再变动', 'The item is done: its date stays');

/** The life cycle of a request for more time, by the mutation that takes each step. */
export const EXTENSION_STEPS = {
  grantExtension: {
    from: ['REQUESTED'],
    to: 'GRANTED',
    permission: 'extension:decide',
    event: 'EXTENSION_GRANTED',
    guards: [requesterDoesNotDecide, itemIsOpen],
  },
  refuseExtension: {
    from: ['REQUESTED'],
    to: 'REFUSED',
    permission: 'extension:decide',
    event: 'EXTENSION_REFUSED',
    needsReason: true,
    guards: [requesterDoesNotDecide],
  },
} as const satisfies Record<string, TableStep<ExtensionStatus, ExtensionState>>;
export type ExtensionAction = keyof typeof EXTENSION_STEPS;
export const EXTENSION_ACTIONS = Object.keys(EXTENSION_STEPS) as ExtensionAction[];

/** Why the caller may not ask for more time now; null when they may. */
export function refuseRequestExtension(item: ExtendedItem, caller: Caller): Refusal | null {
  if (!may(caller, 'extension:request', item.organizationId, ...unitsOf(item)))
    return byPermission(NO_PERMISSION);
  if (!isOpen(item.status))
    return byRule(
      'item-open',
      '问题已办结，不能申请延期',
      'The item is done: ask for no more time',
    );
  if (!item.hasDueDate)
    return byRule('has-due-date', '问题没有时限，无需延期', 'It has no due date to extend');
  if (item.hasOpenExtension)
    return byRule(
      'one-open-extension',
      '已有延期申请待审批',
      'A request for more time awaits its decision',
    );
  return aPersonActs(item, caller);
}

/** Refuses a date that gives no more time. */
export const refuseEarlierDate = (dueOn: string, requestedDueOn: string): Refusal | null =>
  requestedDueOn > dueOn
    ? null
    : byRule('extension-is-later', '申请时限须晚于现时限', 'Ask for a date after the present one');

/** Why the caller may not decide on the request now; null when they may. */
export const refuseExtensionStep = (
  action: ExtensionAction,
  extension: ExtensionState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<ExtensionStatus, ExtensionState>(
    EXTENSION_STEPS[action],
    extension,
    [extension.item.organizationId],
    caller,
  );
