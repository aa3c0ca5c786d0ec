import { reachedOrganizations } from '@taizhang/access/rules';
import { checkNamedPeople } from '@taizhang/access/visibility';
import {
  type ChangeInput,
  type CommandScope,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  checkVersion,
} from '@taizhang/platform';
import { addGroupMemberInput, refuseRoundAction, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';
import { lockRound } from './lock-row.ts';

/** Puts a person on the leading group, or gives one of its members another post. */
export function addGroupMember(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'addLeadingGroupMember',
      idempotencyKey: input.idempotencyKey,
      schema: addGroupMemberInput,
      input,
      subjectId: input.id,
    },
    async (scope, { personId, post }) => {
      await lockRound(scope.tx, input.id);
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('addLeadingGroupMember', round, scope.caller));
      await checkPerson(scope, personId);
      checkVersion(round, input.expectedVersion);
      const member = await scope.tx.leadingGroupMember.findUnique({
        where: { roundId_personId: { roundId: round.id, personId } },
      });
      if (member)
        await scope.change(RECTIFICATION_EVENTS.LEADING_GROUP_MEMBER_POST_CHANGED, member, {
          post,
        });
      else
        await scope.create(RECTIFICATION_EVENTS.LEADING_GROUP_MEMBER_ADDED, {
          roundId: round.id,
          personId,
          post,
        });
    },
  );
}

/** @throws NotFoundError unless the caller may see the person, TransitionError when they are disabled. */
async function checkPerson({ tx, caller }: CommandScope, personId: string) {
  const reached = reachedOrganizations(caller);
  const where = { id: personId, ...(reached && { organizationId: { in: [...reached] } }) };
  if (!(await tx.person.count({ where }))) throw new NotFoundError('Person');
  await checkNamedPeople(tx, [personId]);
}
