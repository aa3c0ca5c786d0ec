import {
  checkVersion,
  obey,
  runCommand,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, refuseGrant, refuseRevoke, roleAtPlaceInput } from '../rules/index.ts';
import { checkNamedOrganizations } from '../check-named.ts';
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
      const person = await loadPerson(scope, input.id);
      await checkPlace(scope, organizationId);
      const refuse = isGrant ? refuseGrant : refuseRevoke;
      // The person is locked: of two grants that exclude each other the second finds the first.
      obey(refuse(scope.caller, person, { role, organizationId }));
      checkVersion(person, input.expectedVersion);
      if (isGrant) {
        await checkNamedOrganizations(scope.tx, [organizationId]);
        const granted = { personId: person.id, role, organizationId };
        await scope.create(ACCESS_EVENTS.ROLE_GRANTED, granted, { reason });
      } else {
        const held = person.roles.find(
          (one) => one.role === role && one.organizationId === organizationId,
        );
        await scope.remove(ACCESS_EVENTS.ROLE_REVOKED, held!, { reason });
      }
    },
  );
}
