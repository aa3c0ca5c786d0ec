import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Client } from './harness/client.ts';
import { FAILURE, PASSWORD, putAccount, signedIn, signIn } from './harness/local-account.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const NEW = 'ein ganz anderes Wort';
const CHANGE = `mutation ($input: ChangePasswordInput!) {
  changePassword(input: $input) { ${FAILURE} ... on Viewer { name requiredStep } }
}`;
const RESET = `mutation ($input: ResetPasswordInput!) {
  resetPassword(input: $input) { ${FAILURE} ... on Person { id } }
}`;

describeOnEachDatabase('one’s own password', (kind) => {
  let hub: TestHub;
  let login = '';
  let count = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());
  beforeEach(async () => {
    login = `owner-${(count += 1)}`;
    await putAccount(hub, login);
  });

  const changePassword = async (client: Client, newPassword: string, oldPassword = PASSWORD) =>
    at(
      (await client.query(CHANGE, { input: { oldPassword, newPassword } })).data,
      'changePassword',
    );
  const nameOf = async (client: Client) =>
    at((await client.query('{ me { name } }')).data, 'me.name');

  test('is changed with the old one; the other sessions end and this one goes on', async () => {
    const [here, elsewhere] = [await signedIn(hub, login), await signedIn(hub, login)];
    expect(await changePassword(here, NEW)).toMatchObject({ __typename: 'Viewer' });
    expect([await nameOf(here), await nameOf(elsewhere)]).toEqual([`某科室 ${login}`, undefined]);
    expect(at((await signIn(hub.anonymous, login)).data, 'signIn.code')).toBe('SIGN_IN');
    expect(await nameOf(await signedIn(hub, login, NEW))).toBe(`某科室 ${login}`);
  });

  test.each([
    ['the old one again', () => PASSWORD],
    ['a short one', () => 'short'],
    ['one with the login name', () => `my ${login.toUpperCase()} is long`],
    ['one with the name', () => `某科室 ${login}!!`],
    ['a common one', () => 'Password123456'],
    ['one letter over and over', () => 'aaaaaaaaaaaaaa'],
  ])('cannot become %s', async (_what, password) => {
    const refused = await changePassword(await signedIn(hub, login), password());
    expect(at(refused, 'fieldErrors.0.path')).toEqual(['newPassword']);
  });

  test('stays when the old one is wrong, and five wrong ones lock the account', async () => {
    const client = await signedIn(hub, login);
    for (let tries = 0; tries < 5; tries += 1)
      expect(at(await changePassword(client, NEW, 'falsches Wort'), 'fieldErrors.0.path')).toEqual([
        'oldPassword',
      ]);
    expect(at(await changePassword(client, NEW), 'fieldErrors.0.path')).toEqual(['oldPassword']);
    expect(at((await signIn(hub.anonymous, login)).data, 'signIn.code')).toBe('SIGN_IN');
  });

  test('is asked of a session: a bearer token and nobody have none', async () => {
    for (const client of [hub.anonymous, hub.automation])
      expect(at(await changePassword(client, NEW), 'code')).toBe('FORBIDDEN');
  });

  test('that somebody else gave must be changed before anything else', async () => {
    await putAccount(hub, `new-${login}`, { mustChangePassword: true });
    const client = await signedIn(hub, `new-${login}`);
    const me = await client.query('{ me { name requiredStep account { loginName hasTotp } } }');
    expect(me.data).toMatchObject({
      me: { requiredStep: 'CHANGE_PASSWORD', account: { loginName: `new-${login}` } },
    });
    for (const document of [
      '{ rectificationItems { totalCount } }',
      '{ me { name } people { totalCount } }',
      'query { ...Rest } fragment Rest on Query { ... on Query { mySessions { id } } }',
      'mutation { revokeMySession(input: { id: "Session_x" }) { __typename } }',
    ]) {
      const answer = await client.query(document);
      expect([document, at(answer.errors, '0.extensions.code'), answer.data ?? null]).toEqual([
        document,
        'PASSWORD_CHANGE_REQUIRED',
        null,
      ]);
    }
    expect((await client.upload('text')).status).toBe(401);
    expect(await changePassword(client, NEW)).toMatchObject({ requiredStep: null });
    const items = await client.query('{ rectificationItems { totalCount } }');
    expect(items.errors).toBeUndefined();
  });

  test('of others is reset by the system administrator, of administrators by the security administrator', async () => {
    const person = await hub.db.person.findFirstOrThrow({
      where: { displayName: `某科室 ${login}` },
    });
    const auditor = await putAccount(hub, `auditor-${login}`, { role: 'AUDIT_ADMINISTRATOR' });
    await putAccount(hub, `security-${login}`, { role: 'SECURITY_ADMINISTRATOR' });
    const system = await hub.signInAs('admin');
    const security = await signedIn(hub, `security-${login}`);
    const reset = async (client: Client, personId: string) =>
      at(
        (
          await client.query(RESET, {
            input: { idempotencyKey: randomUUID(), personId, password: NEW },
          })
        ).data,
        'resetPassword',
      );
    const session = await signedIn(hub, login);
    expect(at(await reset(security, `Person_${person.id}`), 'code')).toBe('FORBIDDEN');
    expect(at(await reset(system, auditor.apiId), 'code')).toBe('FORBIDDEN');
    expect(at(await reset(session, auditor.apiId), 'code')).toMatch(/FORBIDDEN|NOT_FOUND/);
    // A session left open must not get its owner a new password.
    const own = textAt((await security.query('{ me { person { id } } }')).data, 'me.person.id');
    expect(at(await reset(security, own), '__typename')).toBe('TransitionError');
    const offered = async (client: Client, id: string) => {
      const { data } = await client.query(
        `query ($id: ID!) { node(id: $id) { ... on Person { allowedActions { action allowed } } } }`,
        { id },
      );
      return listAt(data, 'node.allowedActions')
        .filter((one) => at(one, 'action') === 'resetPassword')
        .map((one) => at(one, 'allowed'));
    };
    expect([
      await offered(system, `Person_${person.id}`),
      await offered(system, auditor.apiId),
      await offered(security, auditor.apiId),
      await offered(security, own),
    ]).toEqual([[true], [false], [true], [false]]);
    expect(at(await reset(system, `Person_${person.id}`), '__typename')).toBe('Person');
    expect(at(await reset(security, auditor.apiId), '__typename')).toBe('Person');
    expect(await nameOf(session)).toBeUndefined();
    const again = await signIn(hub.anonymous, login, NEW);
    expect(textAt(again.data, 'signIn.requiredStep')).toBe('CHANGE_PASSWORD');
  });

  test('leaves its traces in the log, never itself', async () => {
    await signIn(hub.anonymous, login, '错误的密码 2027');
    const client = await signedIn(hub, login);
    await changePassword(client, NEW);
    await client.query('mutation { signOut }');
    const { id, account } = await hub.db.person.findFirstOrThrow({
      where: { displayName: `某科室 ${login}` },
      include: { account: true },
    });
    const events = await hub.db.event.findMany({
      where: { subjectId: { in: [id, account!.id] }, type: { not: 'ROW_TAKEN_OVER' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type }) => type)).toEqual([
      'SIGN_IN_REFUSED',
      'SIGNED_IN',
      'PASSWORD_CHANGED',
      'SIGNED_OUT',
    ]);
    expect(events[0]).toMatchObject({ actorName: login, actorPersonId: null });
    expect(events[2]).toMatchObject({ subjectType: 'Account', operation: 'CHANGE' });
    expect(Object.keys(events[2]!.after as object)).not.toContain('passwordHash');
    expect(
      JSON.stringify(events, (_key, value) =>
        typeof value === 'bigint' ? Number(value) : (value as unknown),
      ),
    ).not.toMatch(/密码 2027|ganz anderes/);
  });
});

