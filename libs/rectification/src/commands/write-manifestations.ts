import type { CommandScope } from '@taizhang/platform';
import { RECTIFICATION_EVENTS } from '../rules/index.ts';

/**
 * Writes an item's manifestations as they are said now: a row keeps its place, and only what differs changes.
 *
 * @returns whether anything differed.
 */
export async function writeManifestations(
  scope: CommandScope,
  itemId: string,
  texts: readonly string[],
): Promise<boolean> {
  const stored = await scope.tx.findingManifestation.findMany({
    where: { itemId },
    orderBy: { ordinal: 'asc' },
  });
  for (const [index, row] of stored.entries()) {
    const text = texts[index];
    if (text === undefined) await scope.remove(RECTIFICATION_EVENTS.MANIFESTATION_REMOVED, row);
    else
      await scope.change(RECTIFICATION_EVENTS.MANIFESTATION_EDITED, row, {
        ordinal: index + 1,
        text,
      });
  }
  const added = texts.slice(stored.length);
  await scope.createMany(
    RECTIFICATION_EVENTS.MANIFESTATION_ADDED,
    added.map((text, index) => ({ itemId, ordinal: stored.length + index + 1, text })),
  );
  const before = stored.map(({ text }) => text);
  return texts.length !== before.length || texts.some((text, index) => text !== before[index]);
}
