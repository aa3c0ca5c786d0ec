import type { Caller } from '@taizhang/platform';

/** The codes on the way from the root to each place where the caller has a role. */
export const ancestorCodes = (caller: Caller): string[] => [
  ...new Set(caller.grants.flatMap(({ path }) => path.split('/').filter(Boolean))),
];

/** The organizations that the caller's roles reach, whatever the role; null for all. */
export function reachedOrganizations(caller: Caller): readonly string[] | null {
  if (caller.grants.some(({ organizationIds }) => organizationIds === null)) return null;
  return [...new Set(caller.grants.flatMap(({ organizationIds }) => organizationIds ?? []))];
}

/** Whether the caller may read an organization: one that a role reaches, or one above it. */
export function isOrganizationReadable(
  caller: Caller | null,
  organization: { id: string; code: string },
): boolean {
  if (!caller) return false;
  const reached = reachedOrganizations(caller);
  return (
    reached === null ||
    reached.includes(organization.id) ||
    ancestorCodes(caller).includes(organization.code)
  );
}
