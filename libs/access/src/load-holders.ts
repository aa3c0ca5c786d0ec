import { Prisma, type Caller, type RequestContext } from '@taizhang/platform';
import type { ActionNeeds } from '@taizhang/platform/rules';
import { mayAnywhere, reachedOrganizations, rolesWith } from './rules/index.ts';

/** Somebody who holds a role that reaches some of the places asked for. */
export interface Holder {
  id: string;
  name: string;
  position: string | null;
  organizationId: string;
  roles: { role: string; placeIds: string[] }[];
}

interface Batch {
  asked: ActionNeeds[];
  holders: Promise<Holder[]>;
}
const batches = new WeakMap<RequestContext, Batch>();

/**
 * The people whom the viewer may see and who hold a role that has the permission at one of the places, by name.
 * All that one request asks at about the same time is found by one statement.
 */
export function loadHolders(context: RequestContext, needs: ActionNeeds): Promise<Holder[]> {
  const open = batches.get(context);
  if (open) {
    open.asked.push(needs);
    return open.holders;
  }
  const asked = [needs];
  // The other rows of the answer ask before the next turn of the event loop.
  const holders = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
    batches.delete(context);
    return findHolders(context, asked);
  });
  batches.set(context, { asked, holders });
  return holders;
}

async function findHolders(
  { db, caller }: RequestContext,
  asked: readonly ActionNeeds[],
): Promise<Holder[]> {
  const roles = [...new Set(asked.flatMap(({ permission }) => rolesWith(permission)))];
  const places = [...new Set(asked.flatMap(({ places: all }) => all).filter((id) => id !== null))];
  if (!caller || !mayAnywhere(caller, 'people:read') || !roles.length || !places.length) return [];
  const rows = await db.$queryRaw<(Omit<Holder, 'roles'> & Holder['roles'][number])[]>`
    SELECT p."id", p."displayName" AS "name", p."position", p."organizationId", r."role"::text AS "role",
      array_agg(DISTINCT place."id"::text) AS "placeIds"
    FROM "RoleAssignment" r
    JOIN "Person" p ON p."id" = r."personId" AND p."disabledAt" IS NULL
    JOIN "Organization" held ON held."id" = r."organizationId"
    JOIN "Organization" place ON starts_with(place."path", held."path")
    WHERE place."id" = ANY(${places}::uuid[]) AND r."role"::text = ANY(${roles}::text[]) AND ${isVisible(caller)}
    GROUP BY p."id", r."role"
    ORDER BY p."displayName", p."id", r."role"`;
  const holders = new Map<string, Holder>();
  for (const { role, placeIds, ...person } of rows) {
    const holder = holders.get(person.id) ?? { ...person, roles: [] };
    holder.roles.push({ role, placeIds });
    holders.set(person.id, holder);
  }
  return [...holders.values()];
}

function isVisible(caller: Caller): Prisma.Sql {
  const reached = reachedOrganizations(caller);
  return reached ? Prisma.sql`p."organizationId" = ANY(${[...reached]}::uuid[])` : Prisma.sql`TRUE`;
}
