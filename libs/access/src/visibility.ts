import type { Caller, Prisma } from '@taizhang/platform';
import { ancestorCodes, mayAnywhere, reachedOrganizations } from './rules/index.ts';

/** Matches no row. */
const NOTHING = { id: { in: [] as string[] } };

/** The organizations that the caller may read, as a condition: those its roles reach, and those above. */
export function readableOrganizations(caller: Caller | null): Prisma.OrganizationWhereInput {
  if (!caller) return NOTHING;
  const reached = reachedOrganizations(caller);
  if (reached === null) return {};
  return { OR: [{ id: { in: [...reached] } }, { code: { in: ancestorCodes(caller) } }] };
}

/** The people that the caller may list: those of the organizations that its roles reach. */
export function readablePeople(caller: Caller | null): Prisma.PersonWhereInput {
  if (!caller || !mayAnywhere(caller, 'people:read')) return NOTHING;
  const reached = reachedOrganizations(caller);
  return reached === null ? {} : { organizationId: { in: [...reached] } };
}
