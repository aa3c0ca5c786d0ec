import { ACCESS_EVENTS } from '@taizhang/access/rules';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import {
  organizations,
  people,
  type OrganizationKey,
  type PersonKey,
} from './organizations-and-people.ts';

/** Before the first finding: who is there when it comes in. */
const SET_UP: Step = { on: '2025-02-06', by: null, with: ACCESS_EVENTS.ORGANIZATION_ADDED };

/** Adds the organization tree and the people in it, each with an account that a click opens. */
export function addOrganizationRows(past: DemoPast): void {
  for (const key of Object.keys(organizations) as OrganizationKey[]) {
    const { code, name, shortName, kind, parent } = organizations[key];
    past.make(
      ACCESS_EVENTS.ORGANIZATION_ADDED,
      {
        id: demoId('organization', key),
        code,
        name,
        shortName,
        kind,
        parentId: parent && demoId('organization', parent),
        path: pathOf(key),
      },
      SET_UP,
    );
  }
  for (const key of Object.keys(people) as PersonKey[]) addPerson(past, key);
}

function addPerson(past: DemoPast, key: PersonKey): void {
  const { name, at, roles } = people[key];
  const personId = demoId('person', key);
  past.make(
    ACCESS_EVENTS.PERSON_ADDED,
    {
      id: personId,
      organizationId: demoId('organization', at),
      displayName: name,
      position: name,
      isDemo: true,
    },
    SET_UP,
  );
  const account = { id: demoId('account', key), personId, loginName: key, passwordHash: null };
  past.make(ACCESS_EVENTS.ACCOUNT_ADDED, account, SET_UP);
  for (const [role, place] of roles)
    past.make(
      ACCESS_EVENTS.ROLE_GRANTED,
      {
        id: demoId('role', `${key}/${role}/${place}`),
        personId,
        role,
        organizationId: demoId('organization', place),
      },
      SET_UP,
    );
}

function pathOf(key: OrganizationKey): string {
  const { code, parent } = organizations[key];
  return `${parent ? pathOf(parent) : ''}${code}/`;
}
