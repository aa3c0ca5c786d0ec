import { isOrganizationReadable, reachedOrganizations } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';
import type { KnownNames } from '../rules/index.ts';

/** Names asked for at once. */
const BATCH = 1_000;

/**
 * The people and units of an inspected organization under the names that a notice gives: a unit's name or short name,
 * a person's name or post. A name that two bear is nobody's. Units outside are found where the caller may read them.
 */
export async function findNames(
  db: Prisma.TransactionClient,
  caller: Caller,
  organizationId: string,
  { people, units }: { people: readonly string[]; units: readonly string[] },
): Promise<KnownNames> {
  if (people.length === 0 && units.length === 0) return { people: new Map(), units: new Map() };
  const inspected = await db.organization.findUniqueOrThrow({ where: { id: organizationId } });
  const foundUnits = await inBatches(units, (names) =>
    // Organizations are thousands and not millions; this is asked once an import.
    db.organization.findMany({
      where: { disabledAt: null, OR: [{ name: { in: names } }, { shortName: { in: names } }] },
      select: { id: true, code: true, name: true, shortName: true, path: true },
    }),
  );
  const own = foundUnits.filter(({ path }) => path.startsWith(inspected.path));
  const others = foundUnits.filter((unit) => isOrganizationReadable(caller, unit));
  const reached = reachedOrganizations(caller);
  const isReached = (id: string): boolean => reached === null || reached.includes(id);
  const below = await db.organization.findMany({
    where: { path: { startsWith: inspected.path } },
    select: { id: true },
  });
  const ids = below.map(({ id }) => id).filter(isReached);
  // By `Person_organizationId_idx`.
  const foundPeople = await inBatches(people, (names) =>
    db.person.findMany({
      where: {
        organizationId: { in: ids },
        disabledAt: null,
        OR: [{ displayName: { in: names } }, { position: { in: names } }],
      },
      select: { id: true, displayName: true, position: true },
    }),
  );
  return {
    units: new Map([
      ...uniqueNames(others, ({ name, shortName }) => [name, shortName]),
      ...uniqueNames(own, ({ name, shortName }) => [name, shortName]),
    ]),
    people: new Map([
      ...uniqueNames(foundPeople, ({ position }) => [position]),
      ...uniqueNames(foundPeople, ({ displayName }) => [displayName]),
    ]),
  };
}

async function inBatches<Row>(
  names: readonly string[],
  find: (names: string[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let at = 0; at < names.length; at += BATCH)
    rows.push(...(await find(names.slice(at, at + BATCH))));
  return rows;
}

function uniqueNames<Row extends { id: string }>(
  rows: readonly Row[],
  namesOf: (row: Row) => readonly (string | null)[],
): [string, string][] {
  const ids = new Map<string, Set<string>>();
  for (const row of rows)
    for (const name of namesOf(row))
      if (name !== null) ids.set(name, (ids.get(name) ?? new Set()).add(row.id));
  return [...ids].flatMap(([name, [...found]]) =>
    found.length === 1 ? [[name, found[0]!] as [string, string]] : [],
  );
}
