import type { Caller, Database, Grant, Prisma } from '@taizhang/platform';

const PERSON_GRANTS = {
  id: true,
  displayName: true,
  isDemo: true,
  organizationId: true,
  disabledAt: true,
  roles: {
    select: { role: true, organization: { select: { id: true, path: true, parentId: true } } },
  },
} satisfies Prisma.PersonSelect;

/** The caller that a person is, with the organizations that each role reaches; null when disabled. */
export async function loadPersonCaller(db: Database, personId: string): Promise<Caller | null> {
  const person = await db.person.findUnique({ where: { id: personId }, select: PERSON_GRANTS });
  if (!person || person.disabledAt) return null;
  return {
    key: `person:${person.id}`,
    name: person.displayName,
    personId: person.id,
    isDemo: person.isDemo,
    organizationId: person.organizationId,
    grants: await Promise.all(
      person.roles.map(({ role, organization }) => grantAt(db, role, organization)),
    ),
  };
}

/** A role at a place, with everything that the place reaches. */
export async function grantAt(
  db: Database,
  role: string,
  place: { id: string; path: string; parentId: string | null },
): Promise<Grant> {
  return {
    role,
    organizationId: place.id,
    path: place.path,
    organizationIds: (await isWholeTree(db, place)) ? null : await subtree(db, place.path),
  };
}

/** Whether a place is the only root: then nothing lies outside it and no list of ids is needed. */
async function isWholeTree(db: Database, place: { id: string; parentId: string | null }) {
  if (place.parentId) return false;
  return (await db.organization.count({ where: { parentId: null } })) === 1;
}

async function subtree(db: Database, path: string): Promise<string[]> {
  const places = await db.organization.findMany({
    where: { path: { startsWith: path } },
    select: { id: true },
  });
  return places.map(({ id }) => id);
}
