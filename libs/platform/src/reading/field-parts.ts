import {
  getArgumentValues,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../schema/context.ts';
import { Unsupported } from './unsupported.ts';

type Mapper = (args: Arguments, context: unknown, info: unknown) => Arguments | Promise<unknown>;
type Arguments = Record<string, unknown>;

/** With what arguments are understood. */
export interface Asking {
  schema: GraphQLSchema;
  variables: Record<string, unknown>;
  context: RequestContext;
}

/** The arguments of a field as its resolver gets them. @throws GraphQLError */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  [node]: readonly FieldNode[],
  { schema, variables, context }: Asking,
): Arguments {
  if (!field.args.length) return {};
  let args: Arguments = getArgumentValues(field, node!, variables);
  for (const mapper of (field.extensions['pothosArgMappers'] ?? []) as Mapper[]) {
    const mapped = mapper(args, context, { schema });
    if (isPromise(mapped)) throw new Unsupported(field.name);
    args = mapped;
  }
  return args;
}

type Resolve = (parent: unknown, args: unknown, context: unknown) => unknown;

/** A field's own resolver. @throws Unsupported for one that asks for more than its row, or has to wait. */
export function resolverOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Resolve {
  const resolve = field.extensions['pothosOriginalResolve'] as
    ((parent: unknown, args: unknown, context: unknown, info: unknown) => unknown) | undefined;
  if (!resolve || resolve.constructor.name === 'AsyncFunction')
    throw new Unsupported(`${type.name}.${field.name}`);
  return (parent, args, context) => {
    const value = resolve(parent, args, context, NO_INFO);
    if (!isPromise(value)) return value;
    value.then(undefined, () => undefined);
    throw new Unsupported(`${type.name}.${field.name}`);
  };
}

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null | undefined)?.then === 'function';

const NO_INFO = new Proxy(
  {},
  {
    get() {
      throw new Unsupported('info');
    },
  },
);
