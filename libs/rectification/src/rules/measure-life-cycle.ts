import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  bilingual,
  guard,
  reasonField,
  requiredReasonField,
  requiredRecordField,
  requiredTextField,
} from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import { ITEM_LIFE_CYCLE, type ItemStatus } from './item-life-cycle.ts';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';

export type MeasureStatus = Row<'CorrectiveMeasure'>['status'];

/** What the rules need to know of a measure. */
export interface MeasureState {
  status: MeasureStatus;
  responsibleUnitId: string | null;
  submittedById: string | null;
  item: ItemPlaces & { status: ItemStatus };
}

/** In which statuses of the item a step is taken. */
const whileItem = (trait: 'isEditable' | 'isUnderWay') =>
  guard(
    'item-under-way',
    '所属问题当前状态不能进行此操作',
    'The item’s status does not allow this step',
    ({ item }: MeasureState) => ITEM_LIFE_CYCLE.is(trait, item.status),
  );
const whilePlanned = whileItem('isEditable');
const whileUnderWay = whileItem('isUnderWay');

const aPersonSubmits = guard(
  'a-person-submits',
  '须由本人提交',
  'A person has to submit it',
  (_measure: MeasureState, { personId }) => personId !== null,
);
const submitterDoesNotAccept = guard(
  'four-eyes',
  '提交人不能验收自己的提交',
  'Who submitted it cannot accept or return it',
  ({ submittedById }: MeasureState, { personId }) =>
    personId !== null && personId !== submittedById,
);

const reason = reasonField();
const requiredReason = requiredReasonField();
const OPEN = {
  isOpen: true,
  isReplaceable: true,
  isEditable: true,
  isCounted: true,
  isCompleted: false,
};

/**
 * The life cycle of a measure, by the mutation that takes each step.
 *
 * - `isOpen`: its due date presses
 * - `isEditable`: its words are still its own to change, by a notice read anew too
 * - `isCounted`: it is one of the measures of its item; `isCompleted`: and nothing more is asked for it
 * - `isReplaceable`: it is still to be carried out or was, so that it can take another one's place
 */
