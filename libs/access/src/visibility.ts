import type { Caller, Prisma } from '@taizhang/platform';
import { ancestorCodes, mayAnywhere, placesWith, reachedOrganizations } from './rules/index.ts';

export { checkPlaces } from './check-places.ts';
export { checkNamedOrganizations, checkNamedPeople } from './check-named.ts';

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

/** The events that the caller may audit. Those of no organization belong to the whole tree. */
export function auditableEvents(caller: Caller | null): Prisma.EventWhereInput {
  const places = caller ? placesWith(caller, 'audit:read') : [];
  return places === null ? {} : { organizationId: { in: [...places] } };
}

/** The API clients that the caller may see: at the places whose rights it manages. */
export function visibleApiClients(caller: Caller | null): Prisma.ApiClientWhereInput {
  if (!caller) return NOTHING;
  const places = placesWith(caller, 'access:manage');
  return places === null ? {} : { organizationId: { in: [...places] } };
}
