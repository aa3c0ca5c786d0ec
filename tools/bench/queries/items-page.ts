import { isOverdue, keyOf } from './fragments.ts';
import type { Statement } from './query.type.ts';

export interface PageVariables {
  first: number;
  after?: string;
  orderBy?: { field: 'CODE' | 'DUE_ON'; direction: 'ASC' };
  filter?: {
    organizationId?: string;
    roundId?: string;
    responsibleUnitId?: string;
    leadLeaderId?: string;
    status?: string[];
    overdue?: boolean;
    text?: string;
  };
}

/** The cursor that the hub gives an item. */
export const cursorOf = (id: string) => Buffer.from(`GPC:S:${id}`).toString('base64');
const cursorKey = (cursor: string) =>
  Buffer.from(cursor, 'base64').toString().slice('GPC:S:'.length);

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
  const order = variables.orderBy?.field === 'DUE_ON' ? 'i."dueOn" NULLS LAST, i.id' : 'i.code';
  const limit = `LIMIT ${variables.first + 1}`;
  const page = (condition: string, by = order) =>
    `SELECT i.* FROM "RectificationItem" i WHERE ${where} AND ${condition} ORDER BY ${by} ${limit}`;
  const rows = variables.after ? after(variables.after) : page('true');
  return {
    text: `(SELECT row_number() OVER (ORDER BY ${order}) AS n, i.* FROM (${rows}) i)`,
    values,
    where,
  };

  function after(cursor: string): string {
    const key = bind(cursorKey(cursor));
    const of = (columns: string) =>
      `(SELECT ${columns} FROM "RectificationItem" c WHERE c.id = ${key})`;
    if (order === 'i.code') return page(`i.code > ${of('c.code')}`);
    // Two ranges of one index: those with a later date, then those without any.
    return `(${page(`(i."dueOn", i.id) > ${of('c."dueOn", c.id')}`, 'i."dueOn", i.id')})
      UNION ALL (${page('i."dueOn" IS NULL', 'i.id')}) ORDER BY "dueOn" NULLS LAST, id ${limit}`;
  }
}

/** A page of items as the connection that the hub answers with. */
export const connection = (first: number, rows: string, node: string, more = ''): string =>
  `(SELECT json_build_object(${more}
    'pageInfo', json_build_object(
      'hasNextPage', count(*) > ${first},
      'endCursor', encode(convert_to('GPC:S:' || (array_agg(i.id ORDER BY i.n DESC) FILTER (WHERE i.n <= ${first}))[1], 'UTF8'), 'base64')),
    'edges', coalesce(json_agg(json_build_object('node', json_build_object(${node})) ORDER BY i.n) FILTER (WHERE i.n <= ${first}), '[]'))
  FROM ${rows} i)`;

function itemsWhere(
  filter: NonNullable<PageVariables['filter']>,
  bind: (value: unknown) => string,
): string {
  const conditions = ['true'];
  for (const column of ['organizationId', 'roundId', 'responsibleUnitId', 'leadLeaderId'] as const)
    if (filter[column]) conditions.push(`i."${column}" = ${bind(keyOf(filter[column]))}`);
  if (filter.status) conditions.push(`i.status = ANY(${bind(filter.status)}::"ItemStatus"[])`);
  if (filter.overdue !== undefined) conditions.push(`${isOverdue('i')} = ${bind(filter.overdue)}`);
  if (filter.text) {
    const pattern = bind(`%${filter.text}%`);
    conditions.push(
      `(i.title ILIKE ${pattern} OR i.code ILIKE ${pattern} OR i.description ILIKE ${pattern})`,
    );
  }
  return conditions.join(' AND ');
}
