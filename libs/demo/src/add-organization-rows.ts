import { momentOf } from './china-time.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import {
  organizations,
  people,
  type OrganizationKey,
  type PersonKey,
} from './organizations-and-people.ts';

/** Adds the organization tree and the people in it, each with an account that a click opens. */
export function addOrganizationRows(rows: DemoRows): void {
  const createdAt = momentOf('2025-02-08', '09:00');
  const stamps = { createdAt, updatedAt: createdAt };
  for (const key of Object.keys(organizations) as OrganizationKey[]) {
    const { code, name, shortName, kind, parent } = organizations[key];
    rows.organizations.push({
      id: demoId('organization', key),
      code,
      name,
      shortName,
      kind,
      parentId: parent && demoId('organization', parent),
      path: pathOf(key),
      ...stamps,
    });
  }
  for (const key of Object.keys(people) as PersonKey[]) {
    const { name, at, roles } = people[key];
    const personId = demoId('person', key);
    const organizationId = demoId('organization', at);
    rows.people.push({
      id: personId,
      organizationId,
      displayName: name,
      position: name,
      isDemo: true,
      ...stamps,
    });
    rows.accounts.push({
      id: demoId('account', key),
      personId,
      loginName: key,
      passwordHash: null,
      ...stamps,
    });
    for (const [role, place] of roles)
      rows.roleAssignments.push({
        id: demoId('role', `${key}/${role}/${place}`),
        personId,
        role,
        organizationId: demoId('organization', place),
      });
  }
}

function pathOf(key: OrganizationKey): string {
  const { code, parent } = organizations[key];
  return `${parent ? pathOf(parent) : ''}${code}/`;
}
