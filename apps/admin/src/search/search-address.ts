/** Where the results for a text are. */
export const searchAddress = (text: string): string =>
  `/search?${new URLSearchParams({ q: text.trim() }).toString()}`;

export const SEARCH_KINDS = [
  'RECTIFICATION_ITEM',
  'CORRECTIVE_MEASURE',
  'INSTITUTIONAL_DOCUMENT',
  'TRAINING',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** The kind that an address narrows to; null is all of them. */
export const readKind = (params: URLSearchParams): SearchKind | null =>
  SEARCH_KINDS.find((kind) => kind === params.get('kind')) ?? null;
