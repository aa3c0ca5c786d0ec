import { placesWith } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';

/** The documents that the caller may see: a bureau's with a role there, a unit's own, those of visible items. */
export function visibleDocuments(caller: Caller | null): Prisma.InstitutionalDocumentWhereInput {
  if (!caller) return { id: { in: [] } };
  const whole = placesWith(caller, 'document:read-all');
  if (whole === null) return {};
  const own = placesWith(caller, 'document:edit') ?? [];
  return {
    OR: [
      { organizationId: { in: [...whole, ...own] } },
      { responsibleUnitId: { in: [...own] } },
      { actions: { some: { item: visibleItems(caller) } } },
    ],
  };
}

/** The actions that the caller may see of a visible document: those for no item, or for a visible one. */
export const visibleActions = (caller: Caller | null): Prisma.DocumentActionWhereInput => ({
  // Prisma drops a lone `item: {}`, which is what somebody who sees every item has, from an OR.
  OR: [{ itemId: null }, { itemId: { not: null }, item: visibleItems(caller) }],
});
