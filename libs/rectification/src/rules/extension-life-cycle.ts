import { defineLifeCycle, may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byPermission,
  byRule,
  guard,
  reasonField,
  refuseByGuard,
  requiredReasonField,
  type Refusal,
} from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import { ITEM_LIFE_CYCLE, type ItemStatus } from './item-life-cycle.ts';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';

/** What the rules need to know of a request for more time. */
export interface ExtensionState {
  status: Row<'ExtensionRequest'>['status'];
  requestedById: string;
  item: ItemPlaces & { status: ItemStatus };
}

/** What the rules need to know of the item that more time is asked for. */
export interface ExtendedItem extends ItemPlaces {
  status: ItemStatus;
  hasDueDate: boolean;
  hasOpenExtension: boolean;
}

const requesterDoesNotDecide = guard(
  'four-eyes',
  '申请人不能审批自己的延期',
  'Who asked for it cannot decide on it',
  ({ requestedById }: ExtensionState, { personId }) =>
    personId !== null && personId !== requestedById,
);
const itemIsOpen = guard(
  'item-open',
  '问题已办结，时限不再变动',
  'The item is done: its date stays',
  ({ item }: ExtensionState) => ITEM_LIFE_CYCLE.is('isOpen', item.status),
);

/** The life cycle of a request for more time, by the mutation that takes each step. */
export const EXTENSION_LIFE_CYCLE = defineLifeCycle({
  subject: 'ExtensionRequest',
  words: bilingual('延期申请', 'Extension request'),
  places: ({ item }: ExtensionState) => [item.organizationId],
  statuses: {
    REQUESTED: { words: bilingual('已申请', 'Requested'), traits: { isOpen: true } },
    GRANTED: { words: bilingual('已批准', 'Granted'), traits: { isOpen: false } },
    REFUSED: { words: bilingual('未批准', 'Refused'), traits: { isOpen: false } },
  },
  born: { EXTENSION_REQUESTED: 'REQUESTED' },
  steps: (step) => ({
    grantExtension: step({
      from: ['REQUESTED'],
      to: 'GRANTED',
      permission: 'extension:decide',
      guards: [requesterDoesNotDecide, itemIsOpen],
      fields: { reason: reasonField('意见。A remark.') },
      sets: (_request, { reason }, { caller, now }) => ({
        decidedById: caller.personId,
        decidedAt: now,
        decisionReason: reason ?? null,
      }),
      event: EVENTS.EXTENSION_GRANTED,
      words: bilingual('批准延期', 'Grant extension'),
      description: '批准延期。Moves the due date, by somebody else than who asked: → GRANTED.',
      advice: bilingual(
        '批准后时限随即改为申请的日期，原时限始终保留。',
        'The due date moves at once; the first one is kept for ever.',
      ),
    }),
    refuseExtension: step({
      from: ['REQUESTED'],
      to: 'REFUSED',
      permission: 'extension:decide',
      guards: [requesterDoesNotDecide],
      fields: { reason: requiredReasonField('理由。Why.') },
      sets: (_request, { reason }, { caller, now }) => ({
        decidedById: caller.personId,
        decidedAt: now,
        decisionReason: reason,
      }),
      event: EVENTS.EXTENSION_REFUSED,
      words: bilingual('不批准延期', 'Refuse extension'),
      description: '不批准延期。With a reason, by somebody else than who asked: → REFUSED.',
      isDangerous: true,
    }),
  }),
});

/** Why the caller may not ask for more time now; null when they may. */
export function refuseRequestExtension(item: ExtendedItem, caller: Caller): Refusal | null {
  if (!may(caller, 'extension:request', item.organizationId, ...unitsOf(item)))
    return byPermission(NO_PERMISSION);
  if (!ITEM_LIFE_CYCLE.is('isOpen', item.status))
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
  return refuseByGuard(aPersonActs, item, caller);
}

/** Refuses a date that gives no more time. */
export const refuseEarlierDate = (dueOn: string, requestedDueOn: string): Refusal | null =>
  requestedDueOn > dueOn
    ? null
    : byRule('extension-is-later', '申请时限须晚于现时限', 'Ask for a date after the present one');
