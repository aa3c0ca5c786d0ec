import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { editEvaluationInput, refuseEditEvaluation } from '../rules/index.ts';
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
      const { tx, caller } = scope;
      const evaluation = await loadEvaluation(scope, input.id);
      obey(refuseEditEvaluation(evaluation, caller));
      await checkScores(scope, evaluation.scorecardVersionId, fields.scores);
      const version = await saveVersioned(
        tx.effectivenessEvaluation,
        evaluation,
        input.expectedVersion,
        { conclusion: fields.conclusion ?? null, evaluatedById: caller.personId },
      );
      await tx.evaluationScore.deleteMany({ where: { evaluationId: evaluation.id } });
      await tx.evaluationScore.createMany({
        data: columnsOf(fields.scores).map((score) => ({ ...score, evaluationId: evaluation.id })),
      });
      await scope.record({
        type: 'EVALUATION_EDITED',
        subjectType: 'EffectivenessEvaluation',
        subjectId: evaluation.id,
        subjectVersion: version,
        itemId: evaluation.itemId,
        organizationId: evaluation.round.inspectedOrganizationId,
        after: { scores: fields.scores.map(({ score }) => score) },
      });
    },
  );
}
