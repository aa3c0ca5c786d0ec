import { daysLateSql, overdueSql } from '@taizhang/rectification/rules';

// The same values that the hub's resolvers make, as SQL. Columns keep the names of the schema.

/** A global id. */
export const recordId = (type: string, column: string) => `'${type}_' || ${column}`;

/** A moment as `DateTime` shows it. */
export const moment = (column: string) =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

export const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** The rule `isOverdue` for a row of items. */
export const isOverdue = (item: string) => overdueSql(item, TODAY);

/** The rule `daysLate`. */
export const daysLate = (item: string) => daysLateSql(item, TODAY);

/** An object of some columns of a row. */
export const columns = (row: string, names: string) =>
  names
    .split(' ')
    .map((name) => `'${name}', ${row}."${name}"`)
    .join(', ');

/** One object of a row that a key names; null when the key is. */
export const one = (table: string, key: string, fields: string) =>
  `(SELECT json_build_object(${fields}) FROM "${table}" x WHERE x.id = ${key})`;

/** A row that a key names, joined under an alias. */
export const joined = (table: string, alias: string, key: string) =>
  `LEFT JOIN "${table}" ${alias} ON ${alias}.id = ${key}`;

/** One object of a joined row; null when there is none. */
export const oneOf = (alias: string, names: string) =>
  `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object(${columns(alias, names)}) END`;

/** A list of objects, empty rather than null. */
export const list = (fields: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;

/** Takes a global id apart. */
export const keyOf = (id: unknown) => String(id).slice(String(id).indexOf('_') + 1);

/** Makes a global id. */
export const encodeId = (type: string, key: string) => `${type}_${key}`;
