import {
  ForbiddenError,
  newKey,
  recordAudit,
  validate,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { z } from 'zod';
import { mayAnywhere, setUpHubInput, type RoleName } from '../rules/index.ts';
import { hashPassword } from '../sign-in/password-hash.ts';
import { author, signInOf } from '../sign-in/sign-in-context.ts';

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
  const { setUp } = signInOf(context);
  if (!mayBegin(context, input)) throw refused();
  const fields = validate(setUpHubInput, input);
  const people = await Promise.all([
    administrator(fields.systemAdministrator, 'SYSTEM_ADMINISTRATOR'),
    administrator(fields.securityAdministrator, 'SECURITY_ADMINISTRATOR'),
    administrator(fields.auditAdministrator, 'AUDIT_ADMINISTRATOR'),
  ]);
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    if (await tx.organization.count()) throw refused();
    const organizationId = await addDistrict(tx, fields);
    for (const person of people) await addAdministrator(tx, person, organizationId);
    await recordAudit(tx, author(context, { caller: context.caller, actorName: people[0]!.name }), {
      type: 'HUB_SET_UP',
      subjectType: 'Organization',
      subjectId: organizationId,
      organizationId,
      after: {
        code: fields.districtCode,
        name: fields.districtName,
        administrators: people.map(({ loginName, role }) => ({ loginName, role })),
      },
    });
  });
  setUp.spend();
  return people[0]!.id;
}

function mayBegin({ caller, ...context }: RequestContext, input: unknown): boolean {
  // Nobody but automation holds both at once.
  if (caller && mayAnywhere(caller, 'organization:manage') && mayAnywhere(caller, 'access:manage'))
    return true;
  const token = (input as { token?: unknown }).token;
  return typeof token === 'string' && signInOf({ caller, ...context }).setUp.isRight(token);
}

const refused = () =>
  new ForbiddenError(
    bilingual(
      '设置链接无效，或系统已设置完毕，请直接登录',
      'The set-up link is not valid, or the hub is set up already: sign in',
    ),
  );

async function administrator(
  { displayName, loginName, password }: SetUp['systemAdministrator'],
  role: RoleName,
) {
  const passwordHash = await hashPassword(password);
  return { id: newKey(), name: displayName, loginName, passwordHash, role };
}

async function addDistrict(
  tx: Prisma.TransactionClient,
  { districtCode: code, districtName }: SetUp,
) {
  const id = newKey();
  await tx.organization.create({
    data: { id, code, name: districtName, kind: 'DISTRICT', path: `${code}/` },
  });
  return id;
}

async function addAdministrator(
  tx: Prisma.TransactionClient,
  { id, name, loginName, passwordHash, role }: Awaited<ReturnType<typeof administrator>>,
  organizationId: string,
) {
  await tx.person.create({
    data: {
      id,
      organizationId,
      displayName: name,
      roles: { create: { role, organizationId } },
      account: {
        create: {
          loginName,
          passwordHash,
          // Whoever sets up is the system administrator; the two others get theirs told.
          mustChangePassword: role !== 'SYSTEM_ADMINISTRATOR',
        },
      },
    },
  });
}
