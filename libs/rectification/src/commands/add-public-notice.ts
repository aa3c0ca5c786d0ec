import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import { addPublicNoticeInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

/** Drafts a notice of a round. */
export function addPublicNotice(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addPublicNotice',
      idempotencyKey: input.idempotencyKey,
      schema: addPublicNoticeInput,
      input,
      subjectId: id,
    },
    async (scope, { roundId, title }) => {
      const round = await loadRound(scope, roundId);
      obey(refuseRoundAction('addPublicNotice', round, scope.caller));
      await scope.create(RECTIFICATION_EVENTS.PUBLIC_NOTICE_DRAFTED, {
        id,
        roundId: round.id,
        title,
        preparedById: scope.caller.personId,
        preparedAt: scope.now,
      });
    },
  );
}
