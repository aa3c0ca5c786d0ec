import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../src/graphql/schema.ts';
import { area, putItem, unit } from './harness/ledger.ts';
import { change } from './harness/change.ts';
import { readAnswer, type Answer } from './harness/client.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { argumentsWith, fieldsWithTexts, listPathsOf } from './harness/text-arguments.ts';

/** Texts that no column can hold, and some that no field should. */
const UNSTORABLE = {
  'a NUL': 'nul-\u0000-inside-the-text',
  'half a surrogate pair': 'half-\uD800-a-character',
};
const ENDLESS = {
  'half a million characters': '台'.repeat(500_000),
  'a million Latin letters': 'x'.repeat(1_000_000),
};
const HOSTILE = { ...UNSTORABLE, ...ENDLESS, 'nothing at all': '' };

/** Every field that takes a text, wherever in the schema, with its place. */
const FIELDS = fieldsWithTexts(schema).map((field) => [field.name, field] as const);

/** What every refusal says, in both languages. */
const BILINGUAL: unknown = expect.stringMatching(/\p{Script=Han}.* \/ .*[a-z]/u);

/** The words in which an answer refuses. */
const refusalIn = ({ data, errors }: Answer): unknown =>
  at(errors, '0.message') ?? at(data, 'r.fieldErrors.0.message') ?? at(data, 'r.message');

describeOnEachDatabase('hostile input', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('the walk finds fields of the root, of changes and of records', () => {
    const names = FIELDS.map(([name]) => name);
    for (const name of ['Query.search', 'Mutation.addFindingArea', 'InspectionRound.items'])
      expect(names).toContain(name);
  });

  test.each(FIELDS)('no text of %s breaks the hub or is kept', async (_name, asked) => {
    hub.logged.length = 0;
    for (const path of asked.paths)
      for (const [name, text] of Object.entries(HOSTILE)) {
        const variables = argumentsWith(asked.field, path, text);
        const answer = await hub.automation.query(asked.document, variables);
        const where = [asked.name, path.join('.'), name];
        expect([...where, answer.text]).toEqual([
          ...where,
          expect.not.stringContaining('INTERNAL'),
        ]);
        expect([...where, answer.status < 500]).toEqual([...where, true]);
        if (text) expect([...where, refusalIn(answer)]).toEqual([...where, BILINGUAL]);
        if (name in UNSTORABLE && asked.isChange && !at(answer.errors, '0'))
          expect([...where, at(answer.data, 'r.fieldErrors.0.path')]).toEqual([
            ...where,
            expect.arrayContaining(path.slice(1)),
          ]);
        if (text && (!asked.isChange || at(answer.errors, '0')))
          expect([...where, at(answer.errors, '0.extensions.code')]).toEqual([
            ...where,
            'BAD_USER_INPUT',
          ]);
      }
    expect(hub.logged).toEqual([]);
  });

  test.each(FIELDS.filter(([, { field }]) => listPathsOf(field).length))(
    'a list without end is refused by %s',
    async (_name, asked) => {
      for (const path of listPathsOf(asked.field)) {
        const endless = Array.from({ length: 3_000 }, () => `Organization_${randomUUID()}`);
        const answer = await hub.automation.query(
          asked.document,
          argumentsWith(asked.field, path, endless),
        );
        expect([path, refusalIn(answer)]).toEqual([path, BILINGUAL]);
      }
    },
  );

  test.each(['query', 'operationName'])(
    'a NUL or half a character in the %s is told',
    async (part) => {
      for (const text of Object.values(UNSTORABLE)) {
        const body = JSON.stringify({ query: `{ me { name } } # ${text}`, [part]: `# ${text}` });
        const headers = { 'content-type': 'application/json' };
        const response = await hub.automation.fetch('/graphql', { method: 'POST', headers, body });
        expect(refusalIn(await readAnswer(response))).toEqual(BILINGUAL);
      }
    },
  );

  test('a NUL written out in a document is told', async () => {
    const answer = await hub.automation.query('{ organization(code: "MH\\u0000WL") { name } }');
    expect(refusalIn(answer)).toEqual(BILINGUAL);
  });

  test.each([
    '/admin/%00',
    '/admin/assets/%00.js',
    '/dashboard/%E0%A4%A',
    '/files/%00',
    '/sign-in/oidc?return=%00',
    '/sign-in/oidc/callback?code=%00&state=%00',
    '/graphql?query=%00',
    '/%00',
    '/readyz?%00',
  ])('the address %s is answered', async (path) => {
    hub.logged.length = 0;
    const response = await hub.automation.fetch(path);
    expect([path, response.status < 500]).toEqual([path, true]);
    expect(hub.logged).toEqual([]);
  });

  test.each(['a%00b.pdf', '%ED%A0%80.pdf', '%'])('a file named %s breaks nothing', async (name) => {
    hub.logged.length = 0;
    const upload = await hub.automation.upload('%PDF-1.7 text', { 'x-taizhang-file-name': name });
    expect(upload.status).toBeLessThan(500);
    expect(hub.logged).toEqual([]);
  });

  test('what nobody sees is taken out of a text, and a title stays on one line', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const edited = await change(hub.automation, 'editRectificationItem', {
      id: item.apiId,
      expectedVersion: item.version,
      title: '\u202e整\u200b改\r\n方\ufeff案',
      description: '一\u0007\r\n二\u2028三\u2066',
    });
    expect(edited).toMatchObject({ title: '整改 方案' });
    expect(await hub.db.rectificationItem.findUnique({ where: { id: item.id } })).toMatchObject({
      title: '整改 方案',
      description: '一\n二\n三',
    });
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
