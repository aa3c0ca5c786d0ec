import { fullTextOfFew, fullTextOfMany } from './full-text.ts';
import { itemInDepth } from './item-in-depth.ts';
import { countItems, listItems, plainItems, searchItems } from './list-items.ts';
import { metricsOfAll, metricsOfOne } from './metrics.ts';
import type { MeasuredQuery } from './query.type.ts';
import { schedule } from './schedule.ts';

/** All that is measured, in the order of the table. */
export const MEASURED: readonly MeasuredQuery[] = [
  listItems,
  plainItems,
  countItems,
  searchItems,
  fullTextOfFew,
  fullTextOfMany,
  schedule,
  itemInDepth,
  metricsOfOne,
  metricsOfAll,
];
