import type { CommandScope } from '@taizhang/platform';
import { RECTIFICATION_EVENTS, unitsOf } from '../rules/index.ts';
import type { loadItem } from './load-states.ts';

/** A unit that carries out a measure supports the item: that is what lets its people see it. */
export async function supportBy(
  { change }: CommandScope,
  item: Awaited<ReturnType<typeof loadItem>>,
  unit: string | null | undefined,
): Promise<void> {
  if (!unit || unitsOf(item).includes(unit)) return;
  const supporting = item.supportingUnits.map(({ organizationId }) => organizationId);
  await change(RECTIFICATION_EVENTS.ITEM_EDITED, item, { supportingUnits: [...supporting, unit] });
}
