import type { ParsedNotice } from '../notice/parsing/index.ts';

/** The items of an area; the measures of an area without items stand under an item of its own title. */
export const itemsOfArea = (area: ParsedNotice['areas'][number]) =>
  area.items.length || !area.measures.length
    ? area.items
    : [{ ...area, ordinal: 1, statedStatus: null, measures: area.measures }];
