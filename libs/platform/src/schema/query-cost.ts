import { getNullableType, isListType, type GraphQLOutputType } from 'graphql';

/** The most that one operation may cost, counted with its variables: about 100 rows with everything below them. */
export const COST_LIMIT = 25_000;

/** The most that one operation may ask for, in each respect. */
export const LIMITS = { complexity: COST_LIMIT, depth: 12, breadth: 1_000 };

/** How many rows a list without pages is taken to have. */
const LIST_LENGTH = 5;

/** How many rows a page has when unsaid. */
const PAGE_LENGTH = 20;

/**
 * What a field costs that says nothing of its own: 1, and all below it once for every row of a
 * list. A connection has as many as its page, however the page size was given.
 */
export function fieldCost(
  { first, last }: { first?: unknown; last?: unknown },
  _context: object,
  field: { type: GraphQLOutputType; args: readonly { name: string }[] },
) {
  if (isListType(getNullableType(field.type))) return { field: 1, multiplier: LIST_LENGTH };
  if (!field.args.some(({ name }) => name === 'first')) return 1;
  // The connection's own list of edges multiplies by the length of a list.
  return { field: 1, multiplier: Number(first ?? last ?? PAGE_LENGTH) / LIST_LENGTH };
}
