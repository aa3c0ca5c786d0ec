import { fieldOf, joinOf, quoted } from './models.ts';
import { Unsupported } from './unsupported.ts';
import type { Request } from './request.ts';

/** An order as SQL, with the joins that it needs. */
export interface OrderSql {
  order: string;
  joins: string;
}

/** An order of Prisma as SQL: columns, and columns of what one relation leads to. @throws Unsupported */
export function orderSql(
  request: Request,
  model: string,
  alias: string,
  orderBy: unknown,
): OrderSql {
  const joins: string[] = [];
  const keys = (Array.isArray(orderBy) ? orderBy : [orderBy]).flatMap((key: unknown) =>
    Object.entries(key as object).map(([name, direction]) =>
      keyOf(model, alias, name, direction as unknown),
    ),
  );
  return { order: keys.join(', '), joins: joins.join(' ') };

  function keyOf(of: string, at: string, name: string, direction: unknown): string {
    const field = fieldOf(of, name);
    if (field.kind !== 'object') return `${at}.${quoted(name)} ${directionOf(direction)}`;
    const inner = Object.entries(direction as object);
    const [[column, way] = []] = inner;
    if (field.isList || inner.length !== 1 || !column) throw new Unsupported(`order by ${name}`);
    const joined = request.alias();
    request.touch(field.type);
    joins.push(`LEFT JOIN ${quoted(field.type)} ${joined} ON ${joinOf(of, field, at, joined)}`);
    return keyOf(field.type, joined, column, way);
  }
}

const DIRECTIONS: Record<string, string> = { asc: 'ASC', desc: 'DESC' };
const NULLS: Record<string, string> = { first: ' NULLS FIRST', last: ' NULLS LAST' };

function directionOf(given: unknown): string {
  const { sort, nulls } = (typeof given === 'string' ? { sort: given } : given) as {
    sort: string;
    nulls?: string;
  };
  const direction = DIRECTIONS[sort];
  const place = nulls === undefined ? '' : NULLS[nulls];
  if (!direction || place === undefined) throw new Unsupported('order');
  return direction + place;
}
