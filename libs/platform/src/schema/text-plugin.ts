import SchemaBuilder, {
  BasePlugin,
  type PothosOutputFieldConfig,
  type SchemaTypes,
} from '@pothos/core';
import { GraphQLError, type GraphQLFieldResolver } from 'graphql';
import { ValidationError } from '../errors/domain-errors.ts';
import { bilingual, isStorable } from '../rules/index.ts';

const NAME = 'texts';

/** The longest text that a read takes: a filter, an id, a code. */
export const LONGEST_ARGUMENT = 500;
/** The longest cursor: it holds the values that its list is sorted by. */
const LONGEST_CURSOR = 2_000;
/** The longest list that a read takes, such as one of ids. */
export const LONGEST_LIST = 200;

/**
 * Checks every text that a field takes, wherever it stands in the arguments: none that no column
 * can hold, and in a read none that is longer than any could need. How long the texts of a change
 * may be, its own rules say.
 */
class TextsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  /** A mapper, for arguments of nested fields are used already where their parent is read. */
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>) {
    if (field.parentType === 'Mutation' || !Object.keys(field.args).length) return field;
    return { ...field, argMappers: [checkReadArguments, ...field.argMappers] };
  }

  /** The arguments of a change are checked where its typed errors are caught. */
  override wrapResolve(
    resolver: GraphQLFieldResolver<unknown, Types['Context'], object>,
    field: PothosOutputFieldConfig<Types>,
  ): GraphQLFieldResolver<unknown, Types['Context'], object> {
    if (field.parentType !== 'Mutation' || !Object.keys(field.args).length) return resolver;
    const { errors } = field.pothosOptions as { errors?: { types?: readonly unknown[] } };
    const isTyped = errors?.types?.includes(ValidationError) ?? false;
    return (parent, args, context, info) => {
      const faults = faultsIn(args, refuseUnstorable);
      if (faults.length) throw isTyped ? invalidFields(faults) : badArgument(faults[0]!);
      return resolver(parent, args, context, info);
    };
  }
}

function checkReadArguments<Args extends object>(args: Args): Args {
  const [fault] = faultsIn(
    args,
    (value, path) => refuseUnstorable(value) ?? refuseSize(value, path),
  );
  if (fault) throw badArgument(fault);
  return args;
}

/** What is wrong with the text at a path into the arguments. */
interface Fault {
  path: string[];
  words: Words;
}

function badArgument({ path, words: [chinese, english] }: Fault): GraphQLError {
  const named = path.join('.');
  return new GraphQLError(bilingual(`${named}：${chinese}`, `${named}: ${english}`), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A path from the root of the one argument, `input`. */
const invalidFields = (faults: Fault[]) =>
  new ValidationError(
    faults.map(({ path, words: [chinese, english] }) => ({
      path: path.slice(1),
      message: bilingual(chinese, english),
    })),
  );

type Words = [chinese: string, english: string];

const refuseUnstorable = (value: unknown): Words | null =>
  typeof value === 'string' && !isStorable(value)
    ? ['含有无法保存的字符', 'Contains characters that cannot be stored']
    : null;

function refuseSize(value: unknown, path: readonly string[]): Words | null {
  const longest = /^(?:after|before)$/.test(path.join('.')) ? LONGEST_CURSOR : LONGEST_ARGUMENT;
  if (typeof value === 'string' && value.length > longest)
    return [`最多 ${longest} 字`, `At most ${longest} characters`];
  if (Array.isArray(value) && value.length > LONGEST_LIST)
    return [`最多 ${LONGEST_LIST} 个`, `At most ${LONGEST_LIST} entries`];
  return null;
}

/** What is refused of a value and of everything in it, with the path to it. */
function faultsIn(
  value: unknown,
  refuse: (value: unknown, path: readonly string[]) => Words | null,
  path: string[] = [],
): Fault[] {
  const words = refuse(value, path);
  if (words) return [{ path, words }];
  // A day or a moment has no texts in it.
  if (typeof value !== 'object' || value === null || value instanceof Date) return [];
  return Object.entries(value).flatMap(([key, inner]) => faultsIn(inner, refuse, [...path, key]));
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- how Pothos learns of a plugin
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      texts: TextsPlugin<Types>;
    }
  }
}

SchemaBuilder.registerPlugin(NAME, TextsPlugin);

export default NAME;
