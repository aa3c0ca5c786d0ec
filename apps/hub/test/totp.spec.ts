import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { TOTP, URI } from 'otpauth';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Client, cookieOf } from './harness/client.ts';
import { FAILURE, PASSWORD, putAccount, signedIn, signIn } from './harness/local-account.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const START = new Date('2027-01-04T00:00:00Z');
const COMPLETE = `mutation ($input: CompleteSignInInput!) { completeSignIn(input: $input) {
  __typename ... on Viewer { name } ... on SecondFactorError { code message }
} }`;

describeOnEachDatabase('a second factor', (kind) => {
  let hub: TestHub;
  let login = '';
  let totp: TOTP;
  let recoveryCodes: string[] = [];
  let count = 0;
  let seconds = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  /** Moves the clock on, so that the next code is another one. */
  const goOn = (by: number) => hub.setClock(new Date(START.getTime() + (seconds += by) * 1000));
  const code = (later = 0) =>
    totp.generate({ timestamp: START.getTime() + (seconds + later) * 1000 });
  const offer = async (client: Client, password = PASSWORD) =>
    at(
      (
        await client.query(
          `mutation ($input: OfferTotpInput!) { offerTotp(input: $input) { ${FAILURE} ... on TotpOffer { secret uri } } }`,
          { input: { password } },
        )
      ).data,
      'offerTotp',
    );
  const confirm = async (client: Client, with_: string) =>
    at(
      (
        await client.query(
          `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { ${FAILURE} ... on TotpEnrolled { recoveryCodes } } }`,
          { input: { code: with_ } },
        )
      ).data,
      'confirmTotp',
    );

  beforeEach(async () => {
    seconds = 0;
    hub.setClock(START);
    login = `totp-${(count += 1)}`;
    await putAccount(hub, login);
    const client = await signedIn(hub, login);
    totp = URI.parse(textAt(await offer(client), 'uri')) as TOTP;
    recoveryCodes = listAt(await confirm(client, code()), 'recoveryCodes') as string[];
    goOn(60);
  });
  afterEach(() => hub.setClock());

  const challenge = async (password = PASSWORD) =>
    textAt((await signIn(hub.anonymous, login, password)).data, 'signIn.challenge');
  const complete = (given: string, with_: string) =>
    hub.anonymous.query(COMPLETE, { input: { challenge: given, code: with_ } });
  const typeOf = async (answer: ReturnType<typeof complete>) =>
    at((await answer).data, 'completeSignIn.__typename');

  test('lets nobody in by the password alone', async () => {
    const answer = await signIn(hub.anonymous, login);
    expect(at(answer.data, 'signIn.__typename')).toBe('SecondFactorRequired');
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  test('lets in with the code of now, and with one of a clock half a minute off', async () => {
    for (const off of [0, 30, -30]) {
      goOn(120);
      const answer = await complete(await challenge(), code(off));
      expect([off, at(answer.data, 'completeSignIn.name')]).toEqual([off, `某科室 ${login}`]);
      const me = await new Client(hub.url, { cookie: cookieOf(answer.headers) }).query(
        '{ me { account { hasTotp recoveryCodesLeft } } }',
      );
      expect(me.data).toEqual({ me: { account: { hasTotp: true, recoveryCodesLeft: 10 } } });
    }
  });

  test('takes no code twice, nor an older one after it, in parallel neither', async () => {
    const given = await challenge();
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => typeOf(complete(given, code()))),
    );
    expect(answers.filter((type) => type === 'Viewer')).toHaveLength(1);
    expect(await typeOf(complete(given, code()))).toBe('SecondFactorError');
    expect(await typeOf(complete(given, code(-30)))).toBe('SecondFactorError');
    goOn(30);
    expect(await typeOf(complete(await challenge(), code()))).toBe('Viewer');
  });

  test('refuses a code of another time, a challenge that is old, forged or of nobody', async () => {
    const given = await challenge();
    expect(await typeOf(complete(given, code(120)))).toBe('SecondFactorError');
    expect(await typeOf(complete(`${given.slice(0, -2)}AA`, code()))).toBe('SecondFactorError');
    expect(await typeOf(complete(randomUUID(), code()))).toBe('SecondFactorError');
    goOn(301);
    expect(await typeOf(complete(given, code()))).toBe('SecondFactorError');
    expect(await typeOf(complete(await challenge(), code()))).toBe('Viewer');
  });

  test('locks the account after five wrong codes, however often the right password comes between', async () => {
    for (let tries = 0; tries < 5; tries += 1)
      expect(await typeOf(complete(await challenge(), '000000'))).toBe('SecondFactorError');
    expect(at((await signIn(hub.anonymous, login)).data, 'signIn.code')).toBe('SIGN_IN');
    const events = await hub.db.event.findMany({
      where: { actorName: login, type: 'ACCOUNT_LOCKED' },
    });
    expect(events).toHaveLength(1);
  });

  test('is replaced by each recovery code once; only hashes are kept', async () => {
    const [first] = recoveryCodes as [string];
    expect(recoveryCodes).toHaveLength(10);
    expect(await typeOf(complete(await challenge(), first.toLowerCase()))).toBe('Viewer');
    expect(await typeOf(complete(await challenge(), first))).toBe('SecondFactorError');
    const account = await hub.db.account.findUniqueOrThrow({
      where: { loginName: login },
      include: { recoveryCodes: true },
    });
    expect(account.recoveryCodes.filter(({ usedAt }) => usedAt)).toHaveLength(1);
    const stored = JSON.stringify(account);
    expect(
      recoveryCodes.some((one) => stored.includes(one) || stored.includes(one.replaceAll('-', ''))),
    ).toBe(false);
    expect(stored).not.toContain(totp.secret.base32);
  });

  test('is turned off by password and code, not by either alone', async () => {
    const cookie = cookieOf((await complete(await challenge(), code())).headers);
    const client = new Client(hub.url, { cookie });
    goOn(60);
    const disable = async (password: string, with_: string) =>
      at(
        (
          await client.query(
            `mutation ($input: DisableTotpInput!) { r: disableTotp(input: $input) { ${FAILURE} ... on Viewer { account { hasTotp } } } }`,
            { input: { password, code: with_ } },
          )
        ).data,
        'r',
      );
    expect(at(await disable('falsches Wort', code()), 'fieldErrors.0.path.0')).toBe('password');
    expect(at(await disable(PASSWORD, '123456'), 'fieldErrors.0.path.0')).toBe('code');
    expect(at(await disable(PASSWORD, code()), 'account.hasTotp')).toBe(false);
    expect(at((await signIn(hub.anonymous, login)).data, 'signIn.__typename')).toBe('Viewer');
  });

  test('that was lost is taken away by the security administrator alone', async () => {
    const { personId } = await hub.db.account.findUniqueOrThrow({ where: { loginName: login } });
    const reset = async (client: Client) =>
      at(
        (
          await client.query(
            `mutation ($input: ResetTotpInput!) { r: resetTotp(input: $input) { ${FAILURE} } }`,
            { input: { idempotencyKey: randomUUID(), personId: `Person_${personId}` } },
          )
        ).data,
        'r.__typename',
      );
    await putAccount(hub, `security-${login}`, { role: 'SECURITY_ADMINISTRATOR' });
    expect(await reset(await hub.signInAs('admin'))).toBe('ForbiddenError');
    expect(await reset(await signedIn(hub, `security-${login}`))).toBe('Person');
    expect(at((await signIn(hub.anonymous, login)).data, 'signIn.__typename')).toBe('Viewer');
    expect(await hub.db.recoveryCode.count({ where: { account: { personId } } })).toBe(0);
    // There is nothing left to take.
    expect(await reset(await signedIn(hub, `security-${login}`))).toBe('TransitionError');
  });

  test('is not taken away by oneself without password and code, even as the security administrator', async () => {
    const security = await putAccount(hub, `guard-${login}`, { role: 'SECURITY_ADMINISTRATOR' });
    const client = await signedIn(hub, `guard-${login}`);
    const { id } = await hub.db.account.findUniqueOrThrow({ where: { personId: security.id } });
    await changeRow(hub, 'Account', id, { totpSecret: 'sealed', totpSince: new Date() });
    const { data } = await client.query(
      `mutation ($input: ResetTotpInput!) { r: resetTotp(input: $input) { ${FAILURE} } }`,
      { input: { idempotencyKey: randomUUID(), personId: security.apiId } },
    );
    expect(at(data, 'r.__typename')).toBe('TransitionError');
    expect(await hub.db.account.count({ where: { personId: security.id, totpSince: null } })).toBe(
      0,
    );
  });

  test('is offered to whoever gives the password again, and counts after a right code only', async () => {
    await putAccount(hub, `plain-${login}`);
    const client = await signedIn(hub, `plain-${login}`);
    expect(at(await offer(client, 'falsches Wort'), 'fieldErrors.0.path.0')).toBe('password');
    expect(at(await confirm(client, '123456'), 'fieldErrors.0.path.0')).toBe('code');
    await offer(client);
    expect(at(await confirm(client, '123456'), 'fieldErrors.0.path.0')).toBe('code');
    expect(at((await signIn(hub.anonymous, `plain-${login}`)).data, 'signIn.__typename')).toBe(
      'Viewer',
    );
  });
});

