import { NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import { lockedOrigins } from '../sign-in/count-attempt.ts';
import { readableOrganizations, readablePeople } from '../visibility.ts';

const locks = (now: Date) =>
  ({
    where: lockedOrigins(now),
    select: { lockedUntil: true },
  }) satisfies Prisma.Account$signInOriginsArgs;

/** The columns that the rules of rights look at. */
export const personState = (now: Date) =>
  ({
    id: true,
    organizationId: true,
    disabledAt: true,
    version: true,
    displayName: true,
    position: true,
    email: true,
    roles: { select: { role: true, organizationId: true } },
    account: { select: { id: true, loginName: true, totpSince: true, signInOrigins: locks(now) } },
  }) satisfies Prisma.PersonSelect;

/**
 * Locks and loads the person whom a command changes: what is decided by their roles and account holds
 * until it is written.
 *
 * @throws NotFoundError when the caller may not see them.
 */
export async function loadPerson(
  { tx, caller, now }: Pick<CommandScope, 'tx' | 'caller' | 'now'>,
  id: string,
) {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const person = await tx.person.findFirst({
    where: { id, AND: [readablePeople(caller)] },
    include: { roles: true, account: { include: { signInOrigins: locks(now) } } },
  });
  if (!person) throw new NotFoundError('Person');
  return person;
}

/** Makes sure that a place exists which the caller may see. @throws NotFoundError */
export async function checkPlace({ tx, caller }: CommandScope, id: string): Promise<void> {
  if (!(await tx.organization.count({ where: { id, AND: [readableOrganizations(caller)] } })))
    throw new NotFoundError('Organization');
}
