import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { putAccount } from './harness/local-account.ts';
import {
  CLIENT,
  passProvider,
  startForger,
  startProvider,
  type Forgery,
} from './harness/oidc-issuer.ts';
import { changeRow } from './harness/put-rows.ts';
import { at } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const configured = (issuer: string) => ({
  signIn: { ...OPEN_SIGN_IN, oidc: { issuer, name: '统一登录', ...CLIENT } },
});

/** The cookie of a flow that has begun, and where it sends the browser. */
async function begin(hub: TestHub, path = '/sign-in/oidc') {
  const response = await hub.anonymous.fetch(path);
  const [cookie = ''] = response.headers.getSetCookie();
  return {
    status: response.status,
    setCookie: cookie,
    cookie: cookie.split(';')[0]!,
    location: response.headers.get('location') ?? '',
  };
}

async function comeBack(hub: TestHub, callback: URL, cookie: string) {
  const path = callback.pathname + callback.search;
  const response = await hub.anonymous.fetch(path, { headers: { cookie } });
  const session = response.headers
    .getSetCookie()
    .find((line) => line.startsWith('taizhang_session='));
  const { status } = response;
  const location = response.headers.get('location');
  return { status, location, session: session ?? null, text: await response.text() };
}

describeOnEachDatabase('signing in by OpenID Connect', (kind) => {
  let hub: TestHub;
  let provider: Awaited<ReturnType<typeof startProvider>>;
  beforeAll(async () => {
    provider = await startProvider({
      office: { email: 'Office@hub.example', email_verified: true },
      'second-office': { email: 'office@hub.example', email_verified: true },
      unverified: { email: 'clerk@hub.example', email_verified: false },
      unsaid: { email: 'clerk@hub.example' },
      stranger: { email: 'stranger@hub.example', email_verified: true },
      gone: { email: 'gone@hub.example', email_verified: true },
    });
    hub = await startTestHub(kind, { configuration: configured(provider.url) });
    provider.admit(`${hub.url}/sign-in/oidc/callback`);
    for (const name of ['office', 'clerk', 'gone']) {
      const { id } = await putAccount(hub, name);
      await changeRow(hub, 'Person', id, {
        email: `${name}@hub.example`,
        disabledAt: name === 'gone' ? new Date() : null,
      });
    }
  });
  afterAll(async () => {
    await hub.stop();
    await provider.stop();
  });

  const office = async () =>
    (await hub.db.person.findFirstOrThrow({ where: { email: 'office@hub.example' } })).id;

  const signInAs = async (subject: string, path?: string) => {
    const { location, cookie } = await begin(hub, path);
    return comeBack(hub, await passProvider(location, subject), cookie);
  };
  const nameOf = async (session: string | null) =>
    at(
      (await new Client(hub.url, { cookie: session?.split(';')[0] ?? '' }).query('{ me { name } }'))
        .data,
      'me.name',
    );

  test('is offered by its name', async () => {
    const { data } = await hub.anonymous.query('{ signInOptions { oidcName } }');
    expect(data).toEqual({ signInOptions: { oidcName: '统一登录' } });
  });

  test('begins with PKCE, a state and a nonce that stay in a cookie no script reads', async () => {
    const { status, setCookie, location } = await begin(hub);
    expect(status).toBe(303);
    const asked = new URL(location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(setCookie).toMatch(/; Path=\/sign-in\/oidc; HttpOnly; SameSite=Lax; Max-Age=600$/);
    for (const name of ['state', 'nonce']) {
      expect(asked.get(name)).toMatch(/^[\w-]{20,}$/);
      expect(setCookie).not.toContain(asked.get(name)!);
    }
  });

  test('links the person of the confirmed address once, then goes by the subject', async () => {
    const first = await signInAs('office');
    expect([first.status, first.location, await nameOf(first.session)]).toEqual([
      303,
      '/admin/',
      '某科室 office',
    ]);
    expect(first.session).toMatch(/HttpOnly; SameSite=Lax/);
    const id = await office();
    await changeRow(hub, 'Person', id, { email: 'moved@hub.example' });
    expect(await nameOf((await signInAs('office')).session)).toBe('某科室 office');
    await changeRow(hub, 'Person', id, { email: 'office@hub.example' });
    // The address has passed to somebody else at the issuer: that is no reason to become the first.
    expect((await signInAs('second-office')).status).toBe(401);
    expect(await hub.db.externalIdentity.count()).toBe(1);
    expect(await hub.db.event.count({ where: { type: 'SIGNED_IN' } })).toBe(2);
    const [linked, ...more] = await hub.db.event.findMany({
      where: { subjectType: 'ExternalIdentity' },
    });
    expect(more).toEqual([]);
    expect(linked).toMatchObject({
      type: 'EXTERNAL_IDENTITY_LINKED',
      actorName: '某科室 office',
      after: { personId: id, issuer: provider.url, version: 1 },
    });
  });

  test.each(['unverified', 'unsaid', 'stranger', 'gone'])(
    '%s is refused; nobody is made or linked',
    async (subject) => {
      const people = await hub.db.person.count();
      const { status, session, text } = await signInAs(subject);
      expect([status, session]).toEqual([401, null]);
      expect(text).toMatch(subject.startsWith('un') ? '邮箱' : '没有与您对应的人员');
      expect(await hub.db.person.count()).toBe(people);
      expect(await hub.db.externalIdentity.count({ where: { subject } })).toBe(0);
    },
  );

  test('a person disabled since is refused, and a live session dies', async () => {
    const { session } = await signInAs('office');
    const disable = (disabledAt: Date | null) =>
      office().then((id) => changeRow(hub, 'Person', id, { disabledAt }));
    await disable(new Date());
    expect(await nameOf(session)).toBeUndefined();
    expect((await signInAs('office')).status).toBe(401);
    await disable(null);
  });

  test('a callback with another state, without its cookie, or once more is refused', async () => {
    const { location, cookie } = await begin(hub);
    const callback = await passProvider(location, 'office');
    const tampered = new URL(callback);
    tampered.searchParams.set('state', 'another-state-than-the-one-sent');
    expect(await comeBack(hub, tampered, cookie)).toMatchObject({ status: 401, session: null });
    expect(await comeBack(hub, callback, '')).toMatchObject({ status: 401, session: null });
    const other = await begin(hub);
    expect(await comeBack(hub, callback, other.cookie)).toMatchObject({
      status: 401,
      session: null,
    });
    expect(await comeBack(hub, callback, cookie)).toMatchObject({ status: 303 });
    expect(await comeBack(hub, callback, cookie)).toMatchObject({ status: 401, session: null });
  });

  test('leads back to a page of this hub only', async () => {
    const back = async (address: string) =>
      (await signInAs('office', `/sign-in/oidc?return=${encodeURIComponent(address)}`)).location;
    expect(await back('/dashboard/?year=2025')).toBe('/dashboard/?year=2025');
    expect(await back('https://evil.example/')).toBe('/admin/');
    expect(await back('//evil.example/')).toBe('/admin/');
  });
});

describe('an answer of the issuer that is not as it must be', () => {
  let hub: TestHub;
  let forger: Awaited<ReturnType<typeof startForger>>;
  beforeAll(async () => {
    forger = await startForger();
    hub = await startTestHub('embedded', { configuration: configured(forger.url) });
    const { id } = await putAccount(hub, 'office');
    await changeRow(hub, 'Person', id, { email: 'office@hub.example' });
  });
  afterAll(async () => {
    await hub.stop();
    await forger.stop();
  });

  const answerWith = async (forgery: Forgery) => {
    const { location, cookie } = await begin(hub);
    const asked = new URL(location).searchParams;
    forger.forge(asked.get('nonce')!, forgery);
    const callback = new URL(asked.get('redirect_uri')!);
    callback.searchParams.set('code', 'any');
    callback.searchParams.set('state', asked.get('state')!);
    return comeBack(hub, callback, cookie);
  };
  const anHourAgo = Math.floor(Date.now() / 1000) - 3_600;

  test.each<[string, Forgery]>([
    ['for another audience', { claims: { aud: 'another-client' } }],
    ['expired', { claims: { iat: anHourAgo - 60, exp: anHourAgo } }],
    ['of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['with another nonce', { claims: { nonce: 'of-another-flow' } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['of alg none', { header: { alg: 'none' }, isUnsigned: true }],
    ['of alg none with a signature', { header: { alg: 'none' } }],
    ['without its signature', { isUnsigned: true }],
    ['signed by a stranger', { isByStranger: true }],
    ['signed by another algorithm', { header: { alg: 'HS256' } }],
  ])('a token %s is refused', async (_what, forgery) => {
    expect(await answerWith(forgery)).toMatchObject({ status: 401, session: null });
  });

  test('the same token without a forgery is taken', async () => {
    expect(await answerWith({})).toMatchObject({ status: 303 });
  });
});

test('an issuer that is away is said so, and the hub goes on', async () => {
  const hub = await startTestHub('embedded', { configuration: configured('http://127.0.0.1:9') });
  try {
    expect((await begin(hub)).status).toBe(502);
    expect((await hub.anonymous.query('{ __typename }')).status).toBe(200);
  } finally {
    await hub.stop();
  }
});

test('without an issuer there is nothing at its address', async () => {
  const hub = await startTestHub('embedded');
  try {
    expect((await begin(hub)).status).toBe(404);
  } finally {
    await hub.stop();
  }
});
