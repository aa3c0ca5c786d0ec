import type { Prisma } from '../database/generated/client/client.ts';

/** Who is contact of which of the units; found by the index on the organization of a role. */
export const contactsOfUnits = (
  tx: Prisma.TransactionClient,
  unitIds: readonly string[],
): Promise<{ organizationId: string; personId: string }[]> =>
  tx.roleAssignment.findMany({
    where: {
      organizationId: { in: [...unitIds] },
      role: 'SECTION_CONTACT',
      person: { disabledAt: null },
    },
    select: { organizationId: true, personId: true },
  });
