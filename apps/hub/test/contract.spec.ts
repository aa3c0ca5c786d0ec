import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  getNullableType,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLUnionType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const BUILT_IN = new Set(['Boolean', 'Float', 'Int', 'String', 'ID']);

/** A type, with everything in it that has words of its own. */
function* described(type: GraphQLNamedType): Generator<[string, string | null | undefined]> {
  if (!BUILT_IN.has(type.name)) yield [type.name, type.description];
  if (isEnumType(type))
    for (const value of type.getValues()) yield [`${type.name}.${value.name}`, value.description];
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      yield [`${type.name}.${field.name}`, field.description];
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      yield [`${type.name}.${field.name}`, field.description];
      for (const argument of field.args)
        yield [`${type.name}.${field.name}(${argument.name})`, argument.description];
    }
}

test('every type, field, argument and value is described', () => {
  const all = types.flatMap((type) => [...described(type)]);
  expect(all.length).toBeGreaterThan(2_000);
  expect(all.filter(([, words]) => !words?.trim()).map(([place]) => place)).toEqual([]);
});

test('a node has one connection type, with edges, nodes, a total and where the page stands', () => {
  const connections = types.filter(isObjectType).filter(({ name }) => name.endsWith('Connection'));
  expect(connections.length).toBeGreaterThan(12);
  const nodes = connections.map((connection) => {
    const fields = connection.getFields();
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(['edges', 'nodes', 'pageInfo']));
    return getNamedType(fields['nodes']!.type).name;
  });
  expect(new Set(nodes).size).toBe(nodes.length);
  for (const connection of connections)
    if (connection.name !== 'SearchConnection')
      expect([connection.name, Object.keys(connection.getFields())]).toEqual([
        connection.name,
        expect.arrayContaining(['totalCount']),
      ]);
});

test('an event has one of the types that the domains’ catalogues hold, none of them left out', async () => {
  const libraries = join(import.meta.dirname, '../../../libs');
  const files = readdirSync(libraries)
    .flatMap((library) =>
      ['events', 'platform-events'].map((name) =>
        join(libraries, library, 'src/rules', `${name}.ts`),
      ),
    )
    .filter((file) => existsSync(file));
  expect(files.length).toBeGreaterThan(7);
  const catalogues = await Promise.all(
    files.map(async (file) => Object.values((await import(file)) as Record<string, object>)),
  );
  const known = catalogues.flat().flatMap((catalogue) => Object.keys(catalogue));
  const type = schema.getType('EventType') as GraphQLEnumType;
  expect(
    type
      .getValues()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...known].sort());
});

test('a field of the root that fails takes no other with it', () => {
  const fields = Object.values(schema.getQueryType()!.getFields());
  expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
});

test('a command answers with the typed errors, or a record that a normalized store finds by its id', () => {
  const commands = Object.values(schema.getMutationType()!.getFields()).filter(({ args }) => {
    const input = args[0] && getNamedType(args[0].type);
    return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
  });
  expect(commands.length).toBeGreaterThan(60);
  const withoutId = commands.flatMap(({ name, type }) => {
    const answers = (getNamedType(type) as GraphQLUnionType).getTypes();
    const errors = answers.filter((answer) =>
      answer.getInterfaces().some((shared) => shared.name === 'Error'),
    );
    const [record, ...more] = answers.filter((answer) => !errors.includes(answer));
    expect([name, more.length, errors.length >= 5]).toEqual([name, 0, true]);
    const { id, record: changed } = record!.getFields();
    // Of several types, the record stands within the answer.
    const isFound = id ?? (changed && getNamedType(changed.type).name === 'Node');
    return isFound ? [] : [`${name}: ${record!.name}`];
  });
  // What an import finds is no record; its act is one.
  expect(withoutId).toEqual(['importNotice: NoticeImport']);
});

test('every list without pages says how long it can be', () => {
  const lists = types
    .filter(isObjectType)
    .filter(({ name }) => !name.endsWith('Connection'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type, field })))
    .filter(({ field }) => isListType(getNullableType(field.type)));
  expect(lists.length).toBeGreaterThan(80);
  expect(
    lists
      .filter(({ field }) => !/至多.+at most/is.test(field.description ?? ''))
      .map(({ type, field }) => `${type.name}.${field.name}`),
  ).toEqual([]);
});

test('no list of the root is without pages, but those that say how long they are', () => {
  const lists = Object.values(schema.getQueryType()!.getFields()).filter(({ type }) =>
    isListType(getNullableType(type)),
  );
  expect(lists.map(({ name }) => name).sort()).toEqual([
    'mechanismForecasts',
    'mySessions',
    'myWork',
    'nodes',
    'workingCalendars',
  ]);
});
