import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';
import { byPermission, byRule, type Refusal } from './refusal.ts';

export const MEASURE_STATUSES = [
  'DRAFT',
  'APPROVED',
  'IN_PROGRESS',
  'SUBMITTED',
  'ACCEPTED',
  'RETURNED',
  'CANCELLED',
] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** What the rules need to know of a measure. */
export interface MeasureState {
  status: MeasureStatus;
  responsibleUnitId: string | null;
  submittedById: string | null;
  item: ItemPlaces & { status: string };
}

interface MeasureStep {
  from: readonly MeasureStatus[];
  to: MeasureStatus;
  permission: Permission;
  event: string;
  needsReason?: true;
  /** In which statuses of the item the step is taken. */
  whileItem: readonly string[];
  guard?: (measure: MeasureState, caller: Caller) => Refusal | null;
}

const BEFORE_SUBMISSION = ['REGISTERED', 'ASSIGNED', 'PLANNED', 'IN_PROGRESS', 'REOPENED'];
const UNDER_WAY = ['IN_PROGRESS', 'REOPENED'];

const aPersonSubmits = (_measure: MeasureState, { personId }: Caller) =>
  personId === null
    ? byRule('a-person-submits', '须由本人提交', 'A person has to submit it')
    : null;

const submitterDoesNotAccept = ({ submittedById }: MeasureState, { personId }: Caller) =>
  personId === null || personId === submittedById
    ? byRule('four-eyes', '提交人不能验收自己的提交', 'Who submitted it cannot accept or return it')
    : null;

/** The life cycle of a measure: every step there is, by the mutation that takes it. */
export const MEASURE_STEPS = {
  approveMeasure: {
    from: ['DRAFT'],
    to: 'APPROVED',
    permission: 'measure:approve',
    event: 'MEASURE_APPROVED',
    whileItem: BEFORE_SUBMISSION,
  },
  startMeasure: {
    from: ['APPROVED', 'RETURNED'],
    to: 'IN_PROGRESS',
    permission: 'measure:carry-out',
    event: 'MEASURE_STARTED',
    whileItem: UNDER_WAY,
  },
  submitMeasure: {
    from: ['IN_PROGRESS', 'RETURNED'],
    to: 'SUBMITTED',
    permission: 'measure:carry-out',
    event: 'MEASURE_SUBMITTED',
    whileItem: UNDER_WAY,
    guard: aPersonSubmits,
  },
  acceptMeasure: {
    from: ['SUBMITTED'],
    to: 'ACCEPTED',
    permission: 'measure:accept',
    event: 'MEASURE_ACCEPTED',
    whileItem: UNDER_WAY,
    guard: submitterDoesNotAccept,
  },
  returnMeasure: {
    from: ['SUBMITTED'],
    to: 'RETURNED',
    permission: 'measure:accept',
    event: 'MEASURE_RETURNED',
    needsReason: true,
    whileItem: UNDER_WAY,
    guard: submitterDoesNotAccept,
  },
  cancelMeasure: {
    from: ['DRAFT', 'APPROVED', 'IN_PROGRESS', 'RETURNED'],
    to: 'CANCELLED',
    permission: 'measure:plan',
    event: 'MEASURE_CANCELLED',
    needsReason: true,
    whileItem: BEFORE_SUBMISSION,
  },
} as const satisfies Record<string, MeasureStep>;
export type MeasureAction = keyof typeof MEASURE_STEPS;
export const MEASURE_ACTIONS = Object.keys(MEASURE_STEPS) as MeasureAction[];

/** Statuses in which a measure's words are still its own to change. */
const EDITABLE: readonly MeasureStatus[] = ['DRAFT', 'APPROVED', 'IN_PROGRESS', 'RETURNED'];

/** Why a measure's words cannot be changed in its status, whoever asks; null when they can. */
export const refuseClosedMeasure = ({ status }: Pick<MeasureState, 'status'>): Refusal | null =>
  EDITABLE.includes(status)
    ? null
    : byRule(
        'measure-open',
        '措施已提交、验收或取消，不能修改',
        'The measure is submitted, accepted or cancelled: it cannot be changed',
      );

/** Why the caller may not take a step now; null when they may. */
export function refuseMeasureStep(
  action: MeasureAction,
  measure: MeasureState,
  caller: Caller,
): Refusal | null {
  const step: MeasureStep = MEASURE_STEPS[action];
  const { item } = measure;
  if (!may(caller, step.permission, ...placesOf(measure))) return byPermission(NO_PERMISSION);
  if (!step.from.includes(measure.status))
    return byRule(
      'status',
      '措施当前状态不能进行此操作',
      'The measure’s status does not allow this step',
    );
  if (!step.whileItem.includes(item.status))
    return byRule(
      'item-under-way',
      '所属问题当前状态不能进行此操作',
      'The item’s status does not allow this step',
    );
  return step.guard?.(measure, caller) ?? null;
}

/** Who may carry a measure out: the bureau, the item's unit, and the measure's own or else the supporting ones. */
const placesOf = ({ responsibleUnitId, item }: MeasureState) =>
  responsibleUnitId
    ? [item.organizationId, item.responsibleUnitId, responsibleUnitId]
    : [item.organizationId, ...unitsOf(item)];
