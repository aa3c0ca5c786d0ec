import { OperationTypeNode, type GraphQLResolveInfo } from 'graphql';

const made = new WeakMap<object, Map<string, unknown>>();

/**
 * Makes something once for all fields of a query that ask for it alike, by aliases say. In a mutation each time:
 * between two of its fields something may have changed.
 */
export function onceARequest<Result>(
  context: object,
  { operation }: GraphQLResolveInfo,
  key: string,
  make: () => Result,
): Result {
  if (operation.operation !== OperationTypeNode.QUERY) return make();
  const known = made.get(context) ?? new Map<string, unknown>();
  made.set(context, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as Result;
}
