import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import { addEvaluationInput, refuseRoundAction } from '../rules/index.ts';
import { loadRound, checkRoundItem } from './load-follow-up.ts';
import { checkScores, columnsOf } from './check-scores.ts';

/** Evaluates a round, or one of its items, by a version of a scorecard. */
export function addEvaluation(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addEffectivenessEvaluation',
      idempotencyKey: input.idempotencyKey,
      schema: addEvaluationInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { tx, caller } = scope;
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('addEffectivenessEvaluation', round, caller));
      const itemId = await checkRoundItem(scope, round.id, fields.itemId);
      const { scorecardVersionId } = fields;
      await checkScores(scope, scorecardVersionId, fields.scores);
      await tx.effectivenessEvaluation.create({
        data: {
          id,
          roundId: round.id,
          itemId,
          scorecardVersionId,
          conclusion: fields.conclusion ?? null,
          evaluatedById: caller.personId,
          scores: { create: columnsOf(fields.scores) },
        },
      });
      await scope.record({
        type: 'EVALUATION_ADDED',
        subjectType: 'EffectivenessEvaluation',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: round.inspectedOrganizationId,
        after: { status: 'DRAFT', scores: fields.scores.map(({ score }) => score) },
      });
    },
  );
}
