import { createHash } from 'node:crypto';
import { isOverdue, keyOf } from './fragments.ts';
import type { Statement } from './query.type.ts';

export interface PageVariables {
  first: number;
  after?: string;
  orderBy?: { field: 'CODE' | 'DUE_ON'; direction: 'ASC' };
  filter?: {
    organizationId?: string[];
    roundId?: string[];
    responsibleUnitId?: string[];
    leadLeaderId?: string[];
    status?: string[];
    overdue?: boolean;
    text?: string;
  };
}

/** The sort value and the id of a row: its place in a list. */
export type Place = readonly [sort: string | null, id: string];

/** What `PageVariables` sorts by, and how the hub writes the value into a cursor. */
const ORDERS = {
  CODE: { by: 'i."codeSort", i.id', value: 'i."codeSort"' },
  DUE_ON: {
    by: 'i."dueOn" NULLS LAST, i.id',
    value: `to_char(i."dueOn", 'YYYY-MM-DD"T00:00:00.000Z"')`,
  },
};
const orderOf = ({ orderBy }: PageVariables) => ORDERS[orderBy?.field ?? 'CODE'];

/** The place of a row `i` in SQL, as a cursor holds it. */
export const placeSql = (variables: PageVariables) =>
  `json_build_array(${orderOf(variables).value}, i.id)`;

/** The place that a cursor holds. */
export const placeOf = (cursor: string): Place =>
  (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as { k: Place }).k;

/**
 * The hub's cursor of another row: the place is put into one that the hub wrote for the same list,
 * as turning thousands of pages to get there would take longer than what is measured.
 */
export function moveCursor(cursor: string, place: Place): string {
  const { s: _replaced, ...words } = JSON.parse(
    Buffer.from(cursor, 'base64url').toString(),
  ) as Record<string, unknown>;
  const moved = { ...words, k: place };
  const sum = createHash('sha256').update(JSON.stringify(moved)).digest('base64url').slice(0, 12);
  return Buffer.from(JSON.stringify({ ...moved, s: sum })).toString('base64url');
}

/**
 * One page of items as a subquery of rows `n`, `i.*`, with one row more than asked for: it tells
 * whether there is a next page.
 */
export function itemsPage(
  variables: PageVariables,
  values: unknown[],
): Statement & { where: string } {
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where = itemsWhere(variables.filter ?? {}, bind);
  const order = orderOf(variables);
  const limit = `LIMIT ${variables.first + 1}`;
  const page = (condition: string, by = order.by) =>
    `SELECT i.* FROM "RectificationItem" i WHERE ${where} AND ${condition} ORDER BY ${by} ${limit}`;
  const rows = variables.after ? after(placeOf(variables.after)) : page('true');
  return {
    text: `(SELECT row_number() OVER (ORDER BY ${order.by}) AS n, ${placeSql(variables)} AS place, i.* FROM (${rows}) i)`,
    values,
    where,
  };

  function after([sort, id]: Place): string {
    const place = `(${bind(sort)}, ${bind(id)})`;
    if (order === ORDERS.CODE) return page(`(i."codeSort", i.id) > ${place}`);
    // Two ranges of one index: those with a later date, then those without any.
    return `(${page(`(i."dueOn", i.id) > ${place.replace(',', '::date,')}`, 'i."dueOn", i.id')})
      UNION ALL (${page('i."dueOn" IS NULL', 'i.id')}) ORDER BY "dueOn" NULLS LAST, id ${limit}`;
  }
}

/** A page of items as the connection that the hub answers with. */
export const connection = (
  first: number,
  rows: string,
  node: string,
  { joins = '', more = '' } = {},
): string =>
  `(SELECT json_build_object(${more}
    'pageInfo', json_build_object(
      'hasNextPage', count(*) > ${first},
      'endCursor', encode(convert_to(json_build_object('k', (array_agg(i.place ORDER BY i.n DESC) FILTER (WHERE i.n <= ${first}))[1])::text, 'UTF8'), 'base64')),
    'edges', coalesce(json_agg(json_build_object('node', json_build_object(${node})) ORDER BY i.n) FILTER (WHERE i.n <= ${first}), '[]'))
  FROM ${rows} i ${joins})`;

function itemsWhere(
  filter: NonNullable<PageVariables['filter']>,
  bind: (value: unknown) => string,
): string {
  const conditions = ['true'];
  // One value is compared by `=`: only then an index has the rows in order.
  const isOneOf = (column: string, values: string[], type: string) =>
    values.length === 1
      ? `${column} = ${bind(values[0])}::${type}`
      : `${column} = ANY(${bind(values)}::${type}[])`;
  for (const column of ['organizationId', 'roundId', 'responsibleUnitId', 'leadLeaderId'] as const)
    if (filter[column])
      conditions.push(isOneOf(`i."${column}"`, filter[column].map(keyOf), 'uuid'));
  if (filter.status) conditions.push(isOneOf('i.status', filter.status, '"ItemStatus"'));
  if (filter.overdue !== undefined) conditions.push(`${isOverdue('i')} = ${bind(filter.overdue)}`);
  if (filter.text) {
    const pattern = bind(`%${filter.text}%`);
    conditions.push(`i."filterText" ILIKE ${pattern}`);
  }
  return conditions.join(' AND ');
}
