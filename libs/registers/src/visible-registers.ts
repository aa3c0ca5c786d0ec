import { ancestorCodes, mayAnywhere, placesWith } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';

/** Matches no row. */
const NOTHING = { id: { in: [] as string[] } };

/** The registers that the caller may see: of bureaus whose registers a role reads, and of the bureau above its unit. */
export function visibleRegisters(caller: Caller | null): Prisma.RegisterWhereInput {
  if (!caller) return NOTHING;
  const whole = placesWith(caller, 'register:read-all');
  if (whole === null) return {};
  const above = mayAnywhere(caller, 'register:read-unit') ? ancestorCodes(caller) : [];
  return {
    OR: [{ organizationId: { in: [...whole] } }, { organization: { code: { in: above } } }],
  };
}

/** The entries that the caller may see: of whole bureaus, of its units, and those that a step of the flow brings to its units. */
export function visibleEntries(caller: Caller | null): Prisma.RegisterEntryWhereInput {
  if (!caller) return NOTHING;
  const whole = placesWith(caller, 'register:read-all');
  if (whole === null) return {};
  const units = placesWith(caller, 'register:read-unit');
  if (units === null) return {};
  const places = { in: [...units] };
  return {
    OR: [
      { organizationId: { in: [...whole] } },
      { unitId: places },
      { registerVersion: { units: { some: { organizationId: places } } } },
    ],
  };
}
