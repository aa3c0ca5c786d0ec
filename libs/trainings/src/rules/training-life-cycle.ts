import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  guard,
  reasonField,
  requiredDayField,
  requiredPartsField,
  requiredReasonField,
  toDay,
} from '@taizhang/platform/rules';
import { TRAINING_EVENTS as EVENTS } from './events.ts';
import { firstDay, trainingSessions } from './inputs.ts';
import type { TrainingPlaces } from './training-rights.ts';

export type TrainingStatus = Row<'Training'>['status'];

/** What the rules need to know of a training. */
export interface TrainingState extends TrainingPlaces {
  status: TrainingStatus;
  recordedById: string | null;
}

const recorderDoesNotVerify = guard(
  'four-eyes',
  '登记人不能核实自己的登记',
  'Who recorded it cannot verify it',
  ({ recordedById }: TrainingState, { personId }) => personId !== recordedById,
);

const reason = reasonField();
const requiredReason = requiredReasonField();

const AHEAD = { isOpen: true, isEditable: true, tookPlace: false };
const SETTLED = { isOpen: false, isEditable: false, tookPlace: false };

/**
 * The life cycle of a training, by the mutation that takes each step.
 *
 * - `isEditable`: what is said of it may be put right
 * - `tookPlace`: it counts in the figures
 */
export const TRAINING_LIFE_CYCLE = defineLifeCycle({
  subject: 'Training',
  words: bilingual('培训会议', 'Training'),
  places: (training: TrainingState) => [training.organizationId, training.responsibleUnitId],
  statuses: {
    PLANNED: {
      words: bilingual('计划中', 'Planned'),
      means: bilingual('含筹备', 'or being prepared'),
      traits: AHEAD,
    },
    HELD: { words: bilingual('已举办', 'Held'), traits: { ...AHEAD, tookPlace: true } },
    RECORDED: {
      words: bilingual('已记录', 'Recorded'),
      means: bilingual('连同场次', 'with its sessions'),
      traits: { ...AHEAD, tookPlace: true },
    },
    VERIFIED: { words: bilingual('已核实', 'Verified'), traits: { ...SETTLED, tookPlace: true } },
    POSTPONED: { words: bilingual('已延期', 'Postponed'), traits: AHEAD },
    CANCELLED: { words: bilingual('已取消', 'Cancelled'), traits: SETTLED },
  },
  born: {
    TRAINING_PLANNED: 'PLANNED',
    TRAINING_RECORDED: 'RECORDED',
    TRAINING_IMPORTED: 'HELD',
  },
  steps: (step) => ({
    holdTraining: step({
      from: ['PLANNED'],
      to: 'HELD',
      permission: 'training:edit',
      fields: {
        heldOn: requiredDayField({
          label: bilingual('举办日期', 'Held on'),
          description: '举办日期。The day it took place.',
        }),
        reason,
      },
      sets: (_training, { heldOn }) => ({ heldOn: toDay(heldOn) }),
      event: EVENTS.TRAINING_HELD,
      words: bilingual('已举办', 'Mark as held'),
      description: '已举办。It took place: PLANNED → HELD.',
    }),
    recordTrainingSessions: step({
      from: ['HELD'],
      to: 'RECORDED',
      permission: 'training:edit',
      fields: {
        sessions: requiredPartsField('TrainingSessionInput', {
          label: bilingual('场次', 'Sessions'),
          description: '场次。At least one session.',
          rule: trainingSessions,
          ids: { personId: 'Person', unitId: 'Organization' },
        }),
        reason,
      },
      sets: (_training, { sessions }, { caller }) => ({
        recordedById: caller.personId,
        heldOn: firstDay(sessions),
      }),
      event: EVENTS.TRAINING_SESSIONS_RECORDED,
      words: bilingual('登记场次', 'Record the sessions'),
      description: '登记场次。With its sessions and who was there: HELD → RECORDED.',
    }),
    verifyTraining: step({
      from: ['RECORDED'],
      to: 'VERIFIED',
      permission: 'training:verify',
      guards: [aPersonActs, recorderDoesNotVerify],
      fields: { reason },
      sets: (_training, _fields, { caller }) => ({ verifiedById: caller.personId }),
      event: EVENTS.TRAINING_VERIFIED,
      words: bilingual('核实', 'Verify'),
      description: '核实。By somebody else than who recorded it: RECORDED → VERIFIED.',
    }),
    postponeTraining: step({
      from: ['PLANNED'],
      to: 'POSTPONED',
      permission: 'training:edit',
      fields: { reason: requiredReason },
      event: EVENTS.TRAINING_POSTPONED,
      words: bilingual('延期', 'Postpone'),
      description: '延期。With a reason: PLANNED → POSTPONED.',
      isDangerous: true,
    }),
    rescheduleTraining: step({
      from: ['POSTPONED'],
      to: 'PLANNED',
      permission: 'training:edit',
      fields: {
        plannedOn: requiredDayField({
          label: bilingual('计划日期', 'Planned for'),
          description: '计划日期。The day it is planned for now.',
        }),
        reason,
      },
      sets: (_training, { plannedOn }) => ({ plannedOn: toDay(plannedOn) }),
      event: EVENTS.TRAINING_RESCHEDULED,
      words: bilingual('重新安排', 'Reschedule'),
      description: '重新安排。For another day: POSTPONED → PLANNED.',
    }),
    cancelTraining: step({
      from: ['PLANNED', 'POSTPONED'],
      to: 'CANCELLED',
      permission: 'training:edit',
      fields: { reason: requiredReason },
      event: EVENTS.TRAINING_CANCELLED,
      words: bilingual('取消', 'Cancel the training'),
      description: '取消。With a reason: PLANNED or POSTPONED → CANCELLED.',
      isDangerous: true,
    }),
  }),
});
export type TrainingStepName = (typeof TRAINING_LIFE_CYCLE.actions)[number];
