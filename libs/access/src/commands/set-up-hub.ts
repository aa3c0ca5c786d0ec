import {
  ForbiddenError,
  newKey,
  validate,
  writeChanges,
  type RequestContext,
  type WriteScope,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { z } from 'zod';
import { ACCESS_EVENTS, mayAnywhere, setUpHubInput, type RoleName } from '../rules/index.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { author, signInOf } from '../sign-in/sign-in-context.ts';
import { pathBelow } from './organization-tree.ts';

type SetUp = z.output<typeof setUpHubInput>;

/** Whoever sets up a hub at the same time waits here. */
const LOCK = 72_707_370;

/**
 * Makes the district and the three administrators of an empty hub: by the token that it printed, or
 * by automation. Works once.
 *
 * @returns the system administrator's person.
 */
export async function setUpHub(context: RequestContext, input: unknown): Promise<string> {
  const { db } = context;
  if (!(await mayBegin(context, input))) throw refused();
  const fields = validate(setUpHubInput, input);
  const people = await Promise.all([
    administrator(fields.systemAdministrator, 'SYSTEM_ADMINISTRATOR'),
    administrator(fields.securityAdministrator, 'SECURITY_ADMINISTRATOR'),
    administrator(fields.auditAdministrator, 'AUDIT_ADMINISTRATOR'),
  ]);
  const who = { caller: context.caller, actorName: people[0]!.name };
  const by = author(context, who, 'setUpHub');
  await writeChanges(db, by, async (scope) => {
    await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    if (await scope.tx.organization.count()) throw refused();
    const district = await addDistrict(scope, fields);
    for (const person of people) await addAdministrator(scope, person, district.id);
  });
  return people[0]!.id;
}

async function mayBegin({ caller, ...context }: RequestContext, input: unknown): Promise<boolean> {
  // Nobody but automation holds both at once.
  if (caller && mayAnywhere(caller, 'organization:manage') && mayAnywhere(caller, 'access:manage'))
    return true;
  const token = (input as { token?: unknown }).token;
  return typeof token === 'string' && (await signInOf({ caller, ...context }).setUp.isRight(token));
}

const refused = () =>
  new ForbiddenError(
    bilingual(
      '设置链接无效或已过期（重新启动会显示新链接），或系统已设置完毕，请直接登录',
      'The set-up link is not valid or too old (starting the hub again shows a new one), or the hub is set up already: sign in',
    ),
  );

async function administrator(
  { displayName, loginName, password }: SetUp['systemAdministrator'],
  role: RoleName,
) {
  const passwordHash = await hashPassword(password);
  return { id: newKey(), name: displayName, loginName, passwordHash, role };
}

const addDistrict = ({ create }: WriteScope, { districtCode: code, districtName: name }: SetUp) =>
  create(ACCESS_EVENTS.HUB_SET_UP, { code, name, kind: 'DISTRICT', path: pathBelow(null, code) });

async function addAdministrator(
  { create }: WriteScope,
  { id, name, loginName, passwordHash, role }: Awaited<ReturnType<typeof administrator>>,
  organizationId: string,
) {
  await create(ACCESS_EVENTS.PERSON_ADDED, { id, organizationId, displayName: name });
  // Whoever sets up is the system administrator; the two others get theirs told.
  const mustChangePassword = role !== 'SYSTEM_ADMINISTRATOR';
  const account = { personId: id, loginName, passwordHash, mustChangePassword };
  await create(ACCESS_EVENTS.ACCOUNT_ADDED, account);
  await create(ACCESS_EVENTS.ROLE_GRANTED, { personId: id, role, organizationId });
}
