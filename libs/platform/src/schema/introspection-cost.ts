import {
  Kind,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** How many elements the fields of introspection have in the mean; one where none is named. */
const SIZES: Record<string, number> = {
  fields: 2,
  inputFields: 2,
  enumValues: 0.5,
  possibleTypes: 2,
  interfaces: 1,
  args: 0.5,
  directives: 6,
  ofType: 0.5,
};

/** What is read in memory costs this share of what is read in the database. */
const SHARE = 1 / 3;

/**
 * What asking for the schema costs, in the measure of other fields. The schema is large, and nothing
 * of it is read by pages: by aliases a short document could be answered with hundreds of megabytes.
 */
export function introspectionCost(
  schema: GraphQLSchema,
  root: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  const sizes = { ...SIZES, types: Object.keys(schema.getTypeMap()).length };
  const known = new Map<SelectionSetNode, number>();
  return Math.ceil(costOf(root, (name) => name === '__schema' || name === '__type') * SHARE);

  function costOf(set: SelectionSetNode, counts: (name: string) => boolean): number {
    const before = known.get(set);
    if (before !== undefined) return before;
    // Fragments in a circle are refused by validation; this ends all the same.
    known.set(set, 0);
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const { name, selectionSet } = selection;
        if (!counts(name.value)) continue;
        cost += 1;
        if (selectionSet) cost += sizeOf(name.value) * costOf(selectionSet, () => true);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += costOf(selection.selectionSet, counts);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) cost += costOf(fragment.selectionSet, counts);
      }
    }
    known.set(set, cost);
    return cost;
  }

  function sizeOf(name: string): number {
    return Object.hasOwn(sizes, name) ? sizes[name as keyof typeof sizes]! : 1;
  }
}
