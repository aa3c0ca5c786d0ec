import { reachedOrganizations } from '@taizhang/access/rules';
import {
  type ChangeInput,
  type CommandScope,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { addGroupMemberInput, refuseRoundAction } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';

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
      const { tx } = scope;
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('addLeadingGroupMember', round, scope.caller));
      const name = await nameOf(scope, personId);
      const version = await saveVersioned(tx.inspectionRound, round, input.expectedVersion, {});
      await tx.leadingGroupMember.upsert({
        where: { roundId_personId: { roundId: round.id, personId } },
        create: { roundId: round.id, personId, post },
        update: { post },
      });
      await scope.record({
        type: 'LEADING_GROUP_MEMBER_ADDED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        after: { personId, name, post },
      });
    },
  );
}

async function nameOf({ tx, caller }: CommandScope, personId: string) {
  const reached = reachedOrganizations(caller);
  const person = await tx.person.findFirst({
    where: { id: personId, ...(reached && { organizationId: { in: [...reached] } }) },
  });
  if (!person) throw new NotFoundError('Person');
  return person.displayName;
}
