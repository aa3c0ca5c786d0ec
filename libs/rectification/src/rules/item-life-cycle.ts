import { defineLifeCycle } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  bilingual,
  guard,
  personGuard,
  reasonField,
  recordField,
  requiredDayField,
  requiredReasonField,
  requiredRecordField,
  toDay,
} from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import { unitsOf, type ItemPlaces } from './item-visibility.ts';

export type ItemStatus = Row<'RectificationItem'>['status'];

/** What the rules need to know of an item. */
export interface ItemState extends ItemPlaces {
  status: ItemStatus;
  leadLeaderId: string | null;
  submittedById: string | null;
  measures: readonly { status: string }[];
  evidence: readonly { status: string }[];
  milestones: readonly unknown[];
}

const hasMeasures = guard(
  'item-has-measures',
  '还没有整改措施',
  'It has no corrective measure yet',
  ({ measures }: ItemState) => measures.some(({ status }) => status !== 'CANCELLED'),
);
const measuresAreApproved = guard(
  'measures-are-approved',
  '还有措施未批准',
  'A measure is not approved yet',
  ({ measures }: ItemState) => measures.every(({ status }) => status !== 'DRAFT'),
);
const measuresAreAccepted = guard(
  'measures-are-accepted',
  '还有措施未验收通过',
  'A measure is not accepted yet',
  ({ measures }: ItemState) =>
    measures.every(({ status }) => status === 'ACCEPTED' || status === 'CANCELLED'),
);
const leaderSignsOwnItems = personGuard(
  '只有牵头领导或党组书记可以签批',
  'Only its lead leader or the Party secretary signs it',
  (item: ItemState, caller) =>
    isSecretaryOf(item, caller) ||
    (item.leadLeaderId !== null && item.leadLeaderId === caller.personId),
);
const isSecretaryOf = ({ organizationId }: ItemPlaces, { grants }: Caller) =>
  grants.some(
    ({ role, organizationIds }) =>
      role === 'PARTY_SECRETARY' && (organizationIds?.includes(organizationId) ?? true),
  );
const submitterDoesNotVerify = guard(
  'four-eyes',
  '提交人不能核验自己的提交',
  'Who submitted it cannot verify it',
  ({ submittedById }: ItemState, { personId }) => personId !== null && personId !== submittedById,
);
const hasAcceptedEvidence = guard(
  'closure-has-evidence',
  '没有已采信的佐证材料，不能销号',
  'No accepted evidence: it cannot be closed',
  ({ evidence }: ItemState) => evidence.some(({ status }) => status === 'ACCEPTED'),
);
const hasMilestones = guard(
  'long-term-has-milestones',
  '转长期整改须先设阶段目标',
  'Held for long, it needs a milestone first',
  ({ milestones }: ItemState) => milestones.length > 0,
);

const reason = reasonField();
const requiredReason = requiredReasonField();

/** What holds while an item is worked on, and what when it rests. */
const OPEN = {
  isOpen: true,
  isCounted: true,
  isReportedBiweekly: true,
  isDone: false,
  isCompleted: false,
  isLongTerm: false,
};
const RESTING = {
  isOpen: false,
  isReportedBiweekly: false,
  isBeforePlan: false,
  isEditable: false,
  isUnderWay: false,
};

/**
 * The life cycle of an item: every status with what holds of it, and every step by the mutation that takes it.
 *
 * - `isOpen`: a due date presses, and behind it the item is overdue
 * - `isBeforePlan`: its date may still be moved without an extension
 * - `isEditable`: its own fields and measures may be worked on
 * - `isUnderWay`: its measures are carried out
 * - `isDone`: nothing more is asked for it
 * - `isCounted`: it stands in the denominator of the completion rate; `isCompleted`: in the numerator too
 * - `isLongTerm`: it waits for the day on which it is looked at again
 * - `isReportedBiweekly`: its unit says every two weeks how it stands
 */
