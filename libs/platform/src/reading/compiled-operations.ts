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

/** So many ways of asking by one document are kept compiled. */
const MOST_KEPT = 20;

/** Arguments of lists that each request is asked for anew: they decide which rows are read, not what of them. */
const FREE = new Set(['first', 'last', 'after', 'before', 'filter']);

/** A compiled operation; what turns out not to be read by it is not tried again. */
export interface KeptOperation extends CompiledOperation {
  giveUp: (why: Unsupported) => void;
}

interface KeptDocument extends Binding {
  operations: LRUCache<string, KeptOperation | Unsupported>;
}

const documents = new WeakMap<DocumentNode, KeptDocument>();

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
  const kept = documents.get(document) ?? keep(document, args.schema);
  const valueOf = (name: string) => variableValues?.[name];
  const key = JSON.stringify([
    operation.name?.value,
    // What was not given is not what was given as null.
    kept.values.map((name) => (valueOf(name) === undefined ? [] : [valueOf(name)])),
    kept.ids.map((name) => decodeRecordId(String(valueOf(name))).typename),
  ]);
  const known = kept.operations.get(key);
  if (known instanceof Unsupported) throw known;
  if (known) return known;
  try {
    const compiled = compileOperation(args, operation);
    if (!compiled.isKept) return { ...compiled, giveUp: () => undefined };
    const keeping = { ...compiled, giveUp: (why: Unsupported) => kept.operations.set(key, why) };
    kept.operations.set(key, keeping);
    return keeping;
  } catch (error) {
    if (error instanceof Unsupported) kept.operations.set(key, error);
    throw error;
  }
}

function keep(document: DocumentNode, schema: GraphQLSchema): KeptDocument {
  const operations = new LRUCache<string, KeptOperation | Unsupported>({ max: MOST_KEPT });
  const kept = { ...bindingOf(document, schema), operations };
  documents.set(document, kept);
  return kept;
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