describe('where administrators need a second factor', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub('embedded', {
      configuration: { signIn: { ...OPEN_SIGN_IN, totp: 'administrators' } },
    });
    await putAccount(hub, 'root', { role: 'SYSTEM_ADMINISTRATOR' });
    await putAccount(hub, 'clerk');
  });
  afterAll(() => hub.stop());

  test('one without it turns it on before anything else, and others work as ever', async () => {
    const root = await signedIn(hub, 'root');
    const people = '{ people { totalCount } }';
    expect(at((await root.query(people)).errors, '0.extensions.code')).toBe('TOTP_REQUIRED');
    expect(at((await root.query('{ me { requiredStep } }')).data, 'me.requiredStep')).toBe(
      'ENROL_TOTP',
    );
    const uri = at(
      (
        await root.query(
          `mutation ($input: OfferTotpInput!) { offerTotp(input: $input) { ... on TotpOffer { uri } } }`,
          { input: { password: PASSWORD } },
        )
      ).data,
      'offerTotp.uri',
    ) as string;
    const code = (URI.parse(uri) as TOTP).generate();
    await root.query(
      `mutation ($input: ConfirmTotpInput!) { confirmTotp(input: $input) { __typename } }`,
      { input: { code } },
    );
    expect((await root.query(people)).errors).toBeUndefined();
    expect((await (await signedIn(hub, 'clerk')).query(people)).errors).toBeUndefined();
  });
});
