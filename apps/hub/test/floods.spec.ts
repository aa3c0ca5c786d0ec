import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { FLOODS, WITHIN_LIMITS } from './harness/floods.ts';
import { at, textAt } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const BILINGUAL = /[\u4e00-\u9fff].* \/ .*[a-z]/;

describe('a document that costs more to read than to send', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded');
  });
  afterAll(() => hub.stop());

  test.each(FLOODS.map((flood) => [flood.title, flood] as const))(
    '%s is refused by one error that says what to do',
    async (_title, { document, limit }) => {
      hub.logged.length = 0;
      const answer = await hub.anonymous.query(document);
      expect(answer.status).toBe(400);
      expect(answer.errors).toHaveLength(1);
      expect(at(answer.errors, '0.extensions')).toMatchObject({
        code: 'DOCUMENT_LIMIT',
        limit: { of: limit },
      });
      expect(textAt(answer.errors, '0.message')).toMatch(BILINGUAL);
      expect(answer.text.length).toBeLessThan(500);
      expect(hub.logged).toEqual([]);
    },
  );

  test.each(WITHIN_LIMITS.map((worst) => [worst.title, worst] as const))(
    'within the limits, %s get a short answer',
    async (_title, { document, code }) => {
      const answer = await hub.anonymous.query(document);
      expect(answer.data ?? null).toBeNull();
      expect(at(answer.errors, '0.extensions.code')).toBe(code);
      expect((answer.errors as unknown[]).length).toBeLessThan(25);
      expect(answer.text.length).toBeLessThan(20_000);
    },
  );

  test('deep variables are told, not fatal', async () => {
    hub.logged.length = 0;
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const response = await hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"query($ids:[ID!]!){nodes(ids:$ids){id}}","variables":{"ids":${deep}}}`,
    });
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toContain('INTERNAL');
    expect(hub.logged).toEqual([]);
  });
});

describeOnEachDatabase('whatever is sent to /graphql', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, {
      configuration: {
        signIn: { ...OPEN_SIGN_IN, requestsPerMinute: 5, trustedProxies: ['127.0.0.1'] },
      },
    });
  });
  afterAll(() => hub.stop());

  const json = { 'content-type': 'application/json' };
  const flood = JSON.stringify({ query: FLOODS[0]!.document });
  const post = (body: string, headers: Record<string, string> = json) => ({
    method: 'POST',
    headers,
    body,
  });

  test.each([
    ['documents that are none', '198.51.100.1', post('{"query":"qwerty"}')],
    ['documents of unknown fields', '198.51.100.2', post('{"query":"{ nothingOfThis }"}')],
    ['documents beyond a limit', '198.51.100.3', post(flood)],
    ['bodies that are no JSON', '198.51.100.4', post('{')],
    ['bodies of another type', '198.51.100.5', post('query', { 'content-type': 'text/plain' })],
    ['bodies that are too large', '198.51.100.6', post('x'.repeat(3 * 1024 * 1024))],
    ['the page', '198.51.100.7', { headers: { accept: 'text/html' } }],
    ['other methods', '198.51.100.8', { method: 'DELETE' }],
  ])('%s count for the rate limit', async (_title, address, init) => {
    const client = new Client(hub.url, { 'x-forwarded-for': address });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const response = await client.fetch('/graphql', init);
      await response.text();
      statuses.push(response.status);
    }
    expect(statuses.slice(0, 5)).not.toContain(429);
    expect(statuses[5]).toBe(429);
  });

  test('the refusal of who sends too much is readable and says when to come back', async () => {
    const client = new Client(hub.url, { 'x-forwarded-for': '203.0.113.5' });
    for (let n = 0; n < 5; n += 1) await client.query('{ __typename }');
    const answer = await client.query('{ __typename }');
    expect(answer.status).toBe(429);
    expect(at(answer.errors, '0.extensions.code')).toBe('RATE_LIMITED');
    expect(textAt(answer.errors, '0.message')).toMatch(BILINGUAL);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('addresses of one IPv6 network of 64 bits count as one', async () => {
    const statusFrom = async (address: string) =>
      (await new Client(hub.url, { 'x-forwarded-for': address }).query('{ __typename }')).status;
    const statuses: number[] = [];
    for (const end of [':1', ':2', ':ffff:1', 'a:b:c:d', ':9', ':10'])
      statuses.push(await statusFrom(`2001:db8:7:1:${end}`));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await statusFrom('2001:db8:7:2::1')).toBe(200);
  });
});
