import { placesWith } from '@taizhang/access/rules';
import { NotFoundError, type Caller, type CommandScope, type Prisma } from '@taizhang/platform';

/** The items that the caller may see, as a condition; `isItemVisible` says the same of one item. */
export function visibleItems(caller: Caller | null): Prisma.RectificationItemWhereInput {
  if (!caller) return { id: { in: [] } };
  const whole = placesWith(caller, 'item:read-all');
  if (whole === null) return {};
  const units = placesWith(caller, 'item:read-unit');
  const conditions: Prisma.RectificationItemWhereInput[] = [];
  if (whole.length) conditions.push({ organizationId: { in: [...whole] } });
  if (units === null || units.length) {
    const ofUnits = units === null ? { not: null } : { in: [...units] };
    conditions.push({ responsibleUnitId: ofUnits });
    conditions.push({
      supportingUnits: { some: units === null ? {} : { organizationId: { in: [...units] } } },
    });
  }
  // Prisma drops an empty OR beside other conditions: it would match every row.
  if (!conditions.length) return { id: { in: [] } };
  return conditions.length === 1 ? conditions[0]! : { OR: conditions };
}

/** The rounds that the caller may see: of organizations where a role reads rounds, or above its unit. */
export function visibleRounds(caller: Caller | null): Prisma.InspectionRoundWhereInput {
  if (!caller) return { id: { in: [] } };
  const places = placesWith(caller, 'round:read');
  if (places === null) return {};
  const wholeBureaus = { inspectedOrganizationId: { in: [...places] } };
  const withAnItem = { items: { some: visibleItems(caller) } };
  return { OR: [wholeBureaus, withAnItem] };
}

/** Rounds whose whole ledger the caller reads: what is said of all their items is said to them. */
export function wholeRounds(caller: Caller | null): Prisma.InspectionRoundWhereInput {
  const places = caller ? placesWith(caller, 'item:read-all') : [];
  return places === null ? {} : { inspectedOrganizationId: { in: [...places] } };
}

/** Whether the caller reads the ledger of every round; then no condition may say so, since Prisma drops `round: {}` from an OR. */
const readsEveryRound = (caller: Caller | null) =>
  caller !== null && placesWith(caller, 'item:read-all') === null;

/** The areas that the caller may see: of a whole round, or with an item they see. */
export const visibleAreas = (caller: Caller | null): Prisma.FindingAreaWhereInput =>
  readsEveryRound(caller)
    ? {}
    : { OR: [{ round: wholeRounds(caller) }, { items: { some: visibleItems(caller) } }] };

/** The surveys and evaluations that the caller may see: of a whole round, or of an item they see. */
export const visibleAssessments = (caller: Caller | null) =>
  readsEveryRound(caller)
    ? {}
    : { OR: [{ round: wholeRounds(caller) }, { item: visibleItems(caller) }] };

/** The notices that the caller may see: of a whole round, or released of a round they see. */
export const visiblePublicNotices = (caller: Caller | null): Prisma.PublicNoticeWhereInput =>
  readsEveryRound(caller)
    ? {}
    : {
        OR: [{ round: wholeRounds(caller) }, { status: 'RELEASED', round: visibleRounds(caller) }],
      };

/** The columns by which `isItemVisible` judges an item that another record leads to. */
export const ITEM_PLACES = {
  id: true,
  organizationId: true,
  responsibleUnitId: true,
  supportingUnits: { select: { organizationId: true } },
} as const satisfies Prisma.RectificationItemSelect;

/**
 * Loads the item, and the measure of it, that a record is made for.
 *
 * @throws NotFoundError when the caller may not see the item or the measure is not of it.
 */
export async function loadServedItem(
  { tx, caller }: CommandScope,
  id: string,
  measureId: string | null | undefined,
) {
  const item = await tx.rectificationItem.findFirst({
    where: {
      id,
      AND: [visibleItems(caller)],
      ...(measureId && { measures: { some: { id: measureId } } }),
    },
    select: { id: true, organizationId: true, responsibleUnitId: true },
  });
  if (!item) throw new NotFoundError('RectificationItem');
  return item;
}
