import { type ChangeInput, obey, type RequestContext, runCommand } from '@taizhang/platform';
import { editEvaluationInput, refuseEditEvaluation, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadEvaluation } from './load-follow-up.ts';
import { checkScores, columnsOf } from './check-scores.ts';

/** Scores an evaluation anew; whoever does so is its evaluator from then on. */
export function editEvaluation(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: editEvaluationInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { caller } = scope;
      const evaluation = await loadEvaluation(scope, input.id);
      obey(refuseEditEvaluation(evaluation, caller));
      await checkScores(scope, evaluation.scorecardVersionId, fields.scores);
      await scope.change(
        RECTIFICATION_EVENTS.EVALUATION_EDITED,
        evaluation,
        {
          conclusion: fields.conclusion ?? null,
          evaluatedById: caller.personId,
          scores: columnsOf(fields.scores),
        },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}
