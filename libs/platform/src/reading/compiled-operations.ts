import {
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { decodeRecordId } from '../schema/record-id.ts';
import { compileOperation, type CompiledOperation } from './compile-operation.ts';
import { listReadingOf, oneReadingOf } from './reading.ts';
import { Unsupported } from './unsupported.ts';

/** So many ways of asking are kept compiled, by whatever documents; told apart by keys no longer than this. */
const MOST_KEPT = 400;
const LONGEST_KEY = 2_000;

/** Arguments of lists that each request is asked for anew: they decide which rows are read, not what of them. */
const FREE = new Set(['first', 'last', 'after', 'before', 'filter']);

/** A compiled operation; what turns out not to be read by it is not tried again. */
export interface KeptOperation extends CompiledOperation {
  giveUp: (why: Unsupported) => void;
}

interface KnownDocument extends Binding {
  number: number;
}

const documents = new WeakMap<DocumentNode, KnownDocument>();
let knownSoFar = 0;
const operations = new LRUCache<string, KeptOperation | Unsupported>({ max: MOST_KEPT });

/**
 * An operation compiled, or as it was compiled for another request that asked by the same document in the same way.
 *
 * @throws Unsupported, also when it was found out before.
 */
export function compiledOperation(
  args: ExecutionArgs,
  operation: OperationDefinitionNode,
): KeptOperation {
  const { document, variableValues } = args;
  const { number, values, ids } = documents.get(document) ?? know(document, args.schema);
  const valueOf = (name: string) => variableValues?.[name];
  const key = JSON.stringify([
    number,
    operation.name?.value,
    // What was not given is not what was given as null.
    values.map((name) => (valueOf(name) === undefined ? [] : [valueOf(name)])),
    ids.map((name) => decodeRecordId(String(valueOf(name))).typename),
  ]);
  const keep = (kept: KeptOperation | Unsupported) => {
    if (key.length <= LONGEST_KEY) operations.set(key, kept);
  };
  const found = operations.get(key);
  if (found instanceof Unsupported) throw found;
  if (found) return found;
  try {
    const compiled = { ...compileOperation(args, operation), giveUp: keep };
    if (compiled.isKept) keep(compiled);
    return compiled;
  } catch (error) {
    if (error instanceof Unsupported) keep(error);
    throw error;
  }
}

function know(document: DocumentNode, schema: GraphQLSchema): KnownDocument {
  const binding = { ...bindingOf(document, schema), number: knownSoFar++ };
  documents.set(document, binding);
  return binding;
}

/** What a compiled operation holds for. */
interface Binding {
  /** The variables that decide what a document selects: their values. */
  values: readonly string[];
  /** The variables that name one record: its type. */
  ids: readonly string[];
}

function bindingOf(document: DocumentNode, schema: GraphQLSchema): Binding {
  const values = new Set<string>();
  const ids = new Set<string>();
  const note = (names: Set<string>, within: ASTNode) =>
    void visit(within, { Variable: ({ name }) => void names.add(name.value) });
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Directive: (node) => note(values, node),
      Argument: (node) => {
        const field = types.getFieldDef();
        if (types.getDirective() ?? !field) return note(values, node);
        if (oneReadingOf(field) ?? (listReadingOf(field) && FREE.has(node.name.value))) return;
        const isNode = types.getParentType() === schema.getQueryType() && field.name === 'node';
        note(isNode ? ids : values, node);
      },
    }),
  );
  return { values: [...values], ids: [...ids] };
}
