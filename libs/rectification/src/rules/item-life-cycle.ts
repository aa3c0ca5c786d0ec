import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';
import { byPermission, byRule, type Refusal } from './refusal.ts';

export const ITEM_STATUSES = [
  'REGISTERED',
  'ASSIGNED',
  'PLANNED',
  'IN_PROGRESS',
  'SUBMITTED',
  'LEADER_SIGNED',
  'VERIFYING',
  'CLOSED',
  'LONG_TERM',
  'REOPENED',
  'WITHDRAWN',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What the rules need to know of an item. */
export interface ItemState extends ItemPlaces {
  status: ItemStatus;
  leadLeaderId: string | null;
  submittedById: string | null;
  measures: readonly { status: string }[];
  evidence: readonly { status: string }[];
  milestones: readonly unknown[];
}

interface ItemStep {
  from: readonly ItemStatus[];
  to: ItemStatus;
  permission: Permission;
  event: string;
  needsReason?: true;
  guards?: readonly ((item: ItemState, caller: Caller) => Refusal | null)[];
}

const hasMeasures = ({ measures }: ItemState) =>
  measures.some(({ status }) => status !== 'CANCELLED')
    ? null
    : byRule('item-has-measures', '还没有整改措施', 'It has no corrective measure yet');

const measuresAreApproved = ({ measures }: ItemState) =>
  measures.some(({ status }) => status === 'DRAFT')
    ? byRule('measures-are-approved', '还有措施未批准', 'A measure is not approved yet')
    : null;

const measuresAreAccepted = ({ measures }: ItemState) =>
  measures.every(({ status }) => status === 'ACCEPTED' || status === 'CANCELLED')
    ? null
    : byRule('measures-are-accepted', '还有措施未验收通过', 'A measure is not accepted yet');

const leaderSignsOwnItems = ({ leadLeaderId, organizationId }: ItemState, caller: Caller) => {
  const isSecretary = caller.grants.some(
    ({ role, organizationIds }) =>
      role === 'PARTY_SECRETARY' && (organizationIds?.includes(organizationId) ?? true),
  );
  return isSecretary || (leadLeaderId !== null && leadLeaderId === caller.personId)
    ? null
    : byPermission(
        bilingual(
          '只有牵头领导或党组书记可以签批',
          'Only its lead leader or the Party secretary signs it',
        ),
      );
};

const submitterDoesNotVerify = ({ submittedById }: ItemState, { personId }: Caller) =>
  personId === null || personId === submittedById
    ? byRule('four-eyes', '提交人不能核验自己的提交', 'Who submitted it cannot verify it')
    : null;

const hasAcceptedEvidence = ({ evidence }: ItemState) =>
  evidence.some(({ status }) => status === 'ACCEPTED')
    ? null
    : byRule(
        'closure-has-evidence',
        '没有已采信的佐证材料，不能销号',
        'No accepted evidence: it cannot be closed',
      );

const hasMilestones = ({ milestones }: ItemState) =>
  milestones.length > 0
    ? null
    : byRule(
        'long-term-has-milestones',
        '转长期整改须先设阶段目标',
        'Held for long, it needs a milestone first',
      );

/** The life cycle of an item: every step there is, by the mutation that takes it. */
export const ITEM_STEPS = {
  assignRectificationItem: {
    from: ['REGISTERED'],
    to: 'ASSIGNED',
    permission: 'item:assign',
    event: 'ITEM_ASSIGNED',
  },
  planRectificationItem: {
    from: ['ASSIGNED'],
    to: 'PLANNED',
    permission: 'item:plan',
    event: 'ITEM_PLANNED',
    guards: [hasMeasures, measuresAreApproved],
  },
  startRectificationItem: {
    from: ['PLANNED', 'REOPENED'],
    to: 'IN_PROGRESS',
    permission: 'item:carry-out',
    event: 'ITEM_STARTED',
  },
  submitRectificationItem: {
    from: ['IN_PROGRESS'],
    to: 'SUBMITTED',
    permission: 'item:submit',
    event: 'ITEM_SUBMITTED',
    guards: [hasMeasures, measuresAreAccepted],
  },
  signRectificationItem: {
    from: ['SUBMITTED'],
    to: 'LEADER_SIGNED',
    permission: 'item:sign',
    event: 'ITEM_SIGNED',
    guards: [leaderSignsOwnItems],
  },
  verifyRectificationItem: {
    from: ['LEADER_SIGNED', 'LONG_TERM'],
    to: 'VERIFYING',
    permission: 'item:verify',
    event: 'ITEM_VERIFICATION_STARTED',
    guards: [submitterDoesNotVerify],
  },
  returnRectificationItem: {
    from: ['VERIFYING'],
    to: 'IN_PROGRESS',
    permission: 'item:verify',
    event: 'ITEM_RETURNED',
    needsReason: true,
  },
  closeRectificationItem: {
    from: ['VERIFYING'],
    to: 'CLOSED',
    permission: 'item:verify',
    event: 'ITEM_CLOSED',
    guards: [submitterDoesNotVerify, hasAcceptedEvidence],
  },
  holdRectificationItemLongTerm: {
    from: ['LEADER_SIGNED'],
    to: 'LONG_TERM',
    permission: 'item:verify',
    event: 'ITEM_HELD_LONG_TERM',
    guards: [hasMilestones],
  },
  reopenRectificationItem: {
    from: ['CLOSED'],
    to: 'REOPENED',
    permission: 'item:verify',
    event: 'ITEM_REOPENED',
    needsReason: true,
  },
  withdrawRectificationItem: {
    from: ['REGISTERED', 'ASSIGNED'],
    to: 'WITHDRAWN',
    permission: 'item:register',
    event: 'ITEM_WITHDRAWN',
    needsReason: true,
  },
} as const satisfies Record<string, ItemStep>;
export type ItemAction = keyof typeof ITEM_STEPS;
export const ITEM_ACTIONS = Object.keys(ITEM_STEPS) as ItemAction[];

/** Why the caller may not take a step now; null when they may. */
export function refuseItemStep(
  action: ItemAction,
  item: ItemState,
  caller: Caller,
): Refusal | null {
  const step: ItemStep = ITEM_STEPS[action];
  if (!may(caller, step.permission, item.organizationId, ...unitsOf(item)))
    return byPermission(NO_PERMISSION);
  if (!step.from.includes(item.status))
    return byRule('status', '当前状态不能进行此操作', 'Its status does not allow this step');
  for (const guard of step.guards ?? []) {
    const refusal = guard(item, caller);
    if (refusal) return refusal;
  }
  return null;
}

/** Refuses to move a planned item's date later by an edit: that takes an extension. */
export const refuseLaterDueDate = (
  item: { status: string; dueOn: string | null },
  dueOn: string,
): Refusal | null =>
  item.dueOn === null || dueOn <= item.dueOn || BEFORE_THE_PLAN.includes(item.status)
    ? null
    : byRule(
        'extension-moves-due-date',
        '方案批准后，推迟时限须申请延期',
        'After the plan is approved, ask for an extension to move the date later',
      );
const BEFORE_THE_PLAN: readonly string[] = ['REGISTERED', 'ASSIGNED'];

/** Statuses in which an item's own fields and measures may still be worked on. */
const EDITABLE: readonly string[] = [
  'REGISTERED',
  'ASSIGNED',
  'PLANNED',
  'IN_PROGRESS',
  'REOPENED',
];

/** Why the caller may not edit the item's fields now; null when they may. */
export function refuseItemEdit(item: ItemState, caller: Caller): Refusal | null {
  return refuseWhileOpen(item, caller, 'item:edit');
}

/** Why the caller may not plan measures of the item now; null when they may. */
export function refuseAddMeasure(item: OpenState, caller: Caller): Refusal | null {
  return refuseWhileOpen(item, caller, 'measure:plan');
}

/** Why the caller may not attach evidence to the item now; null when they may. */
export function refuseAttachEvidence(item: ItemState, caller: Caller): Refusal | null {
  if (!may(caller, 'evidence:attach', item.organizationId, ...unitsOf(item)))
    return byPermission(NO_PERMISSION);
  return item.status === 'CLOSED' || item.status === 'WITHDRAWN'
    ? byRule('item-open', '问题已销号或撤回', 'The item is closed or withdrawn')
    : null;
}

interface OpenState {
  organizationId: string;
  status: string;
}

function refuseWhileOpen(item: OpenState, caller: Caller, permission: Permission): Refusal | null {
  if (!may(caller, permission, item.organizationId)) return byPermission(NO_PERMISSION);
  return refuseClosedItem(item);
}

/** Why the item's fields and measures cannot be worked on in its status, whoever asks; null when they can. */
export const refuseClosedItem = ({ status }: { status: string }): Refusal | null =>
  (EDITABLE as readonly string[]).includes(status)
    ? null
    : byRule(
        'item-open',
        '该状态下不能修改，请先退回或重新打开',
        'It cannot be changed in this status: return or reopen it first',
      );
