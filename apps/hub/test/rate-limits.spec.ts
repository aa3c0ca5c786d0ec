import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { PASSWORD, putAccount, signedIn, signIn } from './harness/local-account.ts';
import { at } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const ME = '{ me { name } }';

describeOnEachDatabase('guessing passwords', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    await putAccount(hub, 'target');
  });
  afterAll(() => hub.stop());

  test('200 at once: five are tried at most, then the account is locked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => signIn(hub.anonymous, 'target', `falsch ${n}`)),
    );
    for (const answer of answers)
      expect(at(answer.data, 'signIn.code') ?? at(answer.errors, '0.extensions.code')).toMatch(
        /^(SIGN_IN|RATE_LIMITED)$/,
      );
    const origins = await hub.db.signInOrigin.findMany({
      where: { account: { loginName: 'target' } },
    });
    expect(origins).toMatchObject([{ failedAttempts: 5, lockedUntil: expect.any(Date) as Date }]);
    expect(at((await signIn(hub.anonymous, 'target')).data, 'signIn.name')).toBeUndefined();
  });
});

describe('failed sign-ins', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded', {
      configuration: { signIn: { ...OPEN_SIGN_IN, failuresPerAddress: 6 } },
    });
    await putAccount(hub, 'someone');
  });
  afterAll(() => hub.stop());

  test('from one address are slowed, whatever names and forwarding headers they come with, and nobody is locked out', async () => {
    for (let n = 0; n < 8; n += 1) await signedIn(hub, 'someone');
    for (let n = 0; n < 6; n += 1) {
      const client = new Client(hub.url, { 'x-forwarded-for': `203.0.113.${n}` });
      expect(at((await signIn(client, `name-${n}`, 'falsch')).data, 'signIn.code')).toBe('SIGN_IN');
    }
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        signIn(new Client(hub.url, { 'x-forwarded-for': '203.0.113.99' }), `other-${n}`, 'falsch'),
      ),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(20);
    for (const answer of refused) {
      expect(at(answer.errors, '0.extensions.code')).toBe('RATE_LIMITED');
      expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(5);
    }
    // Whoever has the right password gets a turn with the next ones.
    const entered = await signIn(hub.anonymous, 'someone', PASSWORD);
    expect(at(entered.data, 'signIn.__typename')).toBe('Viewer');
  });
});

describe('failed sign-ins behind a trusted proxy', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded', {
      configuration: {
        signIn: {
          ...OPEN_SIGN_IN,
          failuresPerAddress: 2,
          trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
        },
      },
    });
    await putAccount(hub, 'someone');
  });
  afterAll(() => hub.stop());

  const from = (forwarded: string) => new Client(hub.url, { 'x-forwarded-for': forwarded });

  test('count for the client that the proxy names, not for what the client claims', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        signIn(from(`198.51.100.${n}, 203.0.113.7, 10.1.2.3`), `nobody-${n}`, 'falsch'),
      ),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
    const other = await signIn(from('203.0.113.8'), 'someone', PASSWORD);
    expect(at(other.data, 'signIn.__typename')).toBe('Viewer');
    const { personId } = await hub.db.account.findUniqueOrThrow({
      where: { loginName: 'someone' },
    });
    expect(await hub.db.session.findFirst({ where: { personId } })).toMatchObject({
      address: '203.0.113.8',
    });
  });

  test('the cookie is secure when the proxy ends TLS', async () => {
    const client = new Client(hub.url, {
      'x-forwarded-proto': 'https',
      'x-forwarded-for': '203.0.113.9',
    });
    const answer = await signIn(client, 'someone');
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  });
});

describe('requests', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded', {
      configuration: { signIn: { ...OPEN_SIGN_IN, requestsPerMinute: 10 } },
    });
  });
  afterAll(() => hub.stop());

  test('of one caller are limited, of others not by that; automation is a caller', async () => {
    const [one, other] = [await hub.signInAs('viewer'), await hub.signInAs('party-affairs')];
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await one.query(ME)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(200), 429, 429]);
    const refused = await one.query(ME);
    expect(at(refused.errors, '0.extensions.code')).toBe('RATE_LIMITED');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const upload = await one.upload('text');
    expect([upload.status, at(upload.body, 'error.code')]).toEqual([429, 'RATE_LIMITED']);
    expect((await other.query(ME)).status).toBe(200);
    const ofAutomation: number[] = [];
    for (let n = 0; n < 11; n += 1) ofAutomation.push((await hub.automation.query(ME)).status);
    expect(ofAutomation).toEqual([...Array<number>(10).fill(200), 429]);
  });

  test('signed out are limited by address, whatever cookies and tokens are made up', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push(
        (await new Client(hub.url, { authorization: `Bearer made-up-${n}` }).query(ME)).status,
      );
    expect(statuses).toContain(429);
  });
});

test('a public address with https makes cookies secure', async () => {
  const hub = await startTestHub('embedded', {
    configuration: { signIn: { ...OPEN_SIGN_IN, publicUrl: 'https://taizhang.example' } },
  });
  try {
    await putAccount(hub, 'someone');
    const answer = await signIn(hub.anonymous, 'someone');
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure$/);
  } finally {
    await hub.stop();
  }
});

test('a forwarding header of somebody who is no trusted proxy makes no cookie secure', async () => {
  const hub = await startTestHub('embedded');
  try {
    await putAccount(hub, 'someone');
    const answer = await signIn(new Client(hub.url, { 'x-forwarded-proto': 'https' }), 'someone');
    expect(answer.headers.getSetCookie()[0]).not.toMatch(/Secure/);
  } finally {
    await hub.stop();
  }
});
