import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import {
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import { area, putItem, unit } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { selectionOf, valueFor } from './harness/walk-schema.ts';

/** Texts that no column can hold, and one that no field should. */
const HOSTILE = {
  'a NUL': 'nul-\u0000-inside-the-text',
  'half a surrogate pair': 'half-\uD800-a-character',
  'a million characters': '台'.repeat(1_000_000),
  'a million Latin letters': 'x'.repeat(1_000_000),
};
const isText = (field: GraphQLInputField | GraphQLArgument) =>
  ['String', 'ID'].includes(getNamedType(field.type).name);

/** Every text that a field takes, as a path into its arguments. */
function textPaths(args: readonly (GraphQLArgument | GraphQLInputField)[]): string[][] {
  return args.flatMap((arg) => {
    const type = getNamedType(arg.type);
    if (isText(arg)) return [[arg.name]];
    if (!isInputObjectType(type)) return [];
    return textPaths(Object.values(type.getFields())).map((path) => [arg.name, ...path]);
  });
}

/** The type of record that a mutation answers with, when it answers with a union. */
function changedBy(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isUnionType(type)) return type.name;
  return type.getTypes().find(({ name }) => !name.endsWith('Error'))!.name;
}

/** The arguments that a field wants, with the text at one path replaced. */
function argumentsWith(field: GraphQLField<unknown, unknown>, path: string[], text: string) {
  const changed = changedBy(field);
  const fill = (
    args: readonly (GraphQLArgument | GraphQLInputField)[],
    [name, ...rest]: string[],
  ) =>
    Object.fromEntries(
      args
        .filter((arg) => arg.name === name || isNonNullType(arg.type))
        .map((arg): [string, unknown] => [
          arg.name,
          arg.name === name ? put(arg, rest) : valueFor(arg.type, arg.name, changed),
        ]),
    );
  function put(arg: GraphQLArgument | GraphQLInputField, rest: string[]): unknown {
    const type = getNamedType(arg.type);
    const value = isInputObjectType(type) ? fill(Object.values(type.getFields()), rest) : text;
    return String(arg.type).startsWith('[') ? [value] : value;
  }
  return fill(field.args, path);
}

const ROOTS = {
  query: schema.getQueryType()!.getFields(),
  mutation: schema.getMutationType()!.getFields(),
};
const NAMES = (['query', 'mutation'] as const).flatMap((operation) =>
  Object.values(ROOTS[operation])
    .filter(({ args }) => textPaths(args).length)
    .map(({ name }) => [operation, name] as const),
);

