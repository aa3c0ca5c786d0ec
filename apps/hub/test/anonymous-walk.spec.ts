import { randomUUID } from 'node:crypto';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** The fields that let everyone in, and what each may answer to nobody. */
const OPEN: Record<string, (value: unknown) => boolean> = {
  me: (value) => value === null,
  node: (value) => value === null,
  signInOptions: (value) => Array.isArray(at(value, 'demoPeople')),
  signIn: (value) =>
    at(value, '__typename') === 'SignInError' || at(value, '__typename') === 'ValidationError',
  signInAsDemoPerson: (value) => at(value, '__typename') === 'SignInError',
  signOut: (value) => value === true,
};

/** A value that an input type takes: valid in form, of nothing that exists. */
function valueFor(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType);
  if (isListType(type)) return [valueFor(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, valueFor(field.type)]),
    );
  return (
    {
      ID: `Nothing_${randomUUID()}`,
      Int: 1,
      Float: 1,
      Boolean: true,
      Date: '2026-01-01',
      DateTime: '2026-01-01T00:00:00Z',
    }[type.name] ?? `some-text-${randomUUID()}`
  );
}

const isLeaf = (type: GraphQLOutputType): boolean =>
  isNonNullType(type) || isListType(type)
    ? isLeaf(type.ofType as GraphQLOutputType)
    : !isObjectType(type) && !isUnionType(type) && !('getFields' in type);

/** Selects the first leaf of a type, so that an answer shows data where there is any. */
function selectionOf(type: GraphQLOutputType): string {
  if (isNonNullType(type) || isListType(type)) return selectionOf(type.ofType as GraphQLOutputType);
  if (isLeaf(type)) return '';
  if (isObjectType(type) && type.name === 'SignInOptions') return '{ demoPeople { id } }';
  return '{ __typename }';
}

const fieldsOf = (kind: 'query' | 'mutation'): [string, GraphQLField<unknown, unknown>][] =>
  Object.entries(
    (kind === 'query' ? schema.getQueryType() : schema.getMutationType())!.getFields(),
  );

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

test.each([
  ...fieldsOf('query').map((field) => ['query', ...field] as const),
  ...fieldsOf('mutation').map((field) => ['mutation', ...field] as const),
])('nobody gets nothing from the %s %s', async (kind, name, field) => {
  const args = field.args.filter((arg) => isNonNullType(arg.type));
  const head = args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const document = `${kind} ${head && `(${head})`} { ${name}${passed && `(${passed})`} ${selectionOf(field.type)} }`;
  // That somebody was refused at the door is noted; nothing else is.
  const events = () => hub.db.event.count({ where: { kind: { not: 'SIGN_IN' } } });
  const before = await events();
  const answer = await hub.anonymous.query(
    document,
    Object.fromEntries(args.map((arg) => [arg.name, valueFor(arg.type)])),
  );
  const value = at(answer.data, name);
  if (OPEN[name]) expect([name, OPEN[name](value)]).toEqual([name, true]);
  else if (kind === 'mutation')
    // An input that names nothing reads as such before anybody is asked who they are.
    expect(['ForbiddenError', 'NotFoundError', 'ValidationError']).toContain(
      at(value, '__typename'),
    );
  else {
    expect(value ?? null).toBeNull();
    expect(at(answer.errors, '0.extensions.code')).toBe('UNAUTHENTICATED');
  }
  expect(await events()).toBe(before);
});
