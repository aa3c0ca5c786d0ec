import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { refuseRoundAction, removeGroupMemberInput } from '../rules/index.ts';
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
      const { tx } = scope;
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('removeLeadingGroupMember', round, scope.caller));
      const member = await tx.leadingGroupMember.findUnique({
        where: { roundId_personId: { roundId: round.id, personId } },
        include: { person: { select: { displayName: true } } },
      });
      if (!member) throw new NotFoundError('Person');
      const version = await saveVersioned(tx.inspectionRound, round, input.expectedVersion, {});
      await tx.leadingGroupMember.delete({ where: { id: member.id } });
      await scope.record({
        type: 'LEADING_GROUP_MEMBER_REMOVED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        before: { personId, name: member.person.displayName, post: member.post },
      });
    },
  );
}
