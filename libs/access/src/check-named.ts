import { TransitionError, type Prisma } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

type Keys = readonly (string | null | undefined)[];

const newly = (named: Keys, stored: Keys) =>
  named.filter((id) => typeof id === 'string').filter((id) => !stored.includes(id));

/**
 * Makes sure that nobody is newly named who is disabled: a task given to them would reach no one.
 * Whoever is named already stays, so that editing something else is not held up.
 *
 * @param stored who is named by what is stored.
 * @throws TransitionError that says who, and what to do.
 */
export async function checkNamedPeople(
  tx: Prisma.TransactionClient,
  named: Keys,
  stored: Keys = [],
): Promise<void> {
  const disabled = await tx.person.findMany({
    where: { id: { in: newly(named, stored) }, disabledAt: { not: null } },
    select: { displayName: true },
    orderBy: { id: 'asc' },
  });
  if (!disabled.length) return;
  const names = disabled.map(({ displayName }) => displayName);
  throw new TransitionError(
    'person-enabled',
    bilingual(
      `${names.join('、')}已停用，请改选他人，或请系统管理员先启用`,
      `${names.join(', ')} cannot be newly named while disabled: choose somebody else, or ask the administrator to enable them`,
    ),
  );
}

/**
 * Makes sure that no organization is newly named that is disabled; one that is named already stays.
 *
 * @param stored which are named by what is stored, or by what it follows.
 * @throws TransitionError that says which, and what to do.
 */
export async function checkNamedOrganizations(
  tx: Prisma.TransactionClient,
  named: Keys,
  stored: Keys = [],
): Promise<void> {
  const disabled = await tx.organization.findMany({
    where: { id: { in: newly(named, stored) }, disabledAt: { not: null } },
    select: { name: true },
    orderBy: { code: 'asc' },
  });
  if (!disabled.length) return;
  const names = disabled.map(({ name }) => name);
  throw new TransitionError(
    'organization-enabled',
    bilingual(
      `${names.join('、')}已停用，请改选其他组织，或请系统管理员先启用`,
      `${names.join(', ')} cannot be newly named while disabled: choose another, or ask the administrator to enable it`,
    ),
  );
}
