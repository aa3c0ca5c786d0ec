import { placesWith } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';

const NOTHING = { id: { in: [] as string[] } };

/** The bureaus whose whole ledger the caller reads, and the units whose part; null: all there are. */
const placesOf = (caller: Caller) => ({
  whole: placesWith(caller, 'item:read-all'),
  units: placesWith(caller, 'item:read-unit'),
});

const within = (places: readonly string[] | null) => (places === null ? {} : { in: [...places] });

/** The units' parts that the caller may see: of a whole bureau, or of a unit of theirs. */
export function visibleUnitReports(caller: Caller | null): Prisma.BiweeklyUnitReportWhereInput {
  if (!caller) return NOTHING;
  const { whole, units } = placesOf(caller);
  if (whole === null || units === null) return {};
  return { OR: [{ organizationId: within(whole) }, { unitId: within(units) }] };
}

/** The reports that the caller may see: of a whole bureau, or with a part of a unit of theirs. */
export function visibleReports(caller: Caller | null): Prisma.BiweeklyReportWhereInput {
  if (!caller) return NOTHING;
  const { whole, units } = placesOf(caller);
  if (whole === null || units === null) return {};
  const ofAUnit = { unitReports: { some: { unitId: within(units) } } };
  return { OR: [{ organizationId: within(whole) }, ...(units.length ? [ofAUnit] : [])] };
}

/** The entries that the caller may see: of a part and of an item that they may see. */
export const visibleEntries = (caller: Caller | null): Prisma.BiweeklyEntryWhereInput => ({
  unitReport: visibleUnitReports(caller),
  item: visibleItems(caller),
});

/** The snapshot rows that the caller may see, by the units of the item as they were then. */
export function visibleSnapshotRows(caller: Caller | null): Prisma.BiweeklySnapshotRowWhereInput {
  if (!caller) return NOTHING;
  const { whole, units } = placesOf(caller);
  if (whole === null || units === null) return {};
  const rows: Prisma.BiweeklySnapshotRowWhereInput[] = [{ organizationId: within(whole) }];
  if (units.length)
    rows.push({ responsibleUnitId: within(units) }, { supportingUnitIds: { hasSome: [...units] } });
  return { OR: rows };
}