describeOnEachDatabase('hostile input', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test.each(NAMES)('no text of the %s %s breaks the hub or is kept', async (operation, root) => {
    const field = ROOTS[operation][root]!;
    hub.logged.length = 0;
    const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
    const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
    const document = `${operation} (${declared}) { r: ${field.name}(${passed}) ${selectionOf(field.type)} }`;
    for (const path of textPaths(field.args))
      for (const [name, text] of Object.entries(HOSTILE)) {
        const answer = await hub.automation.query(document, argumentsWith(field, path, text));
        const where = [field.name, path.join('.'), name];
        expect([...where, at(answer.errors, '0.extensions.code')]).not.toContain('INTERNAL');
        expect([...where, answer.status < 500]).toEqual([...where, true]);
        if (operation === 'mutation' && isUnionType(getNamedType(field.type)))
          expect([...where, String(at(answer.data, 'r.__typename') ?? 'GraphQLError')]).toEqual([
            ...where,
            expect.stringMatching(/Error$/) as unknown,
          ]);
      }
    expect(hub.logged).toEqual([]);
  });

  test.each(['organizationId', 'text', 'roundId', 'leadLeaderId'])(
    'an operator where %s is expected is an error of its type',
    async (name) => {
      for (const value of [
        { not: '' },
        { contains: '' },
        [{ not: '' }],
        { equals: null },
        1.5,
        true,
      ]) {
        const answer = await hub.automation.query(
          'query ($filter: RectificationItemFilter) { rectificationItems(filter: $filter) { totalCount } }',
          { filter: { [name]: value } },
        );
        expect([
          value,
          answer.data ?? null,
          textAt(answer.errors, '0.message').includes('$filter'),
        ]).toEqual([value, null, true]);
      }
    },
  );

  test('an absent value in a condition throws rather than finding every row', async () => {
    const id = undefined as unknown as string;
    await expect(hub.db.rectificationItem.findMany({ where: { id } })).rejects.toThrow();
    await expect(
      hub.db.rectificationItem.updateMany({ where: { id }, data: {} }),
    ).rejects.toThrow();
    await expect(hub.db.rectificationItem.deleteMany({ where: { id } })).rejects.toThrow();
  });

  test.each([
    '',
    'RectificationItem_',
    '_',
    'RectificationItem_undefined',
    'RectificationItem_null',
  ])('the id %j finds nothing', async (id) => {
    const answer = await hub.automation.query('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect(answer.data).toEqual({ node: null });
  });

  test('names that programs treat specially pollute nothing, wherever they stand', async () => {
    hub.logged.length = 0;
    const bodies = [
      '{"query":"{ me { name } }","__proto__":{"polluted":true}}',
      '{"query":"{ me { name } }","variables":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
      '{"query":"{ me { name } }","extensions":{"__proto__":{"polluted":true}}}',
      '{"query":"{ __proto__: me { name constructor: name } }"}',
      '{"query":"query ($f: RectificationItemFilter) { rectificationItems(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"polluted":true}}}}',
    ];
    for (const body of bodies) {
      const headers = { 'content-type': 'application/json' };
      const response = await hub.automation.fetch('/graphql', { method: 'POST', headers, body });
      expect([body, response.status < 500]).toEqual([body, true]);
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(hub.logged).toEqual([]);
  });

  test.each([
    ['status', 'CLOSED'],
    ['organizationId', 'MH-SF'],
    ['closedById', 'me'],
    ['version', 99],
    ['code', 'X-1'],
  ])('an item’s %s is not an input, neither new nor in an edit', async (field, value) => {
    const { id, apiId } = await putItem(hub, 'IN_PROGRESS');
    const client = await hub.signInAs('inspection-register');
    const key = { idempotencyKey: randomUUID() };
    const tries = [
      [
        'RegisterRectificationItem',
        { ...key, areaId: `FindingArea_${area(1)}`, title: '越权', [field]: value },
      ],
      [
        'EditRectificationItem',
        { ...key, id: apiId, expectedVersion: 1, title: '越权', [field]: value },
      ],
    ] as const;
    for (const [name, input] of tries) {
      const mutation = name[0]!.toLowerCase() + name.slice(1);
      const answer = await client.query(
        `mutation ($input: ${name}Input!) { ${mutation}(input: $input) { __typename } }`,
        { input },
      );
      expect(answer.data ?? null).toBeNull();
      expect(textAt(answer.errors, '0.message')).toContain(field);
    }
    expect(await hub.db.rectificationItem.findUnique({ where: { id } })).toMatchObject({
      status: 'IN_PROGRESS',
      organizationId: unit('WL'),
      version: 1,
    });
    expect(await hub.db.rectificationItem.count({ where: { title: '越权' } })).toBe(0);
  });

  test('a person’s role and organization are no input of who is no administrator', async () => {
    const before = await hub.db.roleAssignment.count();
    const client = await hub.signInAs('contact-office');
    const answer = await client.query(
      'mutation ($input: AddPersonInput!) { r: addPerson(input: $input) { __typename } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          displayName: '自封',
          organizationId: `Organization_${unit('WL')}`,
          role: 'PARTY_SECRETARY',
          loginName: 'self-made',
          password: 'a long enough password',
        },
      },
    );
    expect(at(answer.data, 'r.__typename') ?? 'refused').not.toBe('Person');
    expect(await hub.db.roleAssignment.count()).toBe(before);
  });
});
