import type { SearchKind } from '@taizhang/platform';

/** The keys of records, each once, by what kind of record they are. */
export function keysByKind(
  records: readonly { kind: SearchKind; recordId: string }[],
): [SearchKind, string[]][] {
  const keys = new Map<SearchKind, Set<string>>();
  for (const { kind, recordId } of records)
    keys.set(kind, (keys.get(kind) ?? new Set()).add(recordId));
  return [...keys].map(([kind, ids]) => [kind, [...ids]]);
}
