import type { Caller } from '@taizhang/platform';
import { describe, expect, test } from 'vitest';
import {
  may,
  mayAnywhere,
  PERMISSIONS,
  placesWith,
  ROLES,
  type Permission,
  type RoleName,
} from './index.ts';

const holder = (
  role: string,
  organizationIds: readonly string[] | null = ['bureau', 'unit'],
): Caller => ({
  key: 'x',
  name: 'x',
  personId: 'x',
  isDemo: false,
  organizationId: 'bureau',
  grants: [{ role, organizationId: 'bureau', path: 'D/B/', organizationIds }],
});

/** Who has each permission that changes something, as the regulation shares the work out. */
const HOLDERS: Partial<Record<Permission, RoleName[]>> = {
  'item:register': ['INSPECTION_OFFICE'],
  'item:edit': ['PARTY_AFFAIRS', 'INSPECTION_OFFICE'],
  'item:assign': ['PARTY_AFFAIRS', 'PARTY_SECRETARY'],
  'item:plan': ['PARTY_AFFAIRS', 'PARTY_SECRETARY'],
  'item:carry-out': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'item:submit': ['PARTY_AFFAIRS'],
  'item:sign': ['LEAD_LEADER', 'PARTY_SECRETARY'],
  'item:verify': ['INSPECTION_OFFICE'],
  'measure:approve': ['PARTY_AFFAIRS', 'LEAD_LEADER'],
  'measure:accept': ['PARTY_AFFAIRS', 'LEAD_LEADER'],
  'measure:plan': ['PARTY_AFFAIRS'],
  'measure:carry-out': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'evidence:attach': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'evidence:decide': ['PARTY_AFFAIRS', 'INSPECTION_OFFICE'],
  'document:edit': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'training:edit': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'organization:manage': ['SYSTEM_ADMINISTRATOR'],
  'access:manage': ['SECURITY_ADMINISTRATOR'],
  'audit:read': ['AUDIT_ADMINISTRATOR'],
  'notice:prepare': ['PARTY_AFFAIRS'],
  'notice:release': ['LEAD_LEADER', 'PARTY_SECRETARY'],
  'biweekly:answer': ['SECTION_CONTACT', 'PARTY_AFFAIRS'],
  'biweekly:compile': ['PARTY_AFFAIRS'],
  'biweekly:reopen': ['PARTY_AFFAIRS', 'LEAD_LEADER', 'PARTY_SECRETARY'],
  'biweekly:freeze': ['LEAD_LEADER', 'PARTY_SECRETARY'],
  'register:define': ['PARTY_AFFAIRS'],
  'register:read-sensitive': ['PARTY_AFFAIRS', 'PARTY_SECRETARY', 'INSPECTION_OFFICE'],
};

test.each(Object.entries(HOLDERS))(
  '%s is held by the roles that the work belongs to',
  (permission, roles) => {
    const holders = ROLES.filter((role) => mayAnywhere(holder(role), permission as Permission));
    expect(holders).toEqual(roles);
  },
);

test('every permission is held by some role', () => {
  for (const permission of PERMISSIONS)
    expect([permission, ROLES.some((role) => mayAnywhere(holder(role), permission))]).toEqual([
      permission,
      true,
    ]);
});

test('who registers a finding does not submit it, and who submits does not verify', () => {
  for (const role of ROLES) {
    const caller = holder(role);
    expect([
      role,
      mayAnywhere(caller, 'item:submit') && mayAnywhere(caller, 'item:verify'),
    ]).toEqual([role, false]);
  }
});

test.each(['DASHBOARD_VIEWER', 'SYSTEM_ADMINISTRATOR'])(
  '%s changes nothing in the ledger',
  (role) => {
    const changes = PERMISSIONS.filter(
      // What the tree of organizations and the calendar of the state say is no part of the ledger.
      (permission) =>
        !/read/.test(permission) &&
        !['organization:manage', 'calendar:publish'].includes(permission),
    );
    expect(changes.filter((permission) => mayAnywhere(holder(role), permission))).toEqual([]);
  },
);

test('a system administrator reads no ledger', () => {
  const reads = (
    [
      'round:read',
      'item:read-all',
      'item:read-unit',
      'document:read-all',
      'training:read-all',
    ] as const
  ).filter((permission) => mayAnywhere(holder('SYSTEM_ADMINISTRATOR'), permission));
  expect(reads).toEqual([]);
});

describe('a role holds at its place and below', () => {
  test.each<[string, readonly (string | null | undefined)[], boolean]>([
    ['its own place', ['bureau'], true],
    ['a place below', ['unit'], true],
    ['one of several places', [null, 'other', 'unit'], true],
    ['a place elsewhere', ['other'], false],
    ['a missing place', [null, undefined], false],
    ['no place', [], false],
  ])('%s', (_title, places, allowed) => {
    expect(may(holder('PARTY_AFFAIRS'), 'item:edit', ...places)).toBe(allowed);
  });

  test('the whole tree, when it is held at the root', () => {
    expect(may(holder('INSPECTION_OFFICE', null), 'item:verify', 'anywhere')).toBe(true);
    expect(may(holder('INSPECTION_OFFICE', null), 'item:verify', null)).toBe(false);
    expect(placesWith(holder('INSPECTION_OFFICE', null), 'item:verify')).toBeNull();
    expect(placesWith(holder('INSPECTION_OFFICE', null), 'item:submit')).toEqual([]);
    expect(placesWith(holder('PARTY_AFFAIRS'), 'item:submit')).toEqual(['bureau', 'unit']);
  });
});
