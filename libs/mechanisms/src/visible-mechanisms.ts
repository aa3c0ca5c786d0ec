import { placesWith } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';

/** The places whose mechanisms the caller may see: of bureaus as a whole, and of units; null for the whole tree. */
function readPlaces(caller: Caller): { bureaus: string[]; units: string[] } | null {
  const whole = placesWith(caller, 'mechanism:read-all');
  if (whole === null) return null;
  const own = placesWith(caller, 'mechanism:carry-out') ?? [];
  return { bureaus: [...whole, ...own], units: [...own] };
}

const NONE = { id: { in: [] } };

/** What is a bureau's as a whole, or a unit's own, as the caller may see it. */
function atPlaces(caller: Caller | null) {
  const places = caller ? readPlaces(caller) : { bureaus: [], units: [] };
  if (!caller) return NONE;
  if (!places) return {};
  return {
    OR: [{ organizationId: { in: places.bureaus } }, { responsibleUnitId: { in: places.units } }],
  };
}

/** The mechanisms that the caller may see: a bureau's with a role there, a unit's own. */
export const visibleMechanisms = (caller: Caller | null): Prisma.StandingMechanismWhereInput =>
  atPlaces(caller);

/** The occurrences that the caller may see; by the columns that repeat their mechanism's places. */
export const visibleOccurrences = (caller: Caller | null): Prisma.MechanismOccurrenceWhereInput =>
  atPlaces(caller);

/** The facts that the caller may see: those of bureaus that they read as a whole, or register facts for. */
export function visibleFacts(caller: Caller | null): Prisma.BusinessFactWhereInput {
  if (!caller) return NONE;
  const whole = placesWith(caller, 'mechanism:read-all');
  const own = placesWith(caller, 'fact:register');
  return whole === null || own === null ? {} : { organizationId: { in: [...whole, ...own] } };
}