export const MEASURE_LIFE_CYCLE = defineLifeCycle({
  subject: 'CorrectiveMeasure',
  words: bilingual('整改措施', 'Corrective measure'),
  // Who may carry it out: the bureau, the item's unit, and its own or else the supporting ones.
  places: ({ responsibleUnitId, item }: MeasureState) =>
    responsibleUnitId
      ? [item.organizationId, item.responsibleUnitId, responsibleUnitId]
      : [item.organizationId, ...unitsOf(item)],
  outOfOrder: bilingual(
    '措施当前状态不能进行此操作',
    'The measure’s status does not allow this step',
  ),
  statuses: {
    DRAFT: { words: bilingual('拟定', 'Draft'), traits: OPEN },
    APPROVED: {
      words: bilingual('已批准', 'Approved'),
      means: bilingual('随方案批准', 'with the plan'),
      traits: OPEN,
    },
    IN_PROGRESS: { words: bilingual('进行中', 'In progress'), traits: OPEN },
    SUBMITTED: {
      words: bilingual('已提交', 'Submitted'),
      means: bilingual('待验收', 'for acceptance'),
      traits: { ...OPEN, isEditable: false },
    },
    ACCEPTED: {
      words: bilingual('已验收', 'Accepted'),
      means: bilingual('由他人验收', 'by somebody else'),
      traits: { ...OPEN, isOpen: false, isEditable: false, isCompleted: true },
    },
    RETURNED: {
      words: bilingual('已退回', 'Returned'),
      means: bilingual('附理由', 'with a reason'),
      traits: OPEN,
    },
    CANCELLED: {
      words: bilingual('已取消', 'Cancelled'),
      means: bilingual('由其他措施替代', 'another measure replaces it'),
      traits: { ...OPEN, isOpen: false, isReplaceable: false, isEditable: false, isCounted: false },
    },
  },
  born: { MEASURE_ADDED: 'DRAFT' },
  steps: (step) => ({
    approveMeasure: step({
      from: ['DRAFT'],
      to: 'APPROVED',
      permission: 'measure:approve',
      guards: [whilePlanned],
      fields: { reason },
      event: EVENTS.MEASURE_APPROVED,
      words: bilingual('批准措施', 'Approve measure'),
      description: '批准措施。DRAFT → APPROVED.',
    }),
    startMeasure: step({
      from: ['APPROVED', 'RETURNED'],
      to: 'IN_PROGRESS',
      permission: 'measure:carry-out',
      guards: [whileUnderWay],
      fields: { reason },
      event: EVENTS.MEASURE_STARTED,
      words: bilingual('启动措施', 'Start measure'),
      description: '启动措施。APPROVED or RETURNED → IN_PROGRESS.',
    }),
    submitMeasure: step({
      from: ['IN_PROGRESS', 'RETURNED'],
      to: 'SUBMITTED',
      permission: 'measure:carry-out',
      guards: [whileUnderWay, aPersonSubmits],
      fields: {
        progress: requiredTextField({
          label: bilingual('落实情况', 'Progress'),
          hint: bilingual(
            '做了什么、成效如何；审核时以此和佐证材料为据',
            'What was done and what came of it; it is judged with the evidence',
          ),
          description: '完成情况。What was done.',
          max: 5_000,
          rows: 5,
        }),
      },
      sets: (_measure, { progress }, { caller, now }) => ({
        progress,
        submittedById: caller.personId,
        submittedAt: now,
        returnReason: null,
      }),
      event: EVENTS.MEASURE_SUBMITTED,
      words: bilingual('提交完成情况', 'Submit measure'),
      description: '提交措施。Reports what was done: IN_PROGRESS or RETURNED → SUBMITTED.',
    }),
    acceptMeasure: step({
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      permission: 'measure:accept',
      guards: [whileUnderWay, submitterDoesNotAccept],
      fields: { reason },
      sets: (_measure, _fields, { caller, now }) => ({
        acceptedById: caller.personId,
        acceptedAt: now,
      }),
      event: EVENTS.MEASURE_ACCEPTED,
      words: bilingual('验收通过', 'Accept measure'),
      description: '验收措施。By somebody else than who submitted: SUBMITTED → ACCEPTED.',
    }),
    returnMeasure: step({
      from: ['SUBMITTED'],
      to: 'RETURNED',
      permission: 'measure:accept',
      guards: [whileUnderWay, submitterDoesNotAccept],
      fields: { reason: requiredReason },
      sets: (_measure, { reason: returnReason }) => ({ returnReason }),
      event: EVENTS.MEASURE_RETURNED,
      words: bilingual('退回措施', 'Return measure'),
      description:
        '退回措施。With a reason, by somebody else than who submitted: SUBMITTED → RETURNED.',
      isDangerous: true,
    }),
    cancelMeasure: step({
      from: ['DRAFT', 'APPROVED', 'IN_PROGRESS', 'RETURNED'],
      to: 'CANCELLED',
      permission: 'measure:plan',
      guards: [whilePlanned],
      fields: {
        replacedById: requiredRecordField('CorrectiveMeasure', {
          label: bilingual('由哪条措施替代', 'Replaced by'),
          description: '替代措施。The measure that takes its place.',
        }),
        reason: requiredReason,
      },
      sets: (_measure, { replacedById }) => ({ replacedById }),
      event: EVENTS.MEASURE_CANCELLED,
      words: bilingual('取消措施', 'Cancel measure'),
      description: '取消措施。Another measure of the item takes its place: → CANCELLED.',
      advice: bilingual(
        '取消措施须有替代措施，原措施保留在台账中。',
        'A cancelled measure needs a replacement and stays in the ledger.',
      ),
      isDangerous: true,
    }),
  }),
});
export type MeasureAction = (typeof MEASURE_LIFE_CYCLE.actions)[number];
