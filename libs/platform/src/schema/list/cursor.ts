import { createHash } from 'node:crypto';
import { bilingual, isStorable } from '../../rules/index.ts';
import { badInput } from './bad-input.ts';
import type { Key, KeyValue } from './order.ts';

/** What a cursor belongs to: it says nothing in another list, order or filter. */
export interface CursorScope {
  /** The field that lists. */
  list: string;
  /** The record that it is a field of; null while that is not known yet, and then not compared. */
  owner: string | null;
  order: string;
  filter: string;
}

/** Grows when cursors are written in another way: those of before are then told apart. */
const VERSION = 1;

interface Written {
  v: number;
  l: string;
  r: string;
  o: string;
  f: string;
  k: (string | number | boolean | null)[];
  /** Over all the rest: what was not written by the hub, or was cut, is known by it. */
  s: string;
}

/** A place in a list, as a text that its reader need not understand. */
export function writeCursor(scope: CursorScope, place: readonly KeyValue[]): string {
  const words = { v: VERSION, ...digested(scope), k: place.map(written) };
  return Buffer.from(JSON.stringify({ ...words, s: digest(words) })).toString('base64url');
}

/** Reads a cursor. @throws GraphQLError when it is none, or of another list, order or filter. */
export function readCursor(
  cursor: string,
  scope: CursorScope,
  keys: readonly Key[],
  argument: string,
): KeyValue[] {
  const found = parse(cursor);
  if (!found) throw badInput(NOT_A_CURSOR, argument);
  const expected = digested(scope);
  if (found.l !== expected.l || (scope.owner !== null && found.r !== expected.r))
    throw badInput(OF_ANOTHER_LIST, argument);
  if (found.o !== expected.o) throw badInput(OF_ANOTHER_ORDER, argument);
  if (found.f !== expected.f) throw badInput(OF_ANOTHER_FILTER, argument);
  const place = keys.map((key, i) => read(key, found.k[i]));
  if (found.k.length !== keys.length || place.includes(undefined))
    throw badInput(NOT_A_CURSOR, argument);
  return place as KeyValue[];
}

const NOT_A_CURSOR = bilingual(
  '游标无效，请使用本系统返回的 cursor',
  'The cursor is not valid: send one that the hub answered with',
);
const OF_ANOTHER_LIST = bilingual(
  '游标属于另一列表',
  'The cursor is of another list: send one that this list answered with',
);
const OF_ANOTHER_ORDER = bilingual(
  '游标属于另一排序，请从首页重新读取',
  'The cursor is of another order: read from the first page after changing orderBy',
);
const OF_ANOTHER_FILTER = bilingual(
  '游标属于另一筛选，请从首页重新读取',
  'The cursor is of another filter: read from the first page after changing filter',
);

function parse(cursor: string): Written | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (typeof value !== 'object' || value === null) return null;
    const { s, ...words } = value as Written;
    return words.v === VERSION && Array.isArray(words.k) && s === digest(words)
      ? { ...words, s }
      : null;
  } catch {
    return null;
  }
}

const digested = ({ list, owner, order, filter }: CursorScope) => ({
  l: digest(list),
  r: digest(owner),
  o: digest(order),
  f: digest(filter),
});

const digest = (value: unknown) =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 12);

/** A filter as one text, whatever the order in which its fields were given. */
export const filterText = (filter: unknown): string =>
  JSON.stringify(filter ?? {}, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

function written(value: KeyValue) {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? value.toString() : value;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const isMoment = (text: string) => MOMENT.test(text) && !Number.isNaN(Date.parse(text));
const isInt = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A value as it is compared; undefined for what such a column cannot hold. */
function read(key: Key, value: unknown): KeyValue | undefined {
  if (value === null) return key.isNullable ? null : undefined;
  if (key.values)
    return typeof value === 'string' && key.values.includes(value) ? value : undefined;
  switch (key.type) {
    case 'Int':
      return isInt(value) ? value : undefined;
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'BigInt':
      return typeof value === 'string' && /^-?\d{1,18}$/.test(value) ? BigInt(value) : undefined;
    case 'DateTime':
      return typeof value === 'string' && isMoment(value) ? new Date(value) : undefined;
    default:
      if (typeof value !== 'string' || !isStorable(value)) return undefined;
      return !/^(?:id|\w+Id)$/.test(key.path.at(-1)!) || UUID.test(value) ? value : undefined;
  }
}
