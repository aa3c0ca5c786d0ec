import { may } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';

/** The places that an item belongs to. */
export interface ItemPlaces {
  /** The inspected organization. */
  organizationId: string;
  responsibleUnitId: string | null;
  supportingUnits: readonly { organizationId: string }[];
}

/** The units that carry an item out. */
export const unitsOf = (item: ItemPlaces): (string | null)[] => [
  item.responsibleUnitId,
  ...item.supportingUnits.map(({ organizationId }) => organizationId),
];

/**
 * Whether the caller may see an item: all of a bureau's with a ledger-wide role there, a unit's own
 * with a role in the unit. The condition `visibleItems` says the same to the database.
 */
export const isItemVisible = (caller: Caller | null, item: ItemPlaces): boolean =>
  caller !== null &&
  (may(caller, 'item:read-all', item.organizationId) ||
    may(caller, 'item:read-unit', ...unitsOf(item)));
