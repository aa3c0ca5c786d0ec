import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { recordSurveyInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound, checkRoundItem } from './load-follow-up.ts';

/** Records the counts of a satisfaction survey. */
export function recordSurvey(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'recordSatisfactionSurvey',
      idempotencyKey: input.idempotencyKey,
      schema: recordSurveyInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const round = await loadRound(scope, fields.roundId);
      obey(refuseRoundAction('recordSatisfactionSurvey', round, scope.caller));
      const itemId = await checkRoundItem(scope, round.id, fields.itemId);
      const { title, heldOn, asked, satisfied, basicallySatisfied, dissatisfied } = fields;
      const counts = { asked, satisfied, basicallySatisfied, dissatisfied };
      await scope.create(RECTIFICATION_EVENTS.SURVEY_RECORDED, {
        id,
        roundId: round.id,
        itemId,
        title,
        heldOn: toDay(heldOn)!,
        ...counts,
        recordedById: scope.caller.personId,
      });
    },
  );
}
