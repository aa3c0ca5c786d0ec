import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { recordSurveyInput, refuseRoundAction } from '../rules/index.ts';
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
      await scope.tx.satisfactionSurvey.create({
        data: {
          id,
          roundId: round.id,
          itemId,
          title,
          heldOn: toDay(heldOn)!,
          ...counts,
          recordedById: scope.caller.personId,
        },
      });
      await scope.record({
        type: 'SURVEY_RECORDED',
        subjectType: 'SatisfactionSurvey',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: round.inspectedOrganizationId,
        after: { title, heldOn, ...counts },
      });
    },
  );
}
