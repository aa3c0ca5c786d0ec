import type { Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import {
  aPersonActs,
  byRule,
  refuseTableStep,
  type Refusal,
  type TableStep,
} from '@taizhang/rectification/rules';
import type { TrainingPlaces } from './training-rights.ts';

export const TRAINING_STATUSES = [
  'PLANNED',
  'HELD',
  'RECORDED',
  'VERIFIED',
  'POSTPONED',
  'CANCELLED',
] as const;
export type TrainingStatus = (typeof TRAINING_STATUSES)[number];

/** What the rules need to know of a training. */
export interface TrainingState extends TrainingPlaces {
  status: TrainingStatus;
  recordedById: string | null;
}

type TrainingStep = TableStep<TrainingStatus, TrainingState> & { permission: Permission };

const recorderDoesNotVerify = ({ recordedById }: TrainingState, { personId }: Caller) =>
  personId === recordedById
    ? byRule('four-eyes', '登记人不能核实自己的登记', 'Who recorded it cannot verify it')
    : null;

/** The life cycle of a training: every step there is, by the mutation that takes it. */
export const TRAINING_STEPS = {
  holdTraining: {
    from: ['PLANNED'],
    to: 'HELD',
    permission: 'training:edit',
    event: 'TRAINING_HELD',
  },
  recordTrainingSessions: {
    from: ['HELD'],
    to: 'RECORDED',
    permission: 'training:edit',
    event: 'TRAINING_SESSIONS_RECORDED',
  },
  verifyTraining: {
    from: ['RECORDED'],
    to: 'VERIFIED',
    permission: 'training:verify',
    event: 'TRAINING_VERIFIED',
    guards: [aPersonActs, recorderDoesNotVerify],
  },
  postponeTraining: {
    from: ['PLANNED'],
    to: 'POSTPONED',
    permission: 'training:edit',
    event: 'TRAINING_POSTPONED',
    needsReason: true,
  },
  rescheduleTraining: {
    from: ['POSTPONED'],
    to: 'PLANNED',
    permission: 'training:edit',
    event: 'TRAINING_RESCHEDULED',
  },
  cancelTraining: {
    from: ['PLANNED', 'POSTPONED'],
    to: 'CANCELLED',
    permission: 'training:edit',
    event: 'TRAINING_CANCELLED',
    needsReason: true,
  },
} as const satisfies Record<string, TrainingStep>;
export type TrainingStepName = keyof typeof TRAINING_STEPS;
export const TRAINING_STEP_NAMES = Object.keys(TRAINING_STEPS) as TrainingStepName[];

/** Why the caller may not take a step now; null when they may. */
export const refuseTrainingStep = (
  name: TrainingStepName,
  training: TrainingState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<TrainingStatus, TrainingState>(
    TRAINING_STEPS[name],
    training,
    [training.organizationId, training.responsibleUnitId],
    caller,
  );
