import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { RequestContext } from '../schema/context.ts';
import { encodeRecordId } from '../schema/record-id.ts';
import { childrenOf, type ChildQuery } from './child-rows.ts';
import { below, collectFields } from './collect-fields.ts';
import { compileInnerList } from './compile-list.ts';
import type { Compiling } from './compiling.type.ts';
import { completer } from './complete-value.ts';
import { argumentsOf, resolverOf } from './field-parts.ts';
import { fieldOf } from './models.ts';
import { checkOptions, plainObject } from './plain-object.ts';
import { Nested, RENDERED, sourceOf, type Rendered } from './read-source.ts';
import { listReadingOf } from './reading.ts';
import type { Request } from './request.ts';
import type { Place, Read } from './row-set.ts';
import { Unsupported } from './unsupported.ts';

/** Compiles what is selected of a model's row: its columns are asked of the statement, and read into the answer. */
export function compileObject(
  compiling: Compiling,
  type: GraphQLObjectType,
  place: Place,
  nodes: readonly FieldNode[],
): Read<object> {
  if (type.extensions['pothosPrismaModel'] !== place.model) throw new Unsupported(type.name);
  const reads: [key: string, read: Read][] = [];
  for (const [key, fieldNodes] of collectFields(compiling, type, below(nodes))) {
    if (key === '__proto__') throw new Unsupported(key);
    reads.push([key, compileField(compiling, type, place, fieldNodes)]);
  }
  const keys = reads.map(([key]) => key);
  const values = reads.map(([, read]) => read);
  return (row) => {
    const object: Record<string, unknown> = {};
    for (let field = 0; field < keys.length; field++) object[keys[field]!] = values[field]!(row);
    return object;
  };
}

function compileField(
  compiling: Compiling,
  type: GraphQLObjectType,
  place: Place,
  nodes: FieldNode[],
): Read {
  const name = nodes[0]!.name.value;
  if (name === '__typename') return () => type.name;
  const field = type.getFields()[name];
  if (!field) throw new Unsupported(`${type.name}.${name}`);
  checkOptions(type, field);
  const exposed = field.extensions['pothosExposedField'] as string | undefined;
  if (exposed !== undefined) return exposedColumn(field.type, place, exposed);
  if (listReadingOf(field))
    return compileInnerList(compiling, field, place, nodes, (target, row, selected) =>
      compileObject(compiling, target, row, selected),
    );
  const relation = field.extensions['pothosPrismaRelationField'] as { name: string } | undefined;
  if (relation) return compileRelation(compiling, field, place, relation.name, nodes);
  if (field.extensions['pothosPrismaSelect'])
    return compileComputed(compiling, type, field, place, nodes);
  if (name === 'id' && type.getInterfaces().some((one) => one.name === 'Node')) {
    const key = place.raw('id');
    return (row) => encodeRecordId(type.name, String(key(row)));
  }
  throw new Unsupported(`${type.name}.${name}`);
}

function exposedColumn(type: GraphQLOutputType, place: Place, column: string): Read {
  const named = getNamedType(type).name;
  const complete = completer(type, () => {
    throw new Unsupported(named);
  });
  if (named === 'Date') {
    // A day stands in JSON as the answer has it.
    const raw = place.raw(column);
    return (row) => {
      const text = raw(row);
      return typeof text === 'string' && text.length === 10 ? text : complete(text);
    };
  }
  const read = place.value(column);
  return (row) => complete(read(row));
}

/** Rows that a relation leads to, as the field's own query has them. */
function compileRelation(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  place: Place,
  name: string,
  nodes: FieldNode[],
): Read {
  const { statement, schema } = compiling;
  const path = `${place.model}.${name}`;
  const relation = fieldOf(place.model, name);
  const target = getNamedType(field.type);
  if (!isObjectType(target)) throw new Unsupported(target.name);
  const isList = isListType(getNullableType(field.type));
  if (isList !== relation.isList) throw new Unsupported(path);
  const given = queryGiven(field);
  const queryOf =
    typeof given === 'function'
      ? ({ context, variables }: Pick<Request, 'context' | 'variables'>): ChildQuery =>
          childQuery(
            given(argumentsOf(field, nodes, { schema, variables, context }), context),
            path,
          )
      : childQuery(given, path);
  if (!isList) {
    if (typeof queryOf === 'function' || (queryOf.where ?? queryOf.orderBy))
      throw new Unsupported(path);
    return compileOne(compiling, target, place, name, nodes, field.type);
  }
  const set = childrenOf(statement, place, name, queryOf);
  const read = compileObject(compiling, target, set.place, nodes);
  return (row) => set.listOf(row, read);
}

type Query = (args: unknown, context: RequestContext) => unknown;
type Select = (
  args: unknown,
  context: RequestContext,
  nested: (query: unknown) => unknown,
  selected: () => ReadonlySet<string>,
) => unknown;

/** The query that a relation was declared with. */
function queryGiven(field: GraphQLField<unknown, unknown>): Query | object {
  let given: unknown = {};
  const nested = (query: unknown) => {
    given = query ?? {};
    return {};
  };
  selectOf(field)({}, {} as RequestContext, nested, neverSelected(field.name));
  return given as Query | object;
}

function childQuery(query: unknown, path: string): ChildQuery {
  const { where, orderBy, ...rest } = (query ?? {}) as ChildQuery;
  if (Object.keys(rest).length) throw new Unsupported(path);
  return { where, orderBy };
}

const neverSelected = (path: string) => () => {
  throw new Unsupported(path);
};

const selectOf = (field: GraphQLField<unknown, unknown>) =>
  field.extensions['pothosPrismaSelect'] as Select;

function compileOne(
  compiling: Compiling,
  target: GraphQLObjectType,
  place: Place,
  name: string,
  nodes: FieldNode[],
  type: GraphQLOutputType,
): Read {
  const one = place.one(fieldOf(place.model, name));
  const read = compileObject(compiling, target, one, nodes);
  const isThere = one.isThere();
  const complete = completer(type, (row) => read(row as number));
  return (row) => complete(isThere(row) ? row : null);
}

/** A field with a resolver of its own, over what it selects. */
function compileComputed(
  compiling: Compiling,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  place: Place,
  nodes: FieldNode[],
): Read {
  const { context, statement } = compiling;
  const args = argumentsOf(field, nodes, compiling);
  const given = field.extensions['pothosPrismaSelect'];
  const tree =
    typeof given === 'function'
      ? (given as Select)(
          args,
          context,
          (query) =>
            new Nested(typeof query === 'function' ? (query as Query)(args, context) : query),
          neverSelected(`${type.name}.${field.name}`),
        )
      : given;
  const select = ((tree as { select?: object }).select ?? tree) as object;
  const target = getNamedType(field.type);
  const isModel = isObjectType(target) && target.extensions['pothosPrismaModel'] !== undefined;
  const source = sourceOf(compiling, place, select, (nested) => {
    if (!isModel) throw new Unsupported(`${type.name}.${field.name}`);
    return compileObject(compiling, target, nested, nodes);
  });
  const plain = isObjectType(target) && !isModel ? plainObject(compiling, target, nodes) : null;
  const complete = completer(field.type, (value) => {
    const rendered = value as Partial<Rendered>;
    if (rendered[RENDERED]) return rendered[RENDERED]();
    if (!plain) throw new Unsupported(`${type.name}.${field.name}`);
    return plain(value);
  });
  const resolve = resolverOf(type, field);
  return (row) => complete(resolve(source(row), args, statement.request.context));
}
