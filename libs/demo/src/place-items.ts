import type { DemoItem, DemoRound } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';

/** An item with the place in its round that its code says. */
export interface PlacedItem {
  item: DemoItem;
  /** Area and item ordinal, such as 1.2. */
  path: string;
  code: string;
  id: string;
  areaOrdinal: number;
  ordinal: number;
  /** Place among all items of the round, from 0. */
  index: number;
}

/** The items of a round in the order of their codes. */
export function placeItems(round: DemoRound): PlacedItem[] {
  return round.areas
    .flatMap(({ items }, area) =>
      items.map((item, position) => {
        const [areaOrdinal, ordinal] = [area + 1, position + 1];
        const path = `${areaOrdinal}.${ordinal}`;
        const code = `${round.code}-${path}`;
        return { item, path, code, id: demoId('item', code), areaOrdinal, ordinal };
      }),
    )
    .map((placed, index) => ({ ...placed, index }));
}
