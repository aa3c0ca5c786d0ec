import { NotFoundError, stepCommands } from '@taizhang/platform';
import { ORGANIZATION_LIFE_CYCLE, organizationState } from '../rules/index.ts';
import { readableOrganizations } from '../visibility.ts';

/** Disabling an organization and enabling it again. */
export const organizationSteps = stepCommands(ORGANIZATION_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const row = await tx.organization.findFirst({
      where: { id, AND: [readableOrganizations(caller)] },
    });
    if (!row) throw new NotFoundError('Organization');
    return { row, state: organizationState(row) };
  },
});
