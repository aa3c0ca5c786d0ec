import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { refuseGrant, refuseRevoke, roleAtPlaceInput } from '../rules/index.ts';
import { checkPlace, loadPerson } from './load-person.ts';

/** Grants a person a role at a place; it holds from their next request. */
export const grantRole = (context: RequestContext, input: ChangeInput): Promise<string> =>
  changeRole(context, input, true);

/** Takes a role at a place from a person; it is gone at their next request. */
export const revokeRole = (context: RequestContext, input: ChangeInput): Promise<string> =>
  changeRole(context, input, false);

function changeRole(context: RequestContext, input: ChangeInput, isGrant: boolean) {
  return runCommand(
    context,
    {
      name: isGrant ? 'grantRole' : 'revokeRole',
      idempotencyKey: input.idempotencyKey,
      schema: roleAtPlaceInput,
      input,
      subjectId: input.id,
    },
    async (scope, { role, organizationId, reason }) => {
      const { tx, caller, record } = scope;
      const person = await loadPerson(scope, input.id);
      await checkPlace(scope, organizationId);
      const refuse = isGrant ? refuseGrant : refuseRevoke;
      obey(refuse(caller, person, { role, organizationId }));
      // The person's version guards their roles: of two grants that exclude each other the second is a conflict.
      const version = await saveVersioned(tx.person, person, input.expectedVersion, {});
      const personId = person.id;
      if (isGrant) await tx.roleAssignment.create({ data: { personId, role, organizationId } });
      else
        await tx.roleAssignment.delete({
          where: { personId_role_organizationId: { personId, role, organizationId } },
        });
      const granted = { role, organizationId };
      await record({
        type: isGrant ? 'ROLE_GRANTED' : 'ROLE_REVOKED',
        subjectType: 'Person',
        subjectId: personId,
        subjectVersion: version,
        organizationId: person.organizationId,
        reason: reason ?? null,
        ...(isGrant ? { after: granted } : { before: granted }),
      });
    },
  );
}
