import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { EVALUATION_STEPS, refuseConfirmEvaluation, stepInput } from '../rules/index.ts';
import { loadEvaluation } from './load-follow-up.ts';

/** Confirms an evaluation, which then stays as it is. */
export function confirmEvaluation(context: RequestContext, input: ChangeInput): Promise<string> {
  const step = EVALUATION_STEPS.confirmEffectivenessEvaluation;
  return runCommand(
    context,
    {
      name: 'confirmEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: stepInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { tx, caller, now } = scope;
      const evaluation = await loadEvaluation(scope, input.id);
      obey(refuseConfirmEvaluation(evaluation, caller));
      const version = await saveVersioned(
        tx.effectivenessEvaluation,
        evaluation,
        input.expectedVersion,
        { status: step.to, confirmedById: caller.personId, confirmedAt: now },
      );
      await scope.record({
        type: step.event,
        subjectType: 'EffectivenessEvaluation',
        subjectId: evaluation.id,
        subjectVersion: version,
        itemId: evaluation.itemId,
        organizationId: evaluation.round.inspectedOrganizationId,
        reason: fields.reason ?? null,
        before: { status: evaluation.status },
        after: { status: step.to },
      });
    },
  );
}
