import { Kind, type DocumentNode, type SelectionSetNode } from 'graphql';

/** The names of an operation's own fields, through its fragments, each of which is looked into once. */
export function rootFields(document: DocumentNode, root: SelectionSetNode): Set<string> {
  const names = new Set<string>();
  const visited = new Set<string>();
  collect(root);
  return names;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet);
      else spread(selection.name.value);
    }
  }

  function spread(name: string): void {
    if (visited.has(name)) return;
    visited.add(name);
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name)
        collect(definition.selectionSet);
  }
}
