import { backOf, fieldOf, quoted } from './models.ts';
import { orderSql } from './order-sql.ts';
import { Request } from './request.ts';
import type { Place, RowSet, Source } from './row-set.ts';
import type { Statement } from './statement.ts';
import { Unsupported } from './unsupported.ts';
import { whereSql } from './where-sql.ts';

/** Which of the related rows, and in which order. */
export interface ChildQuery {
  where?: unknown;
  orderBy?: unknown;
  take?: number | undefined;
}

/** All rows that a list relation leads to, in one set for every row of the place. */
export function childrenOf(
  statement: Statement,
  place: Place,
  name: string,
  query: ChildQuery | ((request: Request) => ChildQuery),
): RowSet {
  const relation = fieldOf(place.model, name);
  const owner = place.set;
  const set = statement.add(relation.type, owner);
  const key = owner.key(`${place.alias}."id"`);
  const { alias } = set.place;
  const on = `${alias}.${quoted(backOf(place.model, relation))} = ${owner.name}.${key}`;
  const table = `${quoted(relation.type)} ${alias}`;
  const source = (request: Request): Source => {
    const { where, orderBy, take } = typeof query === 'function' ? query(request) : query;
    const condition = where ? whereSql(request, relation.type, alias, where) : null;
    const ordered = orderBy ? orderSql(request, relation.type, alias, orderBy) : null;
    const joins = ordered?.joins ?? '';
    if (take === undefined) {
      const order = `${owner.name}.n${ordered ? `, ${ordered.order}` : ''}`;
      const from = `${owner.name} JOIN ${table} ON ${on}`;
      return { from, joins, where: condition, order };
    }
    if (!ordered) throw new Unsupported(`${place.model}.${name}: take`);
    const limited = `SELECT ${alias}.* FROM ${table} ${joins} WHERE ${on}${condition ? ` AND ${condition}` : ''} ORDER BY ${ordered.order} LIMIT ${String(take)}`;
    return eachOf(owner, alias, limited);
  };
  const isForAll = typeof query !== 'function' && !query.where;
  return set.comeFrom(isForAll ? source(Request.ofNobody()) : source);
}

/** The rows that a statement has for each row of the owner, in its order. */
export const eachOf = (owner: RowSet, alias: string, statement: string): Source => ({
  from: `${owner.name} CROSS JOIN LATERAL ${numbered(alias, statement)}`,
  order: `${owner.name}.n, ${alias}."~n"`,
});

/** The rows of a statement with their places in its order: what they are joined to may bring them in another one. */
export const numbered = (alias: string, statement: string): string =>
  `(SELECT r.*, row_number() OVER () AS "~n" FROM (${statement}) r) ${alias}`;
