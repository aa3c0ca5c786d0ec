import type { Caller } from '@taizhang/platform';
import {
  bilingual,
  type BilingualText,
  optionalKey,
  optionalLine,
  optionalText,
  requiredKey,
  requiredLine,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { may, NO_PERMISSION, permissionsOf, ROLES, type RoleName } from './permissions.ts';

/** 三员: administration is shared by three people, of whom each can do what the others cannot. */
export const ADMINISTRATION_ROLES = [
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
] as const satisfies readonly RoleName[];

/** Whether a role is one of the three of administration. */
export const isAdministration = (role: string): boolean =>
  (ADMINISTRATION_ROLES as readonly string[]).includes(role);

/** Whether a role can change the ledger, rather than only read it. */
const changesTheLedger = (role: string) =>
  !isAdministration(role) &&
  permissionsOf(role as RoleName).some((permission) => !/:read(-|$)/.test(permission));

/** A role that somebody holds at a place. */
export interface HeldRole {
  role: string;
  organizationId: string;
}

/** What the rules of rights look at in a person. */
export interface PersonState {
  id: string;
  organizationId: string;
  disabledAt: Date | string | null;
  roles: readonly HeldRole[];
  /** Null for somebody who signs in elsewhere. */
  account: {
    /** From where wrong passwords locked it; locks that are over may be among them. */
    signInOrigins: readonly { lockedUntil: Date | null }[];
    totpSince: Date | string | null;
  } | null;
}

/** Why a change of rights is refused; a missing permission, or a rule with a stable name. */
export type RightsRefusal =
  | { kind: 'permission'; message: BilingualText }
  | { kind: 'rule'; rule: string; message: BilingualText };

const rule = (name: string, message: BilingualText): RightsRefusal => ({
  kind: 'rule',
  rule: name,
  message,
});
const FORBIDDEN: RightsRefusal = { kind: 'permission', message: NO_PERMISSION };

const NOT_ONESELF = rule(
  'not-oneself',
  bilingual(
    '不能变更自己的权限，请由另一位管理员办理',
    'Nobody changes their own rights: ask another administrator',
  ),
);

/** Why the caller may not grant a role to a person at a place; null when they may. */
export function refuseGrant(
  caller: Caller,
  person: Pick<PersonState, 'id' | 'disabledAt' | 'roles'>,
  { role, organizationId }: HeldRole,
): RightsRefusal | null {
  if (!may(caller, 'access:manage', organizationId)) return FORBIDDEN;
  if (person.id === caller.personId) return NOT_ONESELF;
  if (person.disabledAt)
    return rule(
      'person-enabled',
      bilingual('该人员已停用，请先启用', 'This person is disabled: enable them first'),
    );
  const { roles } = person;
  if (roles.some((held) => held.role === role && held.organizationId === organizationId))
    return rule(
      'not-held-yet',
      bilingual('该人员在此已有该角色', 'The person has this role here already'),
    );
  if (isAdministration(role) && roles.some((held) => isAdministration(held.role)))
    return rule(
      'one-administration-role',
      bilingual(
        '三员分立：一人至多担任一个管理员角色，请先撤销原有的',
        'Nobody holds two of the three administration roles: revoke the other one first',
      ),
    );
  const parts = [
    (held: string) => isAdministration(role) && changesTheLedger(held),
    (held: string) => changesTheLedger(role) && isAdministration(held),
  ];
  if (roles.some((held) => parts.some((clashes) => clashes(held.role))))
    return rule(
      'administration-apart',
      bilingual(
        '管理员不得兼办台账业务，请先撤销原有角色',
        'Who administers does not work on the ledger: revoke the other role first',
      ),
    );
  return null;
}

/** Why the caller may grant or take no role at all of a person; null when it depends on role and place. */
export function refuseRights(
  caller: Caller,
  person: Pick<PersonState, 'id' | 'organizationId'>,
): RightsRefusal | null {
  if (!may(caller, 'access:manage', person.organizationId)) return FORBIDDEN;
  return person.id === caller.personId ? NOT_ONESELF : null;
}

/** Why the caller may not take a role from a person; null when they may. */
export function refuseRevoke(
  caller: Caller,
  person: Pick<PersonState, 'id' | 'roles'>,
  { role, organizationId }: HeldRole,
): RightsRefusal | null {
  if (!may(caller, 'access:manage', organizationId)) return FORBIDDEN;
  if (person.id === caller.personId) return NOT_ONESELF;
  const isHeld = person.roles.some(
    (held) => held.role === role && held.organizationId === organizationId,
  );
  return isHeld
    ? null
    : rule('held', bilingual('该人员在此没有该角色', 'The person does not have this role here'));
}

/** What an administrator can do to a person beside their roles. */
export const PERSON_ACTIONS = [
  'editPerson',
  'disablePerson',
  'enablePerson',
  'unlockAccount',
  'revokeSessions',
  'resetPassword',
  'resetTotp',
] as const;
export type PersonAction = (typeof PERSON_ACTIONS)[number];

/** Accounts belong to the system administrator; what guards them belongs to the security administrator. */
const NEEDED = {
  editPerson: 'organization:manage',
  disablePerson: 'organization:manage',
  enablePerson: 'organization:manage',
  unlockAccount: 'access:manage',
  revokeSessions: 'access:manage',
  resetPassword: 'organization:manage',
  resetTotp: 'access:manage',
} as const;

/** An administrator's password is reset by the security administrator, so that neither becomes the other unseen. */
const neededFor = (action: PersonAction, { roles }: PersonState) =>
  action === 'resetPassword' && roles.some(({ role }) => isAdministration(role))
    ? 'access:manage'
    : NEEDED[action];

/** What would let a session that was left open get round its owner's password or second factor. */
const NOT_TO_ONESELF: readonly PersonAction[] = ['disablePerson', 'resetPassword', 'resetTotp'];

/** Why the caller may not do something to a person; null when they may. */
export function refusePersonAction(
  action: PersonAction,
  caller: Caller,
  person: PersonState,
  now: Date,
): RightsRefusal | null {
  if (!may(caller, neededFor(action, person), person.organizationId)) return FORBIDDEN;
  if (NOT_TO_ONESELF.includes(action) && person.id === caller.personId) return NOT_ONESELF;
  if (action === 'disablePerson' && person.disabledAt)
    return rule('person-enabled', bilingual('该人员已停用', 'This person is disabled already'));
  if (action === 'enablePerson' && !person.disabledAt)
    return rule('person-disabled', bilingual('该人员未停用', 'This person is not disabled'));
  if (action === 'unlockAccount' && !isLocked(person, now))
    return rule('account-locked', bilingual('该账号未锁定', 'The account is not locked'));
  if (action === 'resetPassword' && !person.account)
    return rule(
      'local-account',
      bilingual('该人员没有本地账号', 'This person signs in without a local account'),
    );
  if (action === 'resetTotp' && !person.account?.totpSince)
    return rule(
      'second-factor-on',
      bilingual('该人员未启用动态口令', 'This person has no second factor'),
    );
  return null;
}

const isLocked = ({ account }: PersonState, now: Date) =>
  account?.signInOrigins.some(({ lockedUntil }) => lockedUntil !== null && lockedUntil > now) ??
  false;

/** 授予、撤销角色 */
export const roleAtPlaceInput = z.object({
  id: requiredKey,
  expectedVersion: z.int(),
  role: z.enum(ROLES),
  organizationId: requiredKey,
  reason: optionalText(500),
});

/** 停用、启用、解锁、下线 */
export const reasonInput = z.object({
  id: requiredKey,
  expectedVersion: z.int(),
  reason: optionalText(500),
});

const email = z
  .email(bilingual('请填写有效的邮箱', 'Give a valid e-mail address'))
  .max(200)
  .transform((address) => address.toLowerCase());

/** 修改人员: what is left out stays as it is. */
export const editPersonInput = z.object({
  id: requiredKey,
  expectedVersion: z.int(),
  displayName: requiredLine(100).nullish(),
  position: optionalLine(100),
  email: email.nullish(),
  organizationId: optionalKey,
});

/** 修改组织: what is left out stays as it is. */
export const editOrganizationInput = z.object({
  id: requiredKey,
  expectedVersion: z.int(),
  name: requiredLine(200).nullish(),
  shortName: optionalLine(50),
});
