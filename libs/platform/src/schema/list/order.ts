import * as enums from '../../database/generated/client/enums.ts';
import type { RequestContext } from '../context.ts';
import { columnOf, type ColumnOfModel } from './model.ts';

/** A column that a list is sorted by: its name, or a path over one relation such as `item.codeSort`. */
export type SortColumn = string | { column: string; nulls?: 'first' | 'last' };

/** A named sort of a list. */
export interface ListOrder {
  description: string;
  /** The last of them is followed by the id, so that every row has one place. */
  columns: readonly SortColumn[];
}

/**
 * A sort by one of many values that stand in rows of their own beside the listed ones, such as the fields of a
 * register: the rows of values are read in their order, and with each the row that it belongs to.
 */
export interface ValueOrder {
  description: string;
  /** The model of the rows of values, and its relation to the listed ones. */
  model: string;
  relation: string;
  /** What they are sorted by, and the key of the listed row, by which ties are broken. */
  column: string;
  tie: string;
  /** Which of them hold the value that the caller names; a listed row has one at most. */
  where: (key: string, context: RequestContext, owner: string) => object;
}

/** The rows of values by which a page is sorted. */
export interface SortedBy {
  model: string;
  relation: string;
  where: object;
}

/** A column as it is compared; the last of an order is always the id. */
export interface Key {
  path: readonly string[];
  /** What the datamodel calls its type. */
  type: string;
  /** The values of an enumeration in the order of the database: it has no `<` for them in Prisma. */
  values: readonly string[] | null;
  isNullable: boolean;
  descends: boolean;
  nullsFirst: boolean;
}

/** A value of a key: what the client library reads and compares. */
export type KeyValue = string | number | bigint | boolean | Date | null;

/** The columns of a sort, as rows are compared by it. */
export function keysOf(
  model: string,
  columns: readonly SortColumn[],
  descends: boolean,
  tie = 'id',
): Key[] {
  return [...columns, tie].map((given) => {
    const sort = typeof given === 'string' ? { column: given } : given;
    const path = sort.column.split('.');
    const column = columnOf(model, path);
    return {
      path,
      type: column.type,
      values: column.kind === 'enum' ? valuesOf(column) : null,
      isNullable: !column.isRequired,
      descends,
      nullsFirst: sort.nulls === 'first',
    };
  });
}

const valuesOf = ({ type }: ColumnOfModel): string[] =>
  Object.values((enums as unknown as Record<string, Record<string, string>>)[type]!);

/** The same order from its end. */
export const reversed = (keys: readonly Key[]): Key[] =>
  keys.map((key) => ({ ...key, descends: !key.descends, nullsFirst: !key.nullsFirst }));

/** What the rows have to be read with, so that a cursor can be made of them. */
export const selectOf = (keys: readonly Key[]): object =>
  keys.reduce<object>(
    (select, { path: [column, inner] }) => ({
      ...select,
      [column!]: inner ? { select: { [inner]: true } } : true,
    }),
    {},
  );

export const orderByOf = (keys: readonly Key[]): object[] =>
  keys.map((key) => {
    const direction = key.descends ? 'desc' : 'asc';
    const nulls = key.nullsFirst ? 'first' : 'last';
    return at(key, key.isNullable ? { sort: direction, nulls } : direction);
  });

/** The values of a row that say its place. */
export const placeOf = (keys: readonly Key[], row: object): KeyValue[] =>
  keys.map(({ path }) =>
    path.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], row),
  ) as KeyValue[];

/**
 * The rows after a place, or all of them, as conditions that are read one after the other until a page is full:
 * those with a value and those without one, those of a status and those of later ones. Each is a stretch of an
 * index, which they are not together. Within each, rows have the order of {@link orderInStretches}.
 */
export function stretchesOf(keys: readonly Key[], place: readonly KeyValue[] | null): object[] {
  const [first, ...rest] = keys as [Key, ...Key[]];
  const isSplit = first.path.length === 1 && (first.isNullable || first.values !== null);
  if (!isSplit) return [place ? behind(keys, place) : {}];
  const without = first.isNullable ? [at(first, null)] : [];
  const having = first.isNullable ? at(first, { not: null }) : {};
  if (!place) return first.nullsFirst ? [...without, having] : [having, ...without];

  const [value, ...inner] = place as [KeyValue, ...KeyValue[]];
  const sameValue = { AND: [at(first, same(value)), behind(rest, inner)] };
  if (value === null) return first.nullsFirst ? [sameValue, having] : [sameValue];
  const later = laterThan({ ...first, isNullable: false }, value)!;
  const after = first.values
    ? [sameValue, later]
    : [behind([{ ...first, isNullable: false }, ...rest], place)];
  return first.nullsFirst ? after : [...after, ...without];
}

/** The order within stretches: where a value is missing it is missing in all of them. */
export const orderInStretches = ([first, ...rest]: readonly Key[]): object[] =>
  orderByOf([first!.path.length === 1 ? { ...first!, isNullable: false } : first!, ...rest]);

/** The rows that come after a place, as a condition. */
export function behind(keys: readonly Key[], place: readonly KeyValue[]): object {
  const alternatives = keys.flatMap((key, i) => {
    const later = laterThan(key, place[i]!);
    const level = keys.slice(0, i).map((key, j) => at(key, same(place[j]!)));
    return later ? [{ AND: [...level, later] }] : [];
  });
  return { AND: [notBefore(keys[0]!, place[0]!), { OR: alternatives }] };
}

/** Implied by the rest; by it the database begins to read the index where the page begins. */
function notBefore(key: Key, value: KeyValue): object {
  if (value === null || key.values || (key.isNullable && !key.nullsFirst)) return {};
  return at(key, { [key.descends ? 'lte' : 'gte']: value });
}

function laterThan(key: Key, value: KeyValue): object | null {
  if (value === null) return key.nullsFirst ? at(key, { not: null }) : null;
  const later = key.values
    ? { in: laterValues(key.values, String(value), key.descends) }
    : { [key.descends ? 'lt' : 'gt']: value };
  if (!key.isNullable || key.nullsFirst) return at(key, later);
  return { OR: [at(key, later), at(key, null)] };
}

function laterValues(values: readonly string[], value: string, descends: boolean) {
  const position = values.indexOf(value);
  return descends ? values.slice(0, position) : values.slice(position + 1);
}

const same = (value: KeyValue) => (value === null ? null : { equals: value });

const at = ({ path: [column, inner] }: Key, condition: unknown): object => ({
  [column!]: inner ? { [inner]: condition } : condition,
});
