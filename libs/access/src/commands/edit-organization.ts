import {
  ForbiddenError,
  NotFoundError,
  runCommand,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import { ACCESS_EVENTS, editOrganizationInput, may, NO_PERMISSION } from '../rules/index.ts';
import { readableOrganizations } from '../visibility.ts';
import { refuseSameName } from './refuse-same-name.ts';

/** Renames an organization; its code and place in the tree stay. */
export function editOrganization(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editOrganization',
      idempotencyKey: input.idempotencyKey,
      schema: editOrganizationInput,
      input,
      subjectId: input.id,
    },
    async ({ tx, caller, change }, { name, shortName }) => {
      const organization = await tx.organization.findFirst({
        where: { id: input.id, AND: [readableOrganizations(caller)] },
      });
      if (!organization) throw new NotFoundError('Organization');
      if (!may(caller, 'organization:manage', organization.id))
        throw new ForbiddenError(NO_PERMISSION);
      if (name) await refuseSameName(tx, { ...organization, name });
      const { expectedVersion } = input;
      const columns = { shortName, name: name ?? undefined };
      await change(ACCESS_EVENTS.ORGANIZATION_EDITED, organization, columns, { expectedVersion });
    },
  );
}
