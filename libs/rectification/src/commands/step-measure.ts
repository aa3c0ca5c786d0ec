import {
  type ChangeInput,
  type CommandScope,
  NotFoundError,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import type { z } from 'zod';
import {
  cancelMeasureInput,
  MEASURE_STEPS,
  refuseMeasureStep,
  stepInput,
  stepWithReasonInput,
  submitMeasureInput,
  type MeasureAction,
} from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { loadMeasure } from './load-states.ts';

type StepFields = { reason?: string | null; progress?: string; replacedById?: string };

/** The rule that a measure step's input has to keep. */
function inputOf(action: MeasureAction): z.ZodType<StepFields> {
  if (action === 'submitMeasure') return submitMeasureInput;
  if (action === 'cancelMeasure') return cancelMeasureInput;
  return 'needsReason' in MEASURE_STEPS[action] ? stepWithReasonInput : stepInput;
}

/**
 * Takes one step of a measure's life cycle.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ConflictError
 */
export function stepMeasure(action: MeasureAction) {
  const step = MEASURE_STEPS[action];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: inputOf(action),
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const measure = await loadMeasure(scope, input.id);
        obey(refuseMeasureStep(action, measure, scope.caller));
        const data = { status: step.to, ...(await consequences(action, scope, measure, fields)) };
        const version = await saveVersioned(
          scope.tx.correctiveMeasure,
          measure,
          input.expectedVersion,
          data,
        );
        await scope.record({
          type: step.event,
          subjectType: 'CorrectiveMeasure',
          subjectId: measure.id,
          subjectVersion: version,
          itemId: measure.itemId,
          organizationId: measure.item.organizationId,
          reason: fields.reason ?? null,
          before: { status: measure.status, ordinal: measure.ordinal },
          after: {
            status: step.to,
            ordinal: measure.ordinal,
            ...(fields.progress && { progress: fields.progress }),
          },
        });
        await handOver(scope, step.event, measure.itemId, { id: measure.id, version });
      },
    );
}

/** What a step sets beside the status. */
async function consequences(
  action: MeasureAction,
  { tx, caller, now }: CommandScope,
  measure: { id: string; itemId: string },
  fields: StepFields,
): Promise<Prisma.CorrectiveMeasureUncheckedUpdateManyInput> {
  switch (action) {
    case 'submitMeasure':
      return {
        progress: fields.progress!,
        submittedById: caller.personId,
        submittedAt: now,
        returnReason: null,
      };
    case 'acceptMeasure':
      return { acceptedById: caller.personId, acceptedAt: now };
    case 'returnMeasure':
      return { returnReason: fields.reason ?? null };
    case 'cancelMeasure': {
      const replacement = await tx.correctiveMeasure.findFirst({
        where: {
          id: fields.replacedById!,
          itemId: measure.itemId,
          status: { not: 'CANCELLED' },
          NOT: { id: measure.id },
        },
      });
      if (!replacement) throw new NotFoundError('CorrectiveMeasure');
      return { replacedById: replacement.id };
    }
    default:
      return {};
  }
}
