import {
  isObjectType,
  Kind,
  type ExecutionArgs,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { isNodeGuarded } from '../schema/builder.ts';
import type { RequestContext } from '../schema/context.ts';
import type { decodeRecordId } from '../schema/record-id.ts';
import { collectFields } from './collect-fields.ts';
import { compileRootList, type CompileRow } from './compile-list.ts';
import { compileObject } from './compile-object.ts';
import type { Compiling } from './compiling.type.ts';
import { argumentsOf, isPromise } from './field-parts.ts';
import { quoted } from './models.ts';
import { checkOptions } from './plain-object.ts';
import { listReadingOf, oneReadingOf, type OneReading } from './reading.ts';
import type { Request } from './request.ts';
import { Statement } from './statement.ts';
import { Unsupported } from './unsupported.ts';
import { whereSql } from './where-sql.ts';

/** An operation as one statement. */
export interface CompiledOperation {
  statement: Statement;
  /** The answer, once the statement has its row. */
  data: () => object;
  /** Whether it holds for other requests, too, that ask with variables of the same kind. */
  isKept: boolean;
}

/** @throws Unsupported, or what graphql-js would answer with: the resolvers answer then. */
export function compileOperation(
  { schema, document, variableValues, contextValue }: ExecutionArgs,
  operation: OperationDefinitionNode,
): CompiledOperation {
  const type = schema.getQueryType();
  if (!type) throw new Unsupported('query');
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const statement = new Statement();
  let isKept = true;
  const context = watched(contextValue as RequestContext, () => (isKept = false));
  const variables = variableValues ?? {};
  const compiling: Compiling = { schema, fragments, variables, statement, context };
  const reads: [key: string, read: () => unknown][] = [];
  for (const [key, nodes] of collectFields(compiling, type, [operation.selectionSet])) {
    if (key === '__proto__') throw new Unsupported(key);
    reads.push([key, compileRoot(compiling, type, nodes)]);
  }
  if (statement.isEmpty) throw new Unsupported('nothing of the ledger');
  const data = () => Object.fromEntries(reads.map(([key, read]) => [key, read()]));
  return { statement, data, isKept };
}

function compileRoot(compiling: Compiling, query: GraphQLObjectType, nodes: FieldNode[]) {
  const name = nodes[0]!.name.value;
  if (name === '__typename') return () => query.name;
  const field = query.getFields()[name];
  if (!field) throw new Unsupported(name);
  checkOptions(query, field, 'authScopes');
  if (!isForSignedIn(field)) throw new Unsupported(`${name}: authScopes`);
  const compileRow: CompileRow = (type, place, below) =>
    compileObject(compiling, type, place, below);
  if (listReadingOf(field)) return compileRootList(compiling, field, nodes, compileRow);
  const reading = name === 'node' ? nodeReading(compiling, field, nodes) : oneReadingOf(field);
  if (!reading) throw new Unsupported(`Query.${name}`);
  return compileOne(compiling, field, reading, nodes);
}

const isForSignedIn = ({ extensions }: GraphQLField<unknown, unknown>) =>
  JSON.stringify((extensions['pothosOptions'] as { authScopes?: unknown }).authScopes) ===
  '{"signedIn":true}';

/** How Pothos finds a record of a type by its key. */
type Loader = (context: RequestContext) => {
  findUnique: (record: object, context: RequestContext) => unknown;
};

/** A record by its id: its type is part of what a document is compiled for. */
function nodeReading(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  nodes: FieldNode[],
): OneReading {
  const idOf = (args: Record<string, unknown>) => args['id'] as ReturnType<typeof decodeRecordId>;
  const { typename } = idOf(argumentsOf(field, nodes, compiling));
  const type = compiling.schema.getType(typename);
  if (!isObjectType(type) || type.getInterfaces().every(({ name }) => name !== 'Node'))
    throw new Unsupported(`node of ${typename}`);
  const loader = type.extensions['pothosPrismaLoader'] as Loader | undefined;
  if (isNodeGuarded(typename) || !loader) throw new Unsupported(`node of ${typename}`);
  return {
    model: typename,
    where: (args, context) => {
      const { typename: asked, id } = idOf(args);
      if (asked !== typename) throw new Unsupported(`node of ${asked}`);
      return loader(context).findUnique({ id }, context);
    },
  };
}

function compileOne(
  compiling: Compiling,
  field: GraphQLField<unknown, unknown>,
  { model, where }: OneReading,
  nodes: FieldNode[],
) {
  const type = compiling.schema.getType(model);
  if (!isObjectType(type)) throw new Unsupported(model);
  const { statement, schema } = compiling;
  const set = statement.add(model, null);
  const { alias } = set.place;
  set.comeFrom((request: Request) => {
    const { variables, context } = request;
    const asked = where(argumentsOf(field, nodes, { schema, variables, context }), context);
    if (isPromise(asked)) asked.then(undefined, () => undefined);
    if (isPromise(asked) || !asked) throw new Unsupported(`which ${model}`);
    const condition = whereSql(request, model, alias, asked);
    if (condition === null) throw new Unsupported(`any ${model}`);
    return { from: `${quoted(model)} ${alias}`, where: condition };
  });
  const read = compileObject(compiling, type, set.place, nodes);
  return () => (set.length ? read(0) : null);
}

/** The same context; being looked into is noted. */
const watched = (context: RequestContext, noted: () => void): RequestContext =>
  new Proxy(context, {
    get(target, name) {
      noted();
      if (name === 'db') throw new Unsupported('a database');
      return Reflect.get(target, name) as unknown;
    },
  });
