import {
  NotFoundError,
  obey,
  runCommand,
  toDay,
  ValidationError,
  type ChangeInput,
  type ColumnChanges,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import type { z } from 'zod';
import {
  holdTrainingInput,
  recordTrainingSessionsInput,
  refuseTrainingStep,
  rescheduleTrainingInput,
  stepTrainingInput,
  stepTrainingWithReasonInput,
  TRAINING_EVENTS,
  TRAINING_STEPS,
  type trainingSessionInput,
  type TrainingStepName,
} from '../rules/index.ts';
import { visibleTrainings } from '../visible-trainings.ts';
import { addSessions, firstDay } from './training-sessions.ts';

interface StepFields {
  reason?: string | null | undefined;
  heldOn?: string;
  plannedOn?: string;
  sessions?: z.output<typeof trainingSessionInput>[];
}

/** The rule that a step's input has to keep. */
function inputOf(name: TrainingStepName): z.ZodType<StepFields> {
  if (name === 'holdTraining') return holdTrainingInput;
  if (name === 'rescheduleTraining') return rescheduleTrainingInput;
  if (name === 'recordTrainingSessions') return recordTrainingSessionsInput;
  return 'needsReason' in TRAINING_STEPS[name] ? stepTrainingWithReasonInput : stepTrainingInput;
}

/**
 * Takes one step of a training's life cycle.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ConflictError
 */
export function stepTraining(name: TrainingStepName) {
  const step = TRAINING_STEPS[name];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name,
        idempotencyKey: input.idempotencyKey,
        schema: inputOf(name),
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const training = await scope.tx.training.findFirst({
          where: { id: input.id, AND: [visibleTrainings(scope.caller)] },
        });
        if (!training) throw new NotFoundError('Training');
        obey(refuseTrainingStep(name, training, scope.caller));
        refuseFutureDays(scope, fields);
        await scope.change(
          TRAINING_EVENTS[step.event],
          training,
          { status: step.to, ...columnsOf(name, scope, fields) },
          { expectedVersion: input.expectedVersion, reason: fields.reason },
        );
        if (fields.sessions) await addSessions(scope, training.id, fields.sessions);
      },
    );
}

/** What a step sets beside the status. */
function columnsOf(
  name: TrainingStepName,
  { caller }: CommandScope,
  fields: StepFields,
): ColumnChanges<'Training'> {
  switch (name) {
    case 'holdTraining':
      return { heldOn: toDay(fields.heldOn)! };
    case 'rescheduleTraining':
      return { plannedOn: toDay(fields.plannedOn)! };
    case 'recordTrainingSessions':
      return { recordedById: caller.personId, heldOn: firstDay(fields.sessions!) };
    case 'verifyTraining':
      return { verifiedById: caller.personId };
    default:
      return {};
  }
}

/** What is said to have taken place lies not ahead. @throws ValidationError */
function refuseFutureDays({ now }: CommandScope, { heldOn }: StepFields) {
  if (heldOn && heldOn > todayInShanghai(now))
    throw new ValidationError([
      {
        path: ['heldOn'],
        message: bilingual('举办日期不能晚于今天', 'It cannot have been held after today'),
      },
    ]);
}
