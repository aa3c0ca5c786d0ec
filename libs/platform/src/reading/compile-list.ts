import {
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { orderInStretches, selectOf, stretchesOf, type Key } from '../schema/list/order.ts';
import { shownPage, type Page } from '../schema/list/read-page.ts';
import { checkPage } from '../schema/page.ts';
import { eachOf, numbered } from './child-rows.ts';
import { below, collectFields } from './collect-fields.ts';
import type { Compiling } from './compiling.type.ts';
import { argumentsOf, isPromise } from './field-parts.ts';
import { backOf, fieldOf, quoted } from './models.ts';
import { orderSql } from './order-sql.ts';
import { sourceOf } from './read-source.ts';
import { listReadingOf, type ListReading } from './reading.ts';
import { KnownInSql, type Request } from './request.ts';
import type { Place, Read, RowSet } from './row-set.ts';
import { Unsupported } from './unsupported.ts';
import { whereSql } from './where-sql.ts';

/** Compiles what is selected of a row. */
export type CompileRow = (
  type: GraphQLObjectType,
  place: Place,
  nodes: readonly FieldNode[],
) => Read<object>;

/** What a connection is made of. What nobody selects is not asked of the statement. */
interface Parts {
  rows: () => RowSet;
  rangeOf: (set: RowSet, owner: number) => [from: number, to: number];
  total: () => Read<number>;
  /** The page as its cursors are written, for a row of the owner. */
  pageOf: (owner: number, hasCursors: boolean) => Page;
}

/** A list at the root of the query. */
export function compileRootList(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  compileRow: CompileRow,
): () => object {
  const { statement } = compiling;
  const asked = asking(compiling, field, nodes, '');
  const { model } = asked.reading;
  const conditionFor = (request: Request) => {
    const { reading, args } = asked.of(request);
    return conditionOf(reading, args, request.context, { id: null });
  };
  const read = connection(compiling, field, nodes, asked.pageKeys, compileRow, {
    rows: () => {
      const set = statement.add(model, null);
      const { alias } = set.place;
      return set.comeFrom((request) => {
        const page = pageSql(request, model, conditionFor(request), asked.of(request).page);
        return { from: numbered(alias, page), order: `${alias}."~n"` };
      });
    },
    rangeOf: (set) => [0, set.length],
    total: () => {
      statement.touch(model);
      return statement.number((request) => {
        const alias = request.alias();
        const condition = whereSql(request, model, alias, conditionFor(request));
        return `(SELECT count(*) FROM ${quoted(model)} ${alias}${condition ? ` WHERE ${condition}` : ''})`;
      });
    },
    pageOf: () => asked.of(statement.request).page,
  });
  return () => read(0);
}

/** A list of another record, one page for each. */
export function compileInnerList(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  place: Place,
  nodes: FieldNode[],
  compileRow: CompileRow,
): Read<object> {
  const { statement } = compiling;
  const asked = asking(compiling, field, nodes, null);
  const { model, relation } = asked.reading;
  const key = place.raw('id');
  /** The rows of the record whose key is known in SQL. */
  const whereAt = (request: Request, sql: string): object => {
    const id = new KnownInSql(sql);
    const { reading, args } = asked.of(request);
    const where = conditionOf(reading, args, request.context, ownerWith(id, field.name));
    if (!relation) return where;
    return { AND: [{ [backOf(place.model, fieldOf(place.model, relation))]: id }, where] };
  };
  const { set: owner } = place;
  return connection(compiling, field, nodes, asked.pageKeys, compileRow, {
    rows: () => {
      const set = statement.add(model, owner);
      const ownerKey = `${owner.name}.${owner.key(`${place.alias}."id"`)}`;
      return set.comeFrom((request) => {
        const where = whereAt(request, ownerKey);
        const page = pageSql(request, model, where, asked.of(request).page);
        return eachOf(owner, set.place.alias, page);
      });
    },
    rangeOf: (set, row) => set.rangeOf(row),
    total: () => {
      statement.touch(model);
      return place.counted(model, (request, alias) => {
        const where = whereSql(request, model, alias, whereAt(request, `${place.alias}."id"`));
        if (where === null) throw new Unsupported(field.name);
        return where;
      });
    },
    // A cursor is of one record's list: whose it is, is known by now.
    pageOf: (row, hasCursors) => {
      const { reading, args, page } = asked.of(statement.request);
      return hasCursors || page.place ? reading.ask(args, String(key(row))) : page;
    },
  });
}

/** What a field is asked for by a request; understood once each. */
function asking(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  owner: string | null,
) {
  const reading = listReadingOf(field)!;
  const { schema } = compiling;
  const understand = ({ variables, context }: Pick<Request, 'variables' | 'context'>) => {
    const args = argumentsOf(field, nodes, { schema, variables, context });
    checkPage(args);
    return { reading, args, page: reading.ask(args, owner) };
  };
  const understood = new WeakMap<Request, ReturnType<typeof understand>>();
  return {
    reading,
    /** What its rows are sorted by: part of what a document is compiled for. */
    pageKeys: understand(compiling).page.keys,
    of: (request: Request) => {
      const known = understood.get(request) ?? understand(request);
      understood.set(request, known);
      return known;
    },
  };
}

function conditionOf(
  { where, model }: ListReading,
  args: Record<string, unknown>,
  context: Compiling['context'],
  owner: { id: unknown },
): object {
  const condition = where(args, context, owner);
  if (!isPromise(condition)) return condition as object;
  condition.then(undefined, () => undefined);
  throw new Unsupported(`which ${model}`);
}

/** A record of which only the key is known, and that in the statement alone. */
const ownerWith = (id: KnownInSql, field: string) =>
  new Proxy(
    { id },
    {
      get(owner, name) {
        if (name !== 'id') throw new Unsupported(`${field}: ${String(name)}`);
        return owner.id;
      },
    },
  );

/** One page, stretch by stretch: the database goes on to the next only while the page is not full. */
function pageSql(
  request: Request,
  model: string,
  where: object,
  { keys, place, size }: Page,
): string {
  const take = size + 1;
  const stretches = stretchesOf(keys, place).map((stretch) => {
    const alias = request.alias();
    const condition = whereSql(request, model, alias, { AND: [where, stretch] });
    const { order, joins } = orderSql(request, model, alias, orderInStretches(keys));
    return `SELECT ${alias}.* FROM ${quoted(model)} ${alias} ${joins}${condition ? ` WHERE ${condition}` : ''} ORDER BY ${order} LIMIT ${take}`;
  });
  if (stretches.length === 1) return stretches[0]!;
  return `${stretches.map((stretch) => `(${stretch})`).join(' UNION ALL ')} LIMIT ${take}`;
}

function connection(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
  keys: readonly Key[],
  compileRow: CompileRow,
  parts: Parts,
): Read<object> {
  const type = getNamedType(field.type) as GraphQLObjectType;
  const selected = collectFields(compiling, type, below(nodes));
  let set: RowSet | null = null;
  const rows = () => (set ??= parts.rows());
  let placed: Read<object> | null = null;
  const needCursors = () =>
    void (placed ??= sourceOf(compiling, rows().place, selectOf(keys), () => {
      throw new Unsupported(type.name);
    }));
  const reads: [key: string, read: (shown: Shown, owner: number) => unknown][] = [];
  for (const [key, fieldNodes] of selected) {
    const name = fieldNodes[0]!.name.value;
    if (key === '__proto__') throw new Unsupported(key);
    if (name === '__typename') reads.push([key, () => type.name]);
    else if (name === 'totalCount') {
      const total = parts.total();
      reads.push([key, (_shown, owner) => total(owner)]);
    } else if (name === 'pageInfo') {
      rows();
      const info = pageInfo(compiling, type, fieldNodes, needCursors);
      reads.push([key, ({ pageInfo }) => info(pageInfo)]);
    } else if (name === 'nodes') {
      const read = compileRow(nodeType(type, name), rows().place, fieldNodes);
      reads.push([key, ({ edges }) => edges.map(({ node }) => read(node))]);
    } else if (name === 'edges') {
      const edge = edgeOf(compiling, type, fieldNodes, rows().place, needCursors, compileRow);
      reads.push([key, ({ edges }) => edges.map(edge)]);
    } else throw new Unsupported(`${type.name}.${name}`);
  }
  return (owner) => {
    const [from, to] = set ? parts.rangeOf(set, owner) : [0, 0];
    const numbers = Array.from({ length: to - from }, (_, index) => from + index);
    const page = parts.pageOf(owner, placed !== null);
    const shown = shownPage(page, numbers, (row) => placed!(row));
    const object: Record<string, unknown> = {};
    for (const [key, read] of reads) object[key] = read(shown, owner);
    return object;
  };
}

type Shown = ReturnType<typeof shownPage<number>>;

function nodeType(type: GraphQLObjectType, name: string): GraphQLObjectType {
  const node = getNamedType(type.getFields()[name]!.type);
  if (!isObjectType(node)) throw new Unsupported(node.name);
  return node;
}

function pageInfo(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: FieldNode[],
  needCursors: () => void,
): (info: Shown['pageInfo']) => object {
  const infoType = nodeType(type, 'pageInfo');
  const names: [key: string, name: keyof Shown['pageInfo'] | '__typename'][] = [];
  for (const [key, fieldNodes] of collectFields(compiling, infoType, below(nodes))) {
    const name = fieldNodes[0]!.name.value as 'startCursor';
    if (key === '__proto__') throw new Unsupported(key);
    if (/Cursor$/.test(name)) needCursors();
    names.push([key, name]);
  }
  return (info) => {
    const object: Record<string, unknown> = {};
    for (const [key, name] of names)
      object[key] = name === '__typename' ? infoType.name : info[name];
    return object;
  };
}

function edgeOf(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: FieldNode[],
  place: Place,
  needCursors: () => void,
  compileRow: CompileRow,
): (edge: Shown['edges'][number]) => object {
  const edgeType = nodeType(type, 'edges');
  const reads: [key: string, read: (edge: Shown['edges'][number]) => unknown][] = [];
  for (const [key, fieldNodes] of collectFields(compiling, edgeType, below(nodes))) {
    const name = fieldNodes[0]!.name.value;
    if (key === '__proto__') throw new Unsupported(key);
    if (name === '__typename') reads.push([key, () => edgeType.name]);
    else if (name === 'cursor') {
      needCursors();
      reads.push([key, (edge) => edge.cursor]);
    } else if (name === 'node') {
      const read = compileRow(nodeType(edgeType, name), place, fieldNodes);
      reads.push([key, ({ node }) => read(node)]);
    } else throw new Unsupported(`${edgeType.name}.${name}`);
  }
  return (edge) => {
    const object: Record<string, unknown> = {};
    for (const [key, read] of reads) object[key] = read(edge);
    return object;
  };
}
