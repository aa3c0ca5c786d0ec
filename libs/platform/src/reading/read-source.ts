import { childrenOf } from './child-rows.ts';
import type { Compiling } from './compiling.type.ts';
import { columnsOf, fieldOf } from './models.ts';
import type { Place, Read } from './row-set.ts';
import { Unsupported } from './unsupported.ts';

/** In a selection of Prisma's: the place where the rows stand that the field answers with. */
export class Nested {
  readonly query: unknown;
  constructor(query: unknown) {
    this.query = query;
  }
}

/** How a row that a resolver passes on is read into the answer. */
export const RENDERED = Symbol('rendered');
export interface Rendered {
  [RENDERED]: () => object;
}

interface Query {
  select?: object;
  where?: object;
  orderBy?: object;
  take?: number;
}

/** What a resolver gets to work with: an object of what Prisma would have read by a selection. */
export function sourceOf(
  compiling: Compiling,
  place: Place,
  select: object,
  render: (nested: Place) => Read<object>,
): Read<Record<string, unknown>> {
  const reads: [name: string, read: Read][] = [];
  for (const [name, asked] of Object.entries(select) as [string, unknown][]) {
    if (asked === undefined || asked === false) continue;
    if (name === '_count') {
      reads.push([name, countsOf(place, asked)]);
      continue;
    }
    const field = fieldOf(place.model, name);
    if (field.kind !== 'object') {
      if (asked !== true) throw new Unsupported(`${place.model}.${name}`);
      reads.push([name, place.value(name)]);
    } else reads.push([name, relatedOf(compiling, place, name, asked, render)]);
  }
  return (row) => {
    const source: Record<string, unknown> = {};
    for (const [name, read] of reads) source[name] = read(row);
    return source;
  };
}

function relatedOf(
  compiling: Compiling,
  place: Place,
  name: string,
  asked: unknown,
  render: (nested: Place) => Read<object>,
): Read {
  const field = fieldOf(place.model, name);
  const isNested = asked instanceof Nested;
  const query = (isNested ? (asked.query ?? {}) : asked === true ? {} : asked) as Query;
  const { select, where, orderBy, take, ...rest } = query;
  if (Object.keys(rest).length) throw new Unsupported(`${place.model}.${name}`);
  const all = () => Object.fromEntries(columnsOf(field.type).map((column) => [column.name, true]));
  const chosen = select ?? (isNested ? {} : all());
  if (!field.isList) {
    if (where ?? orderBy ?? take) throw new Unsupported(`${place.model}.${name}`);
    const one = place.one(field);
    const read = rowOf(compiling, one, chosen, isNested ? render : null, render);
    const isThere = one.isThere();
    return (row) => (isThere(row) ? read(row) : null);
  }
  const set = childrenOf(compiling.statement, place, name, { where, orderBy, take });
  const read = rowOf(compiling, set.place, chosen, isNested ? render : null, render);
  return (row) => set.listOf(row, read);
}

function rowOf(
  compiling: Compiling,
  place: Place,
  select: object,
  here: ((nested: Place) => Read<object>) | null,
  below: (nested: Place) => Read<object>,
): Read {
  const source = sourceOf(compiling, place, select, below);
  if (!here) return source;
  const rendered = here(place);
  return (row) => Object.assign(source(row), { [RENDERED]: () => rendered(row) });
}

function countsOf(place: Place, asked: unknown): Read {
  const relations = (asked as { select?: Record<string, unknown> }).select;
  if (!relations) throw new Unsupported(`${place.model}._count`);
  const reads = Object.entries(relations).map(([name, given]) => {
    const where = given === true ? {} : (given as { where?: object }).where;
    if (!where) throw new Unsupported(`${place.model}._count.${name}`);
    return [name, place.count(fieldOf(place.model, name), where)] as const;
  });
  return (row) => Object.fromEntries(reads.map(([name, read]) => [name, read(row)]));
}
