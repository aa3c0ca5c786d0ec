import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, type Answer } from './harness/client.ts';
import { PASSWORD, putAccount, signIn } from './harness/local-account.ts';
import { at } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

// Who guesses passwords must not keep those out whose they are.
describeOnEachDatabase('wrong passwords', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, {
      configuration: {
        signIn: {
          ...OPEN_SIGN_IN,
          trustedProxies: ['127.0.0.1'],
          requestsPerMinute: 120,
          failuresPerAddress: 20,
        },
      },
    });
  });
  afterAll(() => hub.stop());

  const from = (address: string, cookie?: string) =>
    new Client(hub.url, { 'x-forwarded-for': address, ...(cookie && { cookie }) });
  const guess = async (address: string, loginName: string, times: number, cookie?: string) => {
    for (let n = 0; n < times; n += 1)
      await signIn(from(address, cookie), loginName, `falsch ${n}`);
  };
  const isIn = (answer: Answer) => at(answer.data, 'signIn.__typename') === 'Viewer';
  const cookieNamed = (answer: Answer, name: string) =>
    answer.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith(`${name}=`))!
      .split(';')[0]!;
  const deviceOf = (answer: Answer) => cookieNamed(answer, 'taizhang_device');

  test('lock the account for the address range that they come from, of IPv6 the network of 64 bits', async () => {
    await putAccount(hub, 'ranges');
    await guess('2001:db8:1:2::1', 'ranges', 5);
    expect(isIn(await signIn(from('2001:db8:1:2:ffff::9'), 'ranges'))).toBe(false);
    expect(isIn(await signIn(from('2001:db8:1:3::1'), 'ranges'))).toBe(true);
    await guess('203.0.113.1', 'ranges', 5);
    expect(isIn(await signIn(from('203.0.113.1'), 'ranges'))).toBe(false);
    expect(isIn(await signIn(from('203.0.113.2'), 'ranges'))).toBe(true);
  });

  test('do not lock a device out that signed in before, which has its own count', async () => {
    await putAccount(hub, 'device');
    const first = await signIn(from('203.0.113.10'), 'device');
    expect(first.headers.getSetCookie().join()).toMatch(
      /taizhang_device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/,
    );
    const device = deviceOf(first);
    await guess('203.0.113.10', 'device', 5);
    expect(isIn(await signIn(from('203.0.113.10'), 'device'))).toBe(false);
    const again = await signIn(from('203.0.113.10', device), 'device');
    expect(isIn(again)).toBe(true);
    // Each sign-in renews what the device carries: what was seen before is worth nothing.
    await guess('203.0.113.11', 'device', 5, device);
    expect(isIn(await signIn(from('203.0.113.11'), 'device'))).toBe(false);
    const renewed = deviceOf(again);
    await guess('203.0.113.12', 'device', 5, renewed);
    expect(isIn(await signIn(from('203.0.113.12', renewed), 'device'))).toBe(false);
    expect(isIn(await signIn(from('203.0.113.12'), 'device'))).toBe(true);
  });

  test('are not counted for a device that is known for another account', async () => {
    await putAccount(hub, 'insider');
    await putAccount(hub, 'chief');
    const device = deviceOf(await signIn(from('203.0.113.20'), 'insider'));
    await guess('203.0.113.20', 'chief', 5, device);
    const origins = await hub.db.signInOrigin.findMany({
      where: { account: { loginName: 'chief' } },
    });
    expect(origins).toMatchObject([{ origin: 'address:203.0.113.20', failedAttempts: 5 }]);
  });

  test('of somebody in the office do not keep the office out: not by failures, names or requests', async () => {
    const office = '203.0.113.30';
    await putAccount(hub, 'colleague', { role: 'SYSTEM_ADMINISTRATOR' });
    const device = deviceOf(await signIn(from(office), 'colleague'));
    const flood = await Promise.all(
      Array.from({ length: 200 }, (_, n) => signIn(from(office), 'colleague', `falsch ${n}`)),
    );
    expect(flood.map(({ status }) => status)).toContain(429);
    expect(flood.some(isIn)).toBe(false);
    expect(isIn(await signIn(from(office, device), 'colleague'))).toBe(true);
  });

  test('from very many addresses are slowed for the name, and a known device is not', async () => {
    await putAccount(hub, 'botnet');
    const device = deviceOf(await signIn(from('203.0.113.40'), 'botnet'));
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => signIn(from(`198.51.100.${n}`), 'botnet', 'falsch')),
    );
    expect(answers.map(({ status }) => status)).toContain(429);
    expect(isIn(await signIn(from('203.0.113.40', device), 'botnet', PASSWORD))).toBe(true);
  });

  test('are let go of after a day, devices after half a year', async () => {
    await putAccount(hub, 'upkeep');
    const { id: accountId } = await hub.db.account.findUniqueOrThrow({
      where: { loginName: 'upkeep' },
    });
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await hub.db.signInOrigin.createMany({
      data: [
        { accountId, origin: 'address:203.0.113.50', triedAt: daysAgo(2) },
        { accountId, origin: 'address:203.0.113.51', triedAt: daysAgo(0.5) },
        { accountId, origin: 'device:old', triedAt: daysAgo(181) },
        { accountId, origin: 'device:kept', triedAt: daysAgo(100) },
      ],
    });
    await hub.runDueJobs();
    const kept = await hub.db.signInOrigin.findMany({ where: { accountId } });
    expect(kept.map(({ origin }) => origin).sort()).toEqual([
      'address:203.0.113.51',
      'device:kept',
    ]);
  });
});
