import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isNullableType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { selectionOf, valueFor } from './walk-schema.ts';

type Field = GraphQLField<unknown, unknown>;
type Input = GraphQLArgument | GraphQLInputField;

/** A field that takes texts. */
export interface TextField {
  /** Its type and its own name. */
  name: string;
  field: Field;
  isChange: boolean;
  /** A document that asks for it as `r`, with its arguments as variables of the same names. */
  document: string;
  /** Every text that it takes, as a path into its arguments. */
  paths: string[][];
}

/** Every field of every type that takes a text, on the shortest way from the root to it. */
export function fieldsWithTexts(schema: GraphQLSchema): TextField[] {
  const [query, mutation] = [schema.getQueryType()!, schema.getMutationType()!];
  const ways = [...waysFrom(query), ...waysFrom(mutation).slice(0, 1)];
  return ways.flatMap(({ type, steps }) =>
    Object.values(type.getFields())
      .map((field) => ({ field, paths: pathsOf(field.args, isText) }))
      .filter(({ paths }) => paths.length)
      .map(({ field, paths }) => {
        const isChange = type === mutation;
        const document = documentOf(isChange ? 'mutation' : 'query', steps, field);
        return { name: `${type.name}.${field.name}`, field, isChange, document, paths };
      }),
  );
}

/** Every list of texts that a field takes, as a path into its arguments. */
export const listPathsOf = (field: Field): string[][] =>
  pathsOf(field.args, (input) => isText(input) && isList(input.type));

/** Every id that a field takes, as a path into its arguments. */
export const idPathsOf = (field: Field): string[][] =>
  pathsOf(field.args, (input) => getNamedType(input.type).name === 'ID');

/** The arguments that a field wants, with the text at one path replaced. */
export function argumentsWith(field: Field, path: readonly string[], text: unknown) {
  const changed = changedBy(field);
  const fill = (inputs: readonly Input[], [name, ...rest]: readonly string[]) =>
    Object.fromEntries(
      inputs
        .filter((input) => input.name === name || isNonNullType(input.type))
        .map((input): [string, unknown] => [
          input.name,
          input.name === name ? put(input, rest) : valueFor(input.type, input.name, changed),
        ]),
    );
  function put(input: Input, rest: readonly string[]): unknown {
    const type = getNamedType(input.type);
    const value = isInputObjectType(type) ? fill(Object.values(type.getFields()), rest) : text;
    return isList(input.type) && !Array.isArray(value) ? [value] : value;
  }
  return fill(field.args, path);
}

const isText = (input: Input) => ['String', 'ID'].includes(getNamedType(input.type).name);
const isList = (type: GraphQLInputType) => isListType(isNonNullType(type) ? type.ofType : type);

/** A filter holds filters: each input type is entered once on a path. */
function pathsOf(
  inputs: readonly Input[],
  isWanted: (input: Input) => boolean,
  entered: readonly string[] = [],
): string[][] {
  return inputs.flatMap((input) => {
    if (isWanted(input)) return [[input.name]];
    const type = getNamedType(input.type);
    if (!isInputObjectType(type) || entered.includes(type.name)) return [];
    const within = [...entered, type.name];
    return pathsOf(Object.values(type.getFields()), isWanted, within).map((path) => [
      input.name,
      ...path,
    ]);
  });
}

/** The type of record that a mutation answers with, when it answers with a union. */
export function changedBy(field: Field): string {
  const type = getNamedType(field.type);
  if (!isUnionType(type)) return type.name;
  return type.getTypes().find(({ name }) => !name.endsWith('Error'))!.name;
}

interface Way {
  type: GraphQLObjectType;
  steps: string[];
}

/** The shortest way to every type that fields without required arguments lead to. */
function waysFrom(root: GraphQLObjectType): Way[] {
  const ways: Way[] = [{ type: root, steps: [] }];
  const known = new Set([root]);
  for (const { type, steps } of ways)
    for (const { name, args, type: answer } of Object.values(type.getFields())) {
      const next = getNamedType(answer);
      const isFree = args.every(
        (arg) => isNullableType(arg.type) || arg.defaultValue !== undefined,
      );
      if (!isFree || !isObjectType(next) || known.has(next)) continue;
      known.add(next);
      const step = args.some((arg) => arg.name === 'first') ? `${name}(first: 3)` : name;
      ways.push({ type: next, steps: [...steps, step] });
    }
  return ways;
}

function documentOf(operation: string, steps: string[], { name, args, type }: Field): string {
  const declared = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const asked = `r: ${name}(${passed}) ${selectionWithWords(type)}`;
  return `${operation} (${declared}) { ${steps.map((step) => `${step} { `).join('')}${asked}${' }'.repeat(steps.length)} }`;
}

/** As little as GraphQL allows, with the words of each error among the answers. */
function selectionWithWords(type: Field['type']): string {
  const answer = getNamedType(type);
  if (!isUnionType(answer)) return selectionOf(type);
  const words = answer.getTypes().map((member) => {
    const { fieldErrors, message } = member.getFields();
    if (fieldErrors) return `... on ${member.name} { message fieldErrors { path message } }`;
    return message ? `... on ${member.name} { message }` : '';
  });
  return `{ __typename ${words.join(' ')} }`;
}
