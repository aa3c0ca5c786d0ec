import type { TableSort } from '@taizhang/ui';

/** Reads `sort=key` or `sort=-key`; anything unknown is the default. */
export function readSort(
  params: URLSearchParams,
  keys: readonly string[],
  byDefault: TableSort,
): TableSort {
  const raw = params.get('sort') ?? '';
  const descending = raw.startsWith('-');
  const key = descending ? raw.slice(1) : raw;
  return keys.includes(key) ? { key, descending } : byDefault;
}

/** A sort as the address writes it; the default is not written. */
export function writeSort(sort: TableSort, byDefault: TableSort): string | null {
  if (sort.key === byDefault.key && sort.descending === byDefault.descending) return null;
  return sort.descending ? `-${sort.key}` : sort.key;
}

/** The values of a comma separated query key that are among the known ones. */
export function readChoices<Value extends string>(
  params: URLSearchParams,
  key: string,
  known: readonly string[],
): Value[] {
  return (params.get(key)?.split(',') ?? []).filter((value): value is Value =>
    known.includes(value),
  );
}

/** A day in the address, yyyy-mm-dd; nothing when it is no day. */
export function readDay(params: URLSearchParams, key: string): string | null {
  const value = params.get(key) ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;
}
