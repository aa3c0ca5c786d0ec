import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import { addEvaluationInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
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
      const { caller } = scope;
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('addEffectivenessEvaluation', round, caller));
      const itemId = await checkRoundItem(scope, round.id, fields.itemId);
      const { scorecardVersionId } = fields;
      await checkScores(scope, scorecardVersionId, fields.scores);
      await scope.create(RECTIFICATION_EVENTS.EVALUATION_ADDED, {
        id,
        roundId: round.id,
        itemId,
        scorecardVersionId,
        conclusion: fields.conclusion ?? null,
        evaluatedById: caller.personId,
        scores: columnsOf(fields.scores),
      });
    },
  );
}
