import { fieldOf, joinOf, quoted, type ModelField } from './models.ts';
import { KnownInSql, type Request } from './request.ts';
import { Unsupported } from './unsupported.ts';

interface Place {
  model: string;
  alias: string;
  /** Within a NOT what is unknown counts, too: there a condition means what Prisma makes of it only if it is plain. */
  isNegated: boolean;
}

/**
 * A condition of Prisma as SQL; null for one that asks for nothing. Conditions are written once, for the resolvers:
 * whatever is not understood here to the letter is refused, never left out.
 *
 * @throws Unsupported
 */
export function whereSql(
  request: Request,
  model: string,
  alias: string,
  where: unknown,
): string | null {
  return all(request, { model, alias, isNegated: false }, where);
}

function all(request: Request, place: Place, where: unknown): string | null {
  if (!isPlain(where)) throw new Unsupported(`where of ${place.model}`);
  const parts: string[] = [];
  for (const [name, value] of Object.entries(where)) {
    const part = one(request, place, name, value, where);
    if (part !== null) parts.push(part);
  }
  return parts.length ? parts.join(' AND ') : null;
}

function one(
  request: Request,
  place: Place,
  name: string,
  value: unknown,
  beside: Record<string, unknown>,
): string | null {
  if (value === undefined) throw new Unsupported(`${place.model}.${name}: undefined`);
  switch (name) {
    case 'AND': {
      const parts = listOf(value).map((inner) => all(request, place, inner));
      const asked = parts.filter((part) => part !== null);
      return asked.length ? asked.join(' AND ') : null;
    }
    case 'OR': {
      if (!Array.isArray(value)) throw new Unsupported('OR');
      const parts = value.map((inner) => all(request, place, inner));
      // Prisma leaves an alternative that asks for nothing out; nobody should have meant it.
      if (parts.includes(null)) throw new Unsupported('OR of nothing');
      return parts.length ? `(${parts.map((part) => `(${part})`).join(' OR ')})` : 'false';
    }
    case 'NOT': {
      if (!isPlain(value)) throw new Unsupported('NOT');
      const inner = all(request, { ...place, isNegated: true }, value);
      if (inner === null) throw new Unsupported('NOT of nothing');
      return `NOT (${inner})`;
    }
  }
  const field = fieldOf(place.model, name);
  return field.kind === 'object'
    ? related(request, place, field, value, beside)
    : compared(request, `${place.alias}.${quoted(name)}`, field, value);
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? (value as unknown[]) : [value];

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof KnownInSql);

function related(
  request: Request,
  place: Place,
  field: ModelField,
  value: unknown,
  beside: Record<string, unknown>,
): string | null {
  const path = `${place.model}.${field.name}`;
  if (!isPlain(value)) throw new Unsupported(`${path}: ${String(value)}`);
  if (field.isList) {
    const parts = Object.entries(value).map(([operator, where]) => {
      if (operator === 'some') return exists(request, place, field, where);
      if (operator === 'none') return `NOT ${exists(request, place, field, where)}`;
      throw new Unsupported(`${path}: ${operator}`);
    });
    return parts.length ? parts.join(' AND ') : null;
  }
  if ('is' in value || 'isNot' in value) throw new Unsupported(`${path}: is`);
  if (place.isNegated) throw new Unsupported(`${path}: NOT`);
  const alias = request.alias();
  const inner = whereOf(request, field.type, alias, value);
  if (inner === null) {
    // Prisma asks for nothing then: the same as long as there is such a row anyway.
    const key = field.relationFromFields?.[0];
    if (key && (field.isRequired || isNotNull(beside[key]))) return null;
    throw new Unsupported(`${path}: nothing`);
  }
  const join = joinOf(place.model, field, place.alias, alias);
  return `EXISTS (SELECT FROM ${quoted(field.type)} ${alias} WHERE ${join} AND ${inner})`;
}

const isNotNull = (condition: unknown) =>
  isPlain(condition) && Object.keys(condition).length === 1 && condition['not'] === null;

function exists(request: Request, place: Place, field: ModelField, where: unknown): string {
  const alias = request.alias();
  const join = joinOf(place.model, field, place.alias, alias);
  const inner = whereOf(request, field.type, alias, where);
  return `EXISTS (SELECT FROM ${quoted(field.type)} ${alias} WHERE ${join}${inner === null ? '' : ` AND ${inner}`})`;
}

function whereOf(request: Request, model: string, alias: string, where: unknown) {
  request.touch(model);
  return all(request, { model, alias, isNegated: false }, where);
}

const COMPARISONS: Record<string, string> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function compared(request: Request, column: string, field: ModelField, condition: unknown): string {
  if (field.isList || field.type === 'Json' || field.type === 'Bytes')
    throw new Unsupported(`where ${field.name}`);
  const bind = (value: unknown) => request.bind(value);
  const equal = (value: unknown) =>
    value === null ? `${column} IS NULL` : `${column} = ${bind(value)}`;
  if (!isPlain(condition)) return equal(condition);
  const parts: string[] = [];
  for (const [operator, value] of Object.entries(condition)) {
    if (value === undefined) throw new Unsupported(`${field.name}.${operator}: undefined`);
    const comparison = COMPARISONS[operator];
    if (comparison && value !== null) parts.push(`${column} ${comparison} ${bind(value)}`);
    else if (operator === 'equals') parts.push(equal(value));
    else if (operator === 'not' && !isPlain(value))
      parts.push(value === null ? `${column} IS NOT NULL` : `${column} <> ${bind(value)}`);
    else if (operator === 'in') parts.push(among(bind, column, field, value));
    else if (operator === 'notIn' && Array.isArray(value) && value.length && !value.includes(null))
      parts.push(value.map((one) => `${column} <> ${bind(one)}`).join(' AND '));
    else if (operator === 'contains' && typeof value === 'string')
      parts.push(
        `${column} ${condition['mode'] === 'insensitive' ? 'ILIKE' : 'LIKE'} ${bind(`%${value}%`)}`,
      );
    else if (operator !== 'mode' || !('contains' in condition))
      throw new Unsupported(`${field.name}: ${operator}`);
  }
  if (!parts.length) throw new Unsupported(`${field.name}: nothing`);
  return parts.join(' AND ');
}

/** One value is compared by `=`: an index then has the rows in its order, which it has not for a list. */
function among(
  bind: (value: unknown) => string,
  column: string,
  field: ModelField,
  value: unknown,
): string {
  if (!Array.isArray(value) || value.includes(null) || value.includes(undefined))
    throw new Unsupported(`${field.name}: in`);
  if (!value.length) return 'false';
  if (value.length === 1) return `${column} = ${bind(value[0])}`;
  if (value.some((one) => one instanceof KnownInSql)) throw new Unsupported(`${field.name}: in`);
  const type = field.kind === 'enum' ? `::${quoted(field.type)}[]` : '';
  return `${column} = ANY(${bind(value)}${type})`;
}