export const ITEM_LIFE_CYCLE = defineLifeCycle({
  subject: 'RectificationItem',
  words: bilingual('问题', 'Rectification item'),
  places: (item: ItemState) => [item.organizationId, ...unitsOf(item)],
  statuses: {
    REGISTERED: {
      words: bilingual('已登记', 'Registered'),
      means: bilingual('巡察办登记', 'by the inspection office'),
      traits: { ...OPEN, isBeforePlan: true, isEditable: true, isUnderWay: false },
    },
    ASSIGNED: {
      words: bilingual('已交办', 'Assigned'),
      means: bilingual('已明确牵头领导', 'a lead leader is named'),
      traits: { ...OPEN, isBeforePlan: true, isEditable: true, isUnderWay: false },
    },
    PLANNED: {
      words: bilingual('方案已批', 'Planned'),
      means: bilingual('措施均已批准', 'its measures are approved'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: true, isUnderWay: false },
    },
    IN_PROGRESS: {
      words: bilingual('整改中', 'In progress'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: true, isUnderWay: true },
    },
    SUBMITTED: {
      words: bilingual('已提交', 'Submitted'),
      means: bilingual('措施均已验收', 'every measure is accepted'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: false, isUnderWay: false },
    },
    LEADER_SIGNED: {
      words: bilingual('领导已签', 'Leader signed'),
      means: bilingual('由牵头领导签批', 'by its lead leader'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: false, isUnderWay: false },
    },
    VERIFYING: {
      words: bilingual('核验中', 'Verifying'),
      means: bilingual('由巡察办核验', 'by the inspection office'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: false, isUnderWay: false },
    },
    CLOSED: {
      words: bilingual('已销号', 'Closed'),
      means: bilingual('核验通过', 'verified'),
      traits: { ...RESTING, isDone: true, isCounted: true, isCompleted: true, isLongTerm: false },
    },
    LONG_TERM: {
      words: bilingual('长期整改', 'Long-term'),
      means: bilingual('到复核日再看', 'looked at again on its review date'),
      traits: { ...RESTING, isDone: false, isCounted: true, isCompleted: false, isLongTerm: true },
    },
    REOPENED: {
      words: bilingual('重新打开', 'Reopened'),
      means: bilingual('回头看或抽查不合格', 'a look-back or sample failed'),
      traits: { ...OPEN, isBeforePlan: false, isEditable: true, isUnderWay: true },
    },
    WITHDRAWN: {
      words: bilingual('已撤回', 'Withdrawn'),
      means: bilingual('方案批准前撤回', 'before it was planned'),
      traits: { ...RESTING, isDone: true, isCounted: false, isCompleted: false, isLongTerm: false },
    },
  },
  born: { ITEM_REGISTERED: 'REGISTERED', ITEM_IMPORTED: 'REGISTERED' },
  steps: (step) => ({
    assignRectificationItem: step({
      from: ['REGISTERED'],
      to: 'ASSIGNED',
      permission: 'item:assign',
      fields: {
        leadLeaderId: requiredRecordField('Person', {
          label: bilingual('牵头领导', 'Lead leader'),
          description: '牵头领导。The one leader who leads it.',
        }),
        responsibleUnitId: recordField('Organization', {
          label: bilingual('责任科室（单位）', 'Responsible unit'),
          description: '责任科室（单位）。The unit responsible.',
        }),
        reason,
      },
      sets: (_item, { leadLeaderId, responsibleUnitId }) => ({
        leadLeaderId,
        responsibleUnitId: responsibleUnitId ?? undefined,
      }),
      event: EVENTS.ITEM_ASSIGNED,
      words: bilingual('交办', 'Assign'),
      description: '交办。Names the lead leader: REGISTERED → ASSIGNED.',
    }),
    planRectificationItem: step({
      from: ['ASSIGNED'],
      to: 'PLANNED',
      permission: 'item:plan',
      guards: [hasMeasures, measuresAreApproved],
      fields: { reason },
      event: EVENTS.ITEM_PLANNED,
      words: bilingual('批准方案', 'Approve the plan'),
      description: '批准方案。Approves the plan, every measure approved: ASSIGNED → PLANNED.',
    }),
    startRectificationItem: step({
      from: ['PLANNED', 'REOPENED'],
      to: 'IN_PROGRESS',
      permission: 'item:carry-out',
      fields: { reason },
      event: EVENTS.ITEM_STARTED,
      words: bilingual('开始整改', 'Start'),
      description: '开始整改。PLANNED or REOPENED → IN_PROGRESS.',
    }),
    submitRectificationItem: step({
      from: ['IN_PROGRESS'],
      to: 'SUBMITTED',
      permission: 'item:submit',
      guards: [hasMeasures, measuresAreAccepted],
      fields: { reason },
      sets: (_item, _fields, { caller }) => ({ submittedById: caller.personId }),
      event: EVENTS.ITEM_SUBMITTED,
      words: bilingual('提交销号申请', 'Submit for closure'),
      description: '提交销号申请。Every measure accepted: IN_PROGRESS → SUBMITTED.',
      advice: bilingual(
        '提交后由牵头领导签署，再报巡察办核验。',
        'The lead leader signs next; then the inspection office verifies.',
      ),
    }),
    signRectificationItem: step({
      from: ['SUBMITTED'],
      to: 'LEADER_SIGNED',
      permission: 'item:sign',
      guards: [leaderSignsOwnItems],
      fields: { reason },
      event: EVENTS.ITEM_SIGNED,
      words: bilingual('领导签批', 'Sign as leader'),
      description:
        '领导签批。By its lead leader or the Party secretary: SUBMITTED → LEADER_SIGNED.',
    }),
    verifyRectificationItem: step({
      from: ['LEADER_SIGNED', 'LONG_TERM'],
      to: 'VERIFYING',
      permission: 'item:verify',
      guards: [submitterDoesNotVerify],
      fields: { reason },
      event: EVENTS.ITEM_VERIFICATION_STARTED,
      words: bilingual('开始核验', 'Begin verification'),
      description:
        '开始核验。By somebody else than who submitted: LEADER_SIGNED or LONG_TERM → VERIFYING.',
    }),
    returnRectificationItem: step({
      from: ['VERIFYING'],
      to: 'IN_PROGRESS',
      permission: 'item:verify',
      fields: { reason: requiredReason },
      sets: () => ({ submittedById: null }),
      event: EVENTS.ITEM_RETURNED,
      words: bilingual('核验退回', 'Return'),
      description: '核验退回。With a reason: VERIFYING → IN_PROGRESS.',
      isDangerous: true,
    }),
    closeRectificationItem: step({
      from: ['VERIFYING'],
      to: 'CLOSED',
      permission: 'item:verify',
      guards: [submitterDoesNotVerify, hasAcceptedEvidence],
      fields: { reason },
      sets: (_item, _fields, { caller, today }) => ({
        closedOn: toDay(today),
        closedById: caller.personId,
      }),
      event: EVENTS.ITEM_CLOSED,
      words: bilingual('销号', 'Close'),
      description:
        '销号。With accepted evidence, by somebody else than who submitted: VERIFYING → CLOSED.',
      advice: bilingual(
        '销号表示整改已经核实完成。佐证材料将随办理记录固定。',
        'Closure says that the work was verified as done. The evidence is fixed with this record.',
      ),
    }),
    holdRectificationItemLongTerm: step({
      from: ['LEADER_SIGNED'],
      to: 'LONG_TERM',
      permission: 'item:verify',
      guards: [hasMilestones],
      fields: {
        reviewOn: requiredDayField({
          label: bilingual('复核日期', 'Review date'),
          description: '复核日期。When it is looked at again.',
        }),
        reason,
      },
      sets: (_item, { reviewOn }) => ({ reviewOn: toDay(reviewOn) }),
      event: EVENTS.ITEM_HELD_LONG_TERM,
      words: bilingual('转长期整改', 'Hold as long-term'),
      description:
        '转长期整改。With a review date, a milestone being set: LEADER_SIGNED → LONG_TERM.',
    }),
    reopenRectificationItem: step({
      from: ['CLOSED'],
      to: 'REOPENED',
      permission: 'item:verify',
      fields: { reason: requiredReason },
      sets: () => ({ closedOn: null, closedById: null, submittedById: null }),
      event: EVENTS.ITEM_REOPENED,
      words: bilingual('重新打开', 'Reopen'),
      description: '重新打开。With a reason: CLOSED → REOPENED.',
      advice: bilingual(
        '用于回头看或抽查发现问题反弹。',
        'For a look-back or a sample that found the problem again.',
      ),
      isDangerous: true,
    }),
    withdrawRectificationItem: step({
      from: ['REGISTERED', 'ASSIGNED'],
      to: 'WITHDRAWN',
      permission: 'item:register',
      fields: { reason: requiredReason },
      event: EVENTS.ITEM_WITHDRAWN,
      words: bilingual('撤回', 'Withdraw'),
      description: '撤回。With a reason, before it is planned: → WITHDRAWN.',
      advice: bilingual(
        '撤回后不再计入整改完成率的分母。',
        'A withdrawn item leaves the denominator of the completion rate.',
      ),
      isDangerous: true,
    }),
  }),
});
export type ItemAction = (typeof ITEM_LIFE_CYCLE.actions)[number];
