import type { Caller, Grant } from '@taizhang/platform';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';

/** Every permission there is, with what the role must hold it for: a place in the organization tree. */
export const PERMISSIONS = [
  'round:read',
  'round:edit',
  'round:organize',
  'plan:approve',
  'look-back:run',
  'survey:record',
  'evaluation:make',
  'item:read-all',
  'item:read-unit',
  'item:register',
  'item:edit',
  'item:assign',
  'item:plan',
  'item:carry-out',
  'item:submit',
  'item:sign',
  'item:verify',
  'item:supervise',
  'extension:request',
  'extension:decide',
  'measure:plan',
  'measure:approve',
  'measure:carry-out',
  'measure:accept',
  'evidence:attach',
  'evidence:decide',
  'document:read-all',
  'document:edit',
  'document:review',
  'document:approve',
  'document:issue',
  'training:read-all',
  'training:edit',
  'training:verify',
  'notice:import',
  'notice:prepare',
  'notice:release',
  'people:read',
  'organization:manage',
  'access:manage',
  'audit:read',
  'biweekly:answer',
  'biweekly:compile',
  'biweekly:reopen',
  'biweekly:freeze',
  'register:define',
  'register:read-all',
  'register:read-unit',
  'register:read-sensitive',
  'register:take-part',
  'mechanism:read-all',
  'mechanism:edit',
  'mechanism:carry-out',
  'mechanism:waive',
  'fact:register',
  'calendar:publish',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'SECTION_CONTACT',
  'PARTY_AFFAIRS',
  'LEAD_LEADER',
  'PARTY_SECRETARY',
  'INSPECTION_OFFICE',
  'DASHBOARD_VIEWER',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
] as const;
export type RoleName = (typeof ROLES)[number];

/** What each role is called. */
export const ROLE_WORDS: Record<RoleName, BilingualText> = {
  SECTION_CONTACT: bilingual('科室联络员', 'Section contact'),
  PARTY_AFFAIRS: bilingual('党群科', 'Party-affairs section'),
  LEAD_LEADER: bilingual('牵头领导', 'Lead leader'),
  PARTY_SECRETARY: bilingual('党组书记', 'Party secretary'),
  INSPECTION_OFFICE: bilingual('巡察办', 'Inspection office'),
  DASHBOARD_VIEWER: bilingual('看板查看者', 'Dashboard viewer'),
  SYSTEM_ADMINISTRATOR: bilingual('系统管理员', 'System administrator'),
  SECURITY_ADMINISTRATOR: bilingual('安全管理员', 'Security administrator'),
  AUDIT_ADMINISTRATOR: bilingual('审计管理员', 'Audit administrator'),
};

const READS_THE_LEDGER = [
  'round:read',
  'item:read-all',
  'document:read-all',
  'training:read-all',
  'register:read-all',
  'mechanism:read-all',
] as const;

