import {
  ForbiddenError,
  given,
  NotFoundError,
  runCommand,
  saveVersioned,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import { editOrganizationInput, may, NO_PERMISSION } from '../rules/index.ts';
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
    async ({ tx, caller, record }, { name, shortName }) => {
      const organization = await tx.organization.findFirst({
        where: { id: input.id, AND: [readableOrganizations(caller)] },
      });
      if (!organization) throw new NotFoundError('Organization');
      if (!may(caller, 'organization:manage', organization.id))
        throw new ForbiddenError(NO_PERMISSION);
      if (name) await refuseSameName(tx, organization, name);
      const columns = given({ shortName, ...(name && { name }) });
      const version = await saveVersioned(
        tx.organization,
        organization,
        input.expectedVersion,
        columns,
      );
      await record({
        type: 'ORGANIZATION_EDITED',
        subjectType: 'Organization',
        subjectId: organization.id,
        subjectVersion: version,
        organizationId: organization.id,
        before: { name: organization.name, shortName: organization.shortName },
        after: { ...columns },
      });
    },
  );
}
