import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import { refuseRoundAction, removeGroupMemberInput, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

/** Takes a person off the leading group. */
export function removeGroupMember(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'removeLeadingGroupMember',
      idempotencyKey: input.idempotencyKey,
      schema: removeGroupMemberInput,
      input,
      subjectId: input.id,
    },
    async (scope, { personId }) => {
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('removeLeadingGroupMember', round, scope.caller));
      const member = await scope.tx.leadingGroupMember.findUnique({
        where: { roundId_personId: { roundId: round.id, personId } },
      });
      if (!member) throw new NotFoundError('Person');
      checkVersion(round, input.expectedVersion);
      await scope.remove(RECTIFICATION_EVENTS.LEADING_GROUP_MEMBER_REMOVED, member);
    },
  );
}
