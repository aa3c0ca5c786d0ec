import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { addPlanInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

/** Drafts a rectification plan for a round. */
export function addPlan(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addRectificationPlan',
      idempotencyKey: input.idempotencyKey,
      schema: addPlanInput,
      input,
      subjectId: id,
    },
    async (scope, { roundId, title }) => {
      const round = await loadRound(scope, roundId);
      obey(refuseRoundAction('addRectificationPlan', round, scope.caller));
      if (await scope.tx.rectificationPlan.count({ where: { roundId, title } }))
        throw new ValidationError([
          {
            path: ['title'],
            message: bilingual('该轮次已有同名方案', 'The round has a plan so called'),
          },
        ]);
      await scope.create(RECTIFICATION_EVENTS.PLAN_DRAFTED, {
        id,
        roundId,
        title,
        draftedById: scope.caller.personId,
      });
    },
  );
}
