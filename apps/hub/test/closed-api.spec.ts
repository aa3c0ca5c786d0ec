import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAnswer, type Client } from './harness/client.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

// What a scanner of GraphQL servers looks for, asked of a hub as it is in use: no demonstration.
let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded', {
    configuration: { demo: false, introspection: 'signed-in' },
  });
});
afterAll(() => hub.stop());

const times = (count: number, word: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => word(n)).join(' ');
const codeOf = ({ errors }: { errors: unknown }) => at(errors, '0.extensions.code');
const get = async (client: Client, path: string, accept = 'application/json') =>
  readAnswer(await client.fetch(path, { headers: { accept } }));

describe('nobody', () => {
  test.each([
    ['a hundred and one aliases', `{${times(101, (n) => `a${n}: __typename`)}}`],
    ['one field five hundred times', `{${times(500, () => '__typename')}}`],
    ['ten directives on one field', `{__typename ${times(10, () => '@aa')}}`],
  ])('gets %s refused by one error', async (_title, document) => {
    const answer = await hub.anonymous.query(document);
    expect([answer.data, (answer.errors as unknown[]).length]).toEqual([undefined, 1]);
    expect(codeOf(answer)).toBe('DOCUMENT_LIMIT');
  });

  test.each([
    [
      'fragments in a circle',
      '{ __schema { ...A } } fragment A on __Schema { ...B } fragment B on __Schema { ...A }',
    ],
    [
      'the schema in a circle',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ],
  ])('gets no answer to %s', async (_title, document) => {
    const answer = await hub.anonymous.query(document);
    expect([answer.data ?? null, answer.errors]).toEqual([null, expect.anything()]);
  });

  test('runs no batch', async () => {
    const body = JSON.stringify(Array.from({ length: 11 }, () => ({ query: '{ __typename }' })));
    const headers = { 'content-type': 'application/json' };
    const response = await hub.anonymous.fetch('/graphql', { method: 'POST', headers, body });
    expect(response.status).toBe(400);
  });

  test('is not told the schema, nor what was probably meant', async () => {
    for (const document of [
      getIntrospectionQuery(),
      '{ __type(name: "Query") { name } }',
      '{ ...F } fragment F on Query { __schema { types { name } } }',
    ]) {
      const answer = await hub.anonymous.query(document);
      expect([answer.data ?? null, codeOf(answer)]).toEqual([null, 'UNAUTHENTICATED']);
    }
    for (const document of ['{ mee { name } }', 'mutation { signOu }', '{ me { nam } }']) {
      const answer = await hub.anonymous.query(document);
      expect(answer.errors).toBeDefined();
      expect(answer.text).not.toMatch(/did you mean/i);
    }
    const answer = await hub.automation.query(
      'query ($s: [ItemStatus!]) { rectificationItems(filter: { status: $s }) { totalCount } }',
      { s: ['CLOSE'] },
    );
    expect(answer.errors).toBeDefined();
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  test('gets no page to explore the schema', async () => {
    for (const path of ['/graphql', '/graphiql', '/playground', '/console'])
      for (const accept of ['text/html', '*/*']) {
        const answer = await get(hub.anonymous, path, accept);
        expect([path, answer.status >= 400]).toEqual([path, true]);
        expect(answer.text).not.toMatch(/graphiql|playground/i);
      }
  });

  test('runs nothing by GET and nothing as a form', async () => {
    for (const document of ['{__typename}', 'mutation{signOut}'])
      for (const accept of ['application/json', '*/*']) {
        const answer = await get(
          hub.anonymous,
          `/graphql?query=${encodeURIComponent(document)}`,
          accept,
        );
        expect([answer.status, answer.data]).toEqual([405, undefined]);
        expect(answer.headers.get('allow')).toBe('POST');
      }
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'query=%7B__typename%7D',
    });
    expect(response.status).toBe(403);
  });

  test('learns nothing from tracing or from failures', async () => {
    const answer = await hub.anonymous.query('qwerty cop { abc }');
    expect(answer.errors).toHaveLength(1);
    expect(answer.text).not.toMatch(/stack|exception|tracing|node_modules|\.ts\b/i);
  });
});

describe('a known caller', () => {
  test('asks for the schema and gets the page', async () => {
    expect((await hub.automation.query(getIntrospectionQuery())).errors).toBeUndefined();
    const page = await get(hub.automation, '/graphql', 'text/html');
    expect([page.status, page.text.includes('GraphiQL')]).toEqual([200, true]);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  test('asks for it once in a request: each time costs', async () => {
    const schema = '{ types { name fields { name description args { name description } } } }';
    const document = `{${times(20, (n) => `a${n}: __schema ${schema}`)}}`;
    expect(codeOf(await hub.automation.query(document))).toBe('COST_LIMIT');
  });
});

test('every answer says who may frame it and that nobody keeps it', async () => {
  const answers = [
    await hub.anonymous.fetch('/nothing'),
    await hub.anonymous.fetch('/livez'),
    await hub.anonymous.fetch('/graphql', { method: 'DELETE' }),
    await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    }),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    // Over HTTP a browser ignores it, and a wrong one locks people out.
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('a hub whose schema is closed tells it to nobody', async () => {
  const closed = await startTestHub('embedded', { configuration: { introspection: 'nobody' } });
  try {
    const answer = await closed.automation.query('{ __schema { types { name } } }');
    expect([answer.data ?? null, codeOf(answer)]).toEqual([null, 'FORBIDDEN']);
    expect((await get(closed.automation, '/graphql', 'text/html')).status).toBe(401);
  } finally {
    await closed.stop();
  }
});

test('a hub that is closed to automation takes neither token with every right', async () => {
  const closed = await startTestHub('embedded', { configuration: { isAutomationOpen: false } });
  try {
    expect((await closed.automation.query('{ me { name } }')).status).toBe(401);
    expect(existsSync(join(closed.dataDir, 'hub.token'))).toBe(false);
    expect((await closed.anonymous.query('{ __typename }')).status).toBe(200);
  } finally {
    await closed.stop();
  }
});