describeOnEachDatabase('one’s own sessions', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    await putAccount(hub, 'one');
    await putAccount(hub, 'other');
  });
  afterAll(() => hub.stop());

  const sessionsOf = async (client: Client) =>
    listAt(
      (await client.query('{ mySessions { id isCurrent method address } }')).data,
      'mySessions',
    );
  const revoke = async (client: Client, id: unknown) =>
    at(
      (
        await client.query(
          `mutation ($id: ID!) { r: revokeMySession(input: { id: $id }) { __typename } }`,
          { id },
        )
      ).data,
      'r.__typename',
    );

  test('are listed, and one that is ended is nobody at its next request', async () => {
    const [here, lost] = [await signedIn(hub, 'one'), await signedIn(hub, 'one')];
    const sessions = await sessionsOf(here);
    expect(sessions).toHaveLength(2);
    expect(sessions.map((session) => at(session, 'isCurrent'))).toEqual([false, true]);
    expect(at(sessions[0], 'method')).toBe('PASSWORD');
    expect(await revoke(here, at(sessions[0], 'id'))).toBe('MySession');
    expect((await lost.query('{ me { name } }')).data).toEqual({ me: null });
    expect(await sessionsOf(here)).toHaveLength(1);
    expect(await revoke(here, at(sessions[0], 'id'))).toBe('NotFoundError');
  });

  test('of somebody else read like those that do not exist', async () => {
    const [one, other] = [await signedIn(hub, 'one'), await signedIn(hub, 'other')];
    const [theirs] = await sessionsOf(other);
    expect(await revoke(one, at(theirs, 'id'))).toBe('NotFoundError');
    expect(await revoke(one, `Session_${randomUUID()}`)).toBe('NotFoundError');
    expect(await revoke(one, 'x')).toBe('NotFoundError');
    expect(await sessionsOf(other)).toHaveLength(1);
  });
});
