import { NotFoundError, type CommandScope, type Prisma } from '@taizhang/platform';
import { readableOrganizations, readablePeople } from '../visibility.ts';

/** The columns that the rules of rights look at. */
export const PERSON_STATE = {
  id: true,
  organizationId: true,
  disabledAt: true,
  version: true,
  displayName: true,
  position: true,
  email: true,
  roles: { select: { role: true, organizationId: true } },
  account: { select: { id: true, loginName: true, lockedUntil: true, totpSince: true } },
} satisfies Prisma.PersonSelect;

/** The person whom a command changes. @throws NotFoundError when the caller may not see them. */
export async function loadPerson({ tx, caller }: Pick<CommandScope, 'tx' | 'caller'>, id: string) {
  const person = await tx.person.findFirst({
    where: { id, AND: [readablePeople(caller)] },
    select: PERSON_STATE,
  });
  if (!person) throw new NotFoundError('Person');
  return person;
}

/** Makes sure that a place exists which the caller may see. @throws NotFoundError */
export async function checkPlace({ tx, caller }: CommandScope, id: string): Promise<void> {
  if (!(await tx.organization.count({ where: { id, AND: [readableOrganizations(caller)] } })))
    throw new NotFoundError('Organization');
}
