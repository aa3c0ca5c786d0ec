import { placesWith } from '@taizhang/access/rules';
import type { Caller, Prisma } from '@taizhang/platform';
import { visibleItems } from '@taizhang/rectification/visibility';

/** The trainings that the caller may see: a bureau's with a role there, a unit's own, those of visible items. */
export function visibleTrainings(caller: Caller | null): Prisma.TrainingWhereInput {
  if (!caller) return { id: { in: [] } };
  const whole = placesWith(caller, 'training:read-all');
  if (whole === null) return {};
  const own = placesWith(caller, 'training:edit') ?? [];
  return {
    OR: [
      { organizationId: { in: [...whole, ...own] } },
      { responsibleUnitId: { in: [...own] } },
      { item: visibleItems(caller) },
    ],
  };
}
