import {
  NotFoundError,
  obey,
  runCommand,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, moveOrganizationInput, refuseMove } from '../rules/index.ts';
import { checkNamedOrganizations } from '../check-named.ts';
import { readableOrganizations } from '../visibility.ts';
import { lockTree, pathBelow } from './organization-tree.ts';
import { refuseSameName } from './refuse-same-name.ts';

/**
 * Puts an organization below another one, with everything under it. What its people may do and see
 * follows its new place from their next request on.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ValidationError, ConflictError
 */
export function moveOrganization(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'moveOrganization',
      idempotencyKey: input.idempotencyKey,
      schema: moveOrganizationInput,
      input,
      subjectId: input.id,
    },
    async (scope, { parentId, reason }) => {
      await lockTree(scope.tx);
      const organization = await loadOrganization(scope, input.id);
      const parent = await loadOrganization(scope, parentId);
      obey(refuseMove(scope.caller, organization, parent));
      await checkNamedOrganizations(scope.tx, [parentId], [organization.parentId]);
      await refuseSameName(scope.tx, { ...organization, parentId: parent.id }, 'parentId');
      const path = pathBelow(parent, organization.code);
      const { expectedVersion } = input;
      const moved = ACCESS_EVENTS.ORGANIZATION_MOVED;
      await scope.change(moved, organization, { parentId, path }, { expectedVersion, reason });
      for (const below of await organizationsBelow(scope, organization))
        await scope.change(
          moved,
          below,
          { path: path + below.path.slice(organization.path.length) },
          { reason },
        );
    },
  );
}

async function loadOrganization({ tx, caller }: CommandScope, id: string) {
  const organization = await tx.organization.findFirst({
    where: { id, AND: [readableOrganizations(caller)] },
  });
  if (!organization) throw new NotFoundError('Organization');
  return organization;
}

/** From the top down; by the index on the path. */
const organizationsBelow = ({ tx }: CommandScope, { id, path }: { id: string; path: string }) =>
  tx.organization.findMany({
    where: { path: { startsWith: path }, id: { not: id } },
    orderBy: { path: 'asc' },
  });
