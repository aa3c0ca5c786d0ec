import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '@taizhang/access';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Client, cookieOf, type Answer } from './harness/client.ts';
import { unit } from './harness/ledger.ts';
import { changeRow, prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { ADMIN_TOKEN, SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const PASSWORD = '正确的密码 2027';
const START = new Date('2027-01-04T00:00:00Z');
const minutesLater = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
const SIGN_IN_LOCALLY = `mutation ($input: SignInInput!) { signIn(input: $input) {
  __typename ... on Viewer { name } ... on SignInError { code message } ... on ValidationError { code fieldErrors { path } }
} }`;

describeOnEachDatabase('signing in', (kind) => {
  let hub: TestHub;
  let login = '';
  let count = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());
  beforeEach(async () => {
    hub.setClock(START);
    login = `local-${++count}`;
    const passwordHash = await hashPassword(PASSWORD);
    await putRows(hub, async ({ create }) => {
      const organizationId = unit('WL');
      const { id: personId } = await create(prepared('Person'), {
        organizationId,
        displayName: login,
      });
      const role = 'PARTY_AFFAIRS';
      await create(prepared('RoleAssignment'), { personId, role, organizationId });
      await create(prepared('Account'), { personId, loginName: login, passwordHash });
    });
  });
  afterEach(() => hub.setClock());

  const signIn = (password: string, loginName = login, client = hub.anonymous): Promise<Answer> =>
    client.query(SIGN_IN_LOCALLY, { input: { loginName, password } });
  const failures = async () =>
    (await hub.db.signInOrigin.findMany({ where: { account: { loginName: login } } })).map(
      ({ failedAttempts }) => failedAttempts,
    );
  const typeOf = (answer: Answer) => textAt(answer.data, 'signIn.__typename');
  const me = async (cookie: string) =>
    at((await new Client(hub.url, { cookie }).query('{ me { name } }')).data, 'me.name');

  test('with the right password opens a session whose cookie no script reads', async () => {
    const answer = await signIn(PASSWORD);
    expect(at(answer.data, 'signIn')).toEqual({ __typename: 'Viewer', name: login });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^taizhang_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=Mon, 04 Jan 2027 10:00:00 GMT$/,
    );
    expect(await me(cookieOf(answer.headers))).toBe(login);
    const token = cookieOf(answer.headers).split('=')[1]!;
    expect(await hub.db.session.count({ where: { tokenHash: token } })).toBe(0);
  });

  test('a wrong password, an unknown name and a demo account read the same', async () => {
    const [wrong, unknown, demo] = [
      await signIn('falsch'),
      await signIn(PASSWORD, 'nobody'),
      await signIn('', 'secretary'),
    ];
    expect(typeOf(wrong)).toBe('SignInError');
    expect(wrong.text).toBe(unknown.text);
    expect(typeOf(demo)).toBe('ValidationError');
    expect((await signIn('x', 'secretary')).text).toBe(wrong.text);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  test('five wrong passwords lock the account for a quarter of an hour, parallel ones too', async () => {
    await Promise.all(Array.from({ length: 8 }, () => signIn('falsch')));
    expect(await failures()).toEqual([5]);
    expect(typeOf(await signIn(PASSWORD))).toBe('SignInError');
    hub.setClock(minutesLater(14));
    expect(typeOf(await signIn(PASSWORD))).toBe('SignInError');
    hub.setClock(minutesLater(16));
    expect(typeOf(await signIn(PASSWORD))).toBe('Viewer');
  });

  test('an account that was locked once is locked again after five more', async () => {
    const lockOut = async () => {
      for (let tries = 0; tries < 5; tries += 1) await signIn('falsch');
      return typeOf(await signIn(PASSWORD));
    };
    expect(await lockOut()).toBe('SignInError');
    hub.setClock(minutesLater(16));
    expect(typeOf(await signIn(PASSWORD))).toBe('Viewer');
    expect(await lockOut()).toBe('SignInError');
    hub.setClock(minutesLater(32));
    expect(await lockOut()).toBe('SignInError');
  });

  test('four wrong ones and a right one start the count anew', async () => {
    for (const password of [
      ...Array<string>(4).fill('falsch'),
      PASSWORD,
      ...Array<string>(4).fill('falsch'),
    ])
      await signIn(password);
    expect(typeOf(await signIn(PASSWORD))).toBe('Viewer');
  });

  test('one request has room for three tries at most', async () => {
    const tries = (n: number) =>
      `mutation { ${Array.from({ length: n }, (_, i) => `a${i}: signIn(input: { loginName: "${login}", password: "falsch" }) { __typename }`).join(' ')} }`;
    const four = await hub.anonymous.query(tries(4));
    expect(four.data ?? null).toBeNull();
    expect(await failures()).toEqual([]);
    expect((await hub.anonymous.query(tries(3))).errors).toBeUndefined();
  });

  test.each([
    ['', PASSWORD],
    ['a\u0000', PASSWORD],
    ['x'.repeat(101), PASSWORD],
    ['x', 'p'.repeat(201)],
  ])('input out of bounds is refused by field (%#)', async (name, password) => {
    expect(typeOf(await signIn(password, name))).toBe('ValidationError');
  });

  test('signing in again ends the session before: a token fixed beforehand is worth nothing', async () => {
    const first = cookieOf((await signIn(PASSWORD)).headers);
    const second = cookieOf(
      (await signIn(PASSWORD, login, new Client(hub.url, { cookie: first }))).headers,
    );
    expect(second).not.toBe(first);
    expect([await me(first), await me(second)]).toEqual([undefined, login]);
  });

  test('signing out kills the session and clears the cookie', async () => {
    const cookie = cookieOf((await signIn(PASSWORD)).headers);
    const answer = await new Client(hub.url, { cookie }).query('mutation { signOut }');
    expect(answer.data).toEqual({ signOut: true });
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^taizhang_session=;.*Expires=Thu, 01 Jan 1970/,
    );
    expect(await me(cookie)).toBeUndefined();
    expect((await hub.anonymous.query('mutation { signOut }')).data).toEqual({ signOut: true });
  });

  test.each(['account', 'person'] as const)(
    'a disabled %s’s live session dies at its next request',
    async (what) => {
      const cookie = cookieOf((await signIn(PASSWORD)).headers);
      const account = await hub.db.account.findUniqueOrThrow({ where: { loginName: login } });
      const disabled = { disabledAt: START };
      if (what === 'account') await changeRow(hub, 'Account', account.id, disabled);
      else await changeRow(hub, 'Person', account.personId, disabled);
      expect(await me(cookie)).toBeUndefined();
      expect(typeOf(await signIn(PASSWORD))).toBe('SignInError');
    },
  );

  test('of a person ten sessions last at most, and the oldest go, also when they are opened at once', async () => {
    const cookies = await Promise.all(
      Array.from({ length: 14 }, async () => cookieOf((await signIn(PASSWORD)).headers)),
    );
    const names = await Promise.all(cookies.map(me));
    expect(names.filter(Boolean)).toHaveLength(10);
    expect(await me(cookieOf((await signIn(PASSWORD)).headers))).toBe(login);
  });

  test('a session ends after half an hour without a request, and is kept by requests', async () => {
    const cookie = cookieOf((await signIn(PASSWORD)).headers);
    for (const minutes of [29, 58, 87]) {
      hub.setClock(minutesLater(minutes));
      expect([minutes, await me(cookie)]).toEqual([minutes, login]);
    }
    hub.setClock(minutesLater(118));
    expect(await me(cookie)).toBeUndefined();
  });

  test('a session ends after ten hours whatever happens', async () => {
    const cookie = cookieOf((await signIn(PASSWORD)).headers);
    for (let minutes = 25; minutes < 600; minutes += 25) {
      hub.setClock(minutesLater(minutes));
      expect([minutes, await me(cookie)]).toEqual([minutes, login]);
    }
    hub.setClock(minutesLater(600));
    expect(await me(cookie)).toBeUndefined();
  });

  test('the bearer token of automation works; a wrong one and a disabled client’s are nobody', async () => {
    const asBearer = async (token: string) =>
      at(
        (await new Client(hub.url, { authorization: `Bearer ${token}` }).query('{ me { name } }'))
          .data,
        'me.name',
      );
    expect(await asBearer(ADMIN_TOKEN)).toBe('自动化 / Automation');
    const local = readFileSync(join(hub.dataDir, 'hub.token'), 'utf8');
    expect(await asBearer(local)).toBe('本机自动化 / Automation on this machine');
    const named = async (operator: string) => {
      const headers = { authorization: `Bearer ${local}`, 'x-taizhang-operator': operator };
      return at((await new Client(hub.url, headers).query('{ me { name } }')).data, 'me.name');
    };
    expect(await named(encodeURIComponent('值班'))).toBe(
      '本机自动化（值班） / Automation on this machine (值班)',
    );
    for (const none of ['', '%', '%00', 'a'.repeat(65), '%3Cb%3E'])
      expect(await named(none), none).toBe('本机自动化 / Automation on this machine');
    for (const token of [`${ADMIN_TOKEN}x`, ADMIN_TOKEN.slice(1), 'x'])
      expect(await asBearer(token)).toBeUndefined();
  });

  test('what is typed as a login name and is none is not kept: it may be a password', async () => {
    const typed = 'Mein geheimes Passwort 2027';
    await signIn('falsch', typed);
    await signIn('falsch');
    const kept = await hub.db.event.findMany({
      where: { type: 'SIGN_IN_REFUSED' },
      orderBy: { id: 'desc' },
      take: 2,
    });
    expect(kept.map(({ actorName }) => actorName)).toEqual([login, '未知账号 / Unknown account']);
    expect(kept.map(({ after }) => JSON.stringify(after)).join()).not.toContain('geheimes');
  });

  test('a demo person comes in by one click, and nobody else does', async () => {
    const options = await hub.anonymous.query(
      '{ signInOptions { demoPeople { id displayName } } }',
    );
    expect(listAt(options.data, 'signInOptions.demoPeople')).toHaveLength(
      await hub.db.person.count({ where: { isDemo: true } }),
    );
    const real = await hub.db.person.findFirstOrThrow({ where: { displayName: login } });
    for (const personId of [`Person_${real.id}`, 'Person_x', ''])
      expect(
        textAt(
          (await hub.anonymous.query(SIGN_IN, { input: { personId } })).data,
          'signInAsDemoPerson.__typename',
        ),
      ).toBe('SignInError');
  });
});
