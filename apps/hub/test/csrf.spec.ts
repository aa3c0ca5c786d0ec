import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { at } from './harness/read.ts';
import { OPEN_SIGN_IN, SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded', {
    configuration: { signIn: { ...OPEN_SIGN_IN, publicUrl: 'https://taizhang.example' } },
  });
});
afterAll(() => hub.stop());

describe('with somebody’s cookie, a page of another site', () => {
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://taizhang.example.evil.example' },
    { 'sec-fetch-site': 'cross-site' },
  ];

  test.each(foreign)('%j runs no mutation', async (headers) => {
    const viewer = await hub.signInAs('viewer');
    const answer = await new Client(hub.url, { ...viewer.headers, ...headers }).query(
      'mutation { signOut }',
    );
    expect([answer.status, at(answer.errors, '0.extensions.code')]).toEqual([403, 'FORBIDDEN']);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(at((await viewer.query('{ me { name } }')).data, 'me.name')).toBe('区级看板浏览者');
  });

  test.each(foreign)('%j uploads nothing', async (headers) => {
    const client = await hub.signInAs('party-affairs');
    const answer = await new Client(hub.url, { ...client.headers, ...headers }).upload('text');
    expect([answer.status, at(answer.body, 'error.code')]).toEqual([403, 'FORBIDDEN']);
  });
});

test('without a cookie, a page of another site makes nobody a demo person', async () => {
  const { id } = await hub.db.person.findFirstOrThrow({ where: { isDemo: true } });
  const input = { personId: `Person_${id}` };
  const enter = async (origin: string) => {
    const answer = await new Client(hub.url, { origin }).query(SIGN_IN, { input });
    const type = at(answer.data, 'signInAsDemoPerson.__typename');
    return [type, answer.headers.getSetCookie().length];
  };
  expect(await enter('https://evil.example')).toEqual(['SignInError', 0]);
  expect(await enter('https://taizhang.example')).toEqual(['Viewer', 1]);
});

test('the hub’s own pages are served under its public address and the one they asked', async () => {
  const viewer = await hub.signInAs('viewer');
  for (const origin of ['https://taizhang.example', new URL(hub.url).origin]) {
    const answer = await new Client(hub.url, { ...viewer.headers, origin }).query(
      '{ me { name } }',
    );
    expect([origin, at(answer.data, 'me.name')]).toEqual([origin, '区级看板浏览者']);
  }
});
