import {
  defaultFieldResolver,
  getNamedType,
  isObjectType,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { below, collectFields } from './collect-fields.ts';
import type { Compiling } from './compiling.type.ts';
import { argumentsOf, resolverOf } from './field-parts.ts';
import { completer, type Complete } from './complete-value.ts';
import { Unsupported } from './unsupported.ts';

/** What a field may say of itself: anything else may decide who gets its value, or what of it. */
const KNOWN_OPTIONS = new Set([
  'args',
  'complexity',
  'description',
  'extensions',
  'nullable',
  'resolve',
  'select',
  'type',
]);

/** @throws Unsupported for a field or type with options that nobody has taught the reader. */
export function checkOptions(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  allowed?: string,
): void {
  const options = (field.extensions['pothosOptions'] ?? {}) as object;
  for (const option of Object.keys(options))
    if (!KNOWN_OPTIONS.has(option) && option !== allowed)
      throw new Unsupported(`${type.name}.${field.name}: ${option}`);
  const { authScopes, grantScopes } = (type.extensions['pothosOptions'] ?? {}) as {
    authScopes?: unknown;
    grantScopes?: unknown;
  };
  if (authScopes ?? grantScopes) throw new Unsupported(type.name);
}

/** Reads a value that is no row of a model by the resolvers of its type's fields. */
export function plainObject(
  compiling: Compiling,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Complete {
  if (type.extensions['pothosPrismaModel']) throw new Unsupported(type.name);
  const reads: [key: string, read: Complete][] = [];
  for (const [key, fieldNodes] of collectFields(compiling, type, below(nodes))) {
    const name = fieldNodes[0]!.name.value;
    if (key === '__proto__') throw new Unsupported(key);
    if (name === '__typename') {
      reads.push([key, () => type.name]);
      continue;
    }
    const field = type.getFields()[name];
    if (!field) throw new Unsupported(`${type.name}.${name}`);
    checkOptions(type, field);
    const target = getNamedType(field.type);
    const object = isObjectType(target) ? plainObject(compiling, target, fieldNodes) : neverObject;
    const complete = completer(field.type, object);
    const args = argumentsOf(field, fieldNodes, compiling);
    const { statement } = compiling;
    const exposed = field.extensions['pothosExposedField'] as string | undefined;
    const isDefault = field.extensions['pothosOriginalResolve'] === defaultFieldResolver;
    if (exposed !== undefined || isDefault) {
      const property = exposed ?? name;
      reads.push([key, (value) => complete((value as Record<string, unknown>)[property])]);
    } else {
      const resolve = resolverOf(type, field);
      reads.push([key, (value) => complete(resolve(value, args, statement.request.context))]);
    }
  }
  return (value) => {
    const object: Record<string, unknown> = {};
    for (const [key, read] of reads) object[key] = read(value);
    return object;
  };
}

const neverObject: Complete = () => {
  throw new Unsupported('an object');
};
