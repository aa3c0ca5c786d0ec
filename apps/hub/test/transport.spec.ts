import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, readAnswer } from './harness/client.ts';
import { putItem } from './harness/ledger.ts';
import { at, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const MEGABYTES = 1024 * 1024;
const ME = JSON.stringify({ query: '{ me { name } }' });
const SIGN_OUT = 'mutation { signOut }';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

/** Sends a body piece by piece, so that its length is not known beforehand. */
function sendChunked(
  path: string,
  pieces: string[],
  headers: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, hub.url),
      { method: 'POST', headers, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    // The hub hangs up on the rest of what it refused.
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
    );
    for (const piece of pieces) sent.write(piece);
    sent.end();
  });
}

describe('other sites', () => {
  test.each(['POST', 'GET', 'OPTIONS'])('get no CORS headers with %s', async (method) => {
    const response = await hub.anonymous.fetch(
      method === 'GET' ? '/graphql?query={__typename}' : '/graphql',
      {
        method,
        headers: {
          origin: 'https://evil.example',
          'content-type': 'application/json',
          'access-control-request-method': 'POST',
        },
        ...(method === 'POST' && { body: ME }),
      },
    );
    await response.text();
    expect(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control-')),
    ).toEqual([]);
  });

  test.each([
    ['text/plain', JSON.stringify({ query: SIGN_OUT })],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(SIGN_OUT)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: SIGN_OUT })}\r\n--x--\r\n`,
    ],
    ['application/graphql', SIGN_OUT],
    ['', SIGN_OUT],
  ])('cannot post a mutation as %s', async (type, body) => {
    const { cookie } = (await hub.signInAs('viewer')).headers;
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { cookie: cookie!, 'content-type': type },
      body,
    });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(
      at((await (await hub.signInAs('viewer')).query('{ me { name } }')).data, 'me.name'),
    ).toBe('区级看板浏览者');
  });

  test('cannot run a mutation by GET', async () => {
    const client = await hub.signInAs('viewer');
    const answer = await readAnswer(
      await client.fetch(`/graphql?query=${encodeURIComponent(SIGN_OUT)}`, {
        headers: { accept: 'application/json' },
      }),
    );
    expect([answer.status, answer.data]).toEqual([405, undefined]);
    expect(at((await client.query('{ me { name } }')).data, 'me.name')).toBe('区级看板浏览者');
  });

  test('cannot upload: the custom header is missing', async () => {
    const client = await hub.signInAs('party-affairs');
    expect((await client.upload('text', { 'x-taizhang-upload': '' })).status).toBe(403);
  });
});

describe('a body over 2 MB', () => {
  const large = JSON.stringify({
    query: '{ me { name } }',
    variables: { padding: 'x'.repeat(2 * MEGABYTES) },
  });

  test('is refused by its length', async () => {
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: large,
    });
    expect(response.status).toBe(413);
    expect(at(await response.json(), 'errors.0.extensions.code')).toBe('TOO_LARGE');
  });

  test('is refused when it comes in pieces', async () => {
    const pieces = [
      large.slice(0, MEGABYTES),
      large.slice(MEGABYTES, 2 * MEGABYTES),
      large.slice(2 * MEGABYTES),
    ];
    expect(await sendChunked('/graphql', pieces, { 'content-type': 'application/json' })).toBe(413);
  });

  test('a smaller one in pieces is served', async () => {
    expect(
      await sendChunked('/graphql', [ME.slice(0, 5), ME.slice(5)], {
        'content-type': 'application/json',
      }),
    ).toBe(200);
  });
});

describe('failures', () => {
  test('an unexpected one says nothing of SQL, files or code, and is logged', async () => {
    await hub.pool.query('ALTER TABLE "Training" RENAME COLUMN "topic" TO "hidden"');
    const answer = await hub.automation.query('{ trainings { edges { node { topic } } } }');
    await hub.pool.query('ALTER TABLE "Training" RENAME COLUMN "hidden" TO "topic"');
    expect(answer.text).not.toMatch(/prisma|select |stack|node_modules|\.ts\b/i);
    expect(at(answer.errors, '0.extensions.code')).toBe('INTERNAL');
    expect(hub.logged.join('\n')).toContain('a request failed unexpectedly');
  });

  test.each([
    '{',
    '[]',
    '"x"',
    'null',
    '',
    '{"query":1}',
    '{"query":"{ me { name } }","variables":[]}',
  ])('the body %s is refused, not fatal', async (body) => {
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([body, response.status]).toEqual([body, 400]);
  });

  test.each([
    '/nothing',
    '//',
    '/files/x',
    '/graphqlx',
    '/%',
    '/admin/../../package.json',
    '/files/..%2f..%2fhub.token',
  ])('the path %s is answered', async (path) => {
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port: new URL(hub.url).port, path }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect([path, status]).toEqual([path, 404]);
  });

  test('names in the input that programs treat specially are refused like any unknown one', async () => {
    for (const name of ['__proto__', 'constructor', 'organizationId'])
      for (const input of [
        `{"idempotencyKey":"12345678","id":"x","expectedVersion":1,"${name}":{"polluted":true}}`,
      ]) {
        const body = `{"query":"mutation ($input: EditRectificationItemInput!) { editRectificationItem(input: $input) { __typename } }","variables":{"input":${input}}}`;
        const answer = await readAnswer(
          await hub.automation.fetch('/graphql', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body,
          }),
        );
        expect([name, answer.data ?? null]).toEqual([name, null]);
      }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('a batch', () => {
  test('of operations in one array is refused', async () => {
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `[${ME},${ME}]`,
    });
    expect(response.status).toBe(400);
  });
});

test('health is readable by anyone', async () => {
  for (const path of ['/livez', '/readyz'])
    expect(await (await new Client(hub.url).fetch(path)).json()).toMatchObject({
      status: 'ok',
    });
});

test('the version stored moves by one however many change it at once', async () => {
  const { id, apiId } = await putItem(hub, 'IN_PROGRESS');
  const client = await hub.signInAs('party-affairs');
  const edit =
    'mutation ($input: EditRectificationItemInput!) { r: editRectificationItem(input: $input) { __typename } }';
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      client.query(edit, {
        input: {
          idempotencyKey: `parallel-${n}`,
          id: apiId,
          expectedVersion: 1,
          title: `第 ${n} 次`,
        },
      }),
    ),
  );
  expect(
    answers.filter((answer) => textAt(answer.data, 'r.__typename') === 'RectificationItem'),
  ).toHaveLength(1);
  expect(numberAt(await hub.db.rectificationItem.findUnique({ where: { id } }), 'version')).toBe(2);
});