/** What each role may do at its place. Administration is three roles that check each other; none reads the ledger. */
const ROLE_PERMISSIONS: Record<RoleName, readonly Permission[]> = {
  SECTION_CONTACT: [
    'round:read',
    'item:read-unit',
    'item:carry-out',
    'measure:carry-out',
    'evidence:attach',
    'document:edit',
    'training:edit',
    'people:read',
    'extension:request',
    'biweekly:answer',
    'register:read-unit',
    'register:take-part',
    'mechanism:carry-out',
  ],

  PARTY_AFFAIRS: [
    ...READS_THE_LEDGER,
    'item:edit',
    'item:assign',
    'item:plan',
    'item:carry-out',
    'item:submit',
    'item:supervise',
    'measure:plan',
    'measure:approve',
    'measure:carry-out',
    'measure:accept',
    'evidence:attach',
    'evidence:decide',
    'document:edit',
    'document:review',
    'document:issue',
    'training:edit',
    'training:verify',
    'notice:import',
    'notice:prepare',
    'people:read',
    'round:organize',
    'extension:request',
    'survey:record',
    'biweekly:answer',
    'biweekly:compile',
    'biweekly:reopen',
    'register:define',
    'register:read-sensitive',
    'register:take-part',
    'mechanism:edit',
    'mechanism:carry-out',
    'fact:register',
  ],

  LEAD_LEADER: [
    ...READS_THE_LEDGER,
    'item:sign',
    'item:supervise',
    'measure:approve',
    'measure:accept',
    'people:read',
    'document:approve',
    'training:verify',
    'biweekly:reopen',
    'notice:release',
    'biweekly:freeze',
    'register:take-part',
    'mechanism:waive',
  ],
  PARTY_SECRETARY: [
    ...READS_THE_LEDGER,
    'item:assign',
    'item:plan',
    'item:sign',
    'item:supervise',
    'people:read',
    'plan:approve',
    'extension:decide',
    'document:approve',
    'training:verify',
    'biweekly:reopen',
    'notice:release',
    'biweekly:freeze',
    'register:read-sensitive',
    'register:take-part',
    'mechanism:waive',
  ],
  INSPECTION_OFFICE: [
    ...READS_THE_LEDGER,
    'item:register',
    'item:edit',
    'item:verify',
    'item:supervise',
    'evidence:decide',
    'notice:import',
    'people:read',
    'round:edit',
    'extension:decide',
    'look-back:run',
    'survey:record',
    'evaluation:make',
    'register:read-sensitive',
    'register:take-part',
    'calendar:publish',
  ],
  DASHBOARD_VIEWER: [...READS_THE_LEDGER],
  SYSTEM_ADMINISTRATOR: ['people:read', 'organization:manage', 'calendar:publish'],
  SECURITY_ADMINISTRATOR: ['people:read', 'access:manage'],
  AUDIT_ADMINISTRATOR: ['people:read', 'audit:read'],
};

/** Whether a grant covers an organization: its own place or one below it. */
const covers = (grant: Grant, organizationId: string) =>
  grant.organizationIds === null || grant.organizationIds.includes(organizationId);

/** Whether a grant of the caller includes a permission; the scopes of an API client only narrow it. */
const allows = ({ client }: Caller, grant: Grant, permission: Permission) =>
  ROLE_PERMISSIONS[grant.role as RoleName].includes(permission) &&
  (!client || client.scopes.includes(permission));

/** What a role may do at its place. */
export const permissionsOf = (role: RoleName): readonly Permission[] => ROLE_PERMISSIONS[role];

/** The roles that have a permission at their places. */
export const rolesWith = (permission: string): RoleName[] =>
  ROLES.filter((role) => (ROLE_PERMISSIONS[role] as readonly string[]).includes(permission));

/** The places for which the caller has a permission: organization ids, or null for the whole tree. */
export function placesWith(caller: Caller, permission: Permission): readonly string[] | null {
  const grants = caller.grants.filter((grant) => allows(caller, grant, permission));
  if (grants.some((grant) => grant.organizationIds === null)) return null;
  return [...new Set(grants.flatMap((grant) => grant.organizationIds ?? []))];
}

/** Whether the caller has a permission for at least one of the places; a missing place counts for nothing. */
export function may(
  caller: Caller,
  permission: Permission,
  ...places: readonly (string | null | undefined)[]
): boolean {
  return caller.grants.some(
    (grant) =>
      allows(caller, grant, permission) &&
      places.some((place) => typeof place === 'string' && covers(grant, place)),
  );
}

/** Whether the caller has a permission by one of some roles for at least one of the places. */
export const mayInRole = (
  caller: Caller,
  permission: Permission,
  roles: readonly string[],
  ...places: readonly (string | null | undefined)[]
): boolean => may(onlyIn(caller, roles), permission, ...places);

const onlyIn = (caller: Caller, roles: readonly string[]): Caller => ({
  ...caller,
  grants: caller.grants.filter(({ role }) => roles.includes(role)),
});

/** Whether the caller has a permission anywhere at all. */
export const mayAnywhere = (caller: Caller, permission: Permission): boolean =>
  caller.grants.some((grant) => allows(caller, grant, permission));

/** Why somebody without the permission is refused. */
export const NO_PERMISSION: BilingualText = bilingual(
  '您的角色没有此项权限',
  'Your role does not include this',
);
