import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, unit } from './harness/ledger.ts';
import { putDemoPerson } from './harness/local-account.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { rights, rightsDocument, versionOf } from './harness/rights.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const idOf = (key: PersonKey) => `Person_${person(key)}`;
const place = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;

describeOnEachDatabase('the rights of people', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  /** Somebody new in a unit, with roles put into the tables. */
  async function newcomer(...roles: [string, Parameters<typeof unit>[0]][]): Promise<string> {
    const personId = randomUUID();
    await putRows(hub, async ({ create, createMany }) => {
      const displayName = `新人 ${personId.slice(0, 4)}`;
      const organizationId = unit('GF');
      await create(prepared('Person'), { id: personId, organizationId, displayName });
      const held = roles.map(([role, at]) => ({
        personId,
        role: role as 'LEAD_LEADER',
        organizationId: unit(at),
      }));
      await createMany(prepared('RoleAssignment'), held);
    });
    return `Person_${personId}`;
  }

  async function step(
    login: PersonKey,
    mutation: string,
    id: string,
    input: Record<string, unknown> = {},
  ) {
    const reader = await hub.signInAs('admin');
    const expectedVersion = await versionOf(reader, id);
    return rights(await hub.signInAs(login), mutation, { id, expectedVersion, ...input });
  }

  test('a granted role holds from the next request on, and a revoked one is gone then', async () => {
    const contact = await hub.signInAs('contact-library');
    const count = async () =>
      at(
        (await contact.query('{ rectificationItems { totalCount } }')).data,
        'rectificationItems.totalCount',
      );
    const before = await count();
    const all = { role: 'DASHBOARD_VIEWER', organizationId: place('WL'), reason: '临时调阅' };
    const version = await versionOf(await hub.signInAs('admin'), idOf('contact-library'));
    const granted = await step('security', 'grantRole', idOf('contact-library'), all);
    expect(listAt(granted, 'roles')).toContainEqual({
      role: 'DASHBOARD_VIEWER',
      organization: { code: 'MH-WL' },
    });
    expect(await count()).toBeGreaterThan(before as number);
    expect(
      at(await step('security', 'revokeRole', idOf('contact-library'), all), '__typename'),
    ).toBe('Person');
    expect(await count()).toBe(before);
    const events = await hub.db.event.findMany({
      where: { subjectType: 'RoleAssignment', reason: '临时调阅' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type, actorName }) => [type, actorName])).toEqual([
      ['ROLE_GRANTED', '安全管理员'],
      ['ROLE_REVOKED', '安全管理员'],
    ]);
    const [given, taken] = events;
    expect(given!.after).toEqual({
      id: given!.subjectId,
      personId: person('contact-library'),
      role: 'DASHBOARD_VIEWER',
      organizationId: unit('WL'),
      version: 1,
    });
    expect(taken).toMatchObject({
      subjectId: given!.subjectId,
      operation: 'REMOVE',
      before: given!.after,
      after: null,
    });
    // The person is the same as before: what changed is their role.
    expect(at(granted, 'version')).toBe(version);
  });

  test.each<[string, PersonKey, string, PersonKey | null, Parameters<typeof unit>[0], string]>([
    ['the system administrator grants none', 'admin', 'DASHBOARD_VIEWER', null, 'WL', 'FORBIDDEN'],
    ['the audit administrator grants none', 'audit', 'DASHBOARD_VIEWER', null, 'WL', 'FORBIDDEN'],
    [
      'the party-affairs section grants none',
      'party-affairs',
      'DASHBOARD_VIEWER',
      null,
      'WL',
      'FORBIDDEN',
    ],
    ['nobody grants to themself', 'security', 'DASHBOARD_VIEWER', 'security', 'WL', 'not-oneself'],
    [
      'nobody holds two administrations',
      'security',
      'AUDIT_ADMINISTRATOR',
      'admin',
      'MH',
      'one-administration-role',
    ],
    [
      'an administrator works on no ledger',
      'security',
      'PARTY_AFFAIRS',
      'audit',
      'WL',
      'administration-apart',
    ],
    [
      'who works on a ledger administers nothing',
      'security',
      'SYSTEM_ADMINISTRATOR',
      'secretary',
      'MH',
      'administration-apart',
    ],
    [
      'a role is held once at a place',
      'security',
      'PARTY_SECRETARY',
      'secretary',
      'WL',
      'not-held-yet',
    ],
  ])('%s', async (_title, login, role, whom, at_, refusal) => {
    const id = whom ? idOf(whom) : await newcomer();
    const personId = id.slice('Person_'.length);
    const about = { type: 'ROLE_GRANTED', after: { path: ['personId'], equals: personId } };
    const events = await hub.db.event.count({ where: about });
    const result = await step(login, 'grantRole', id, { role, organizationId: place(at_) });
    expect(at(result, 'rule') ?? at(result, 'code')).toBe(refusal);
    expect(await hub.db.event.count({ where: about })).toBe(events);
  });

  test('nobody takes their own role away, nor one that is not held', async () => {
    const own = { role: 'SECURITY_ADMINISTRATOR', organizationId: place('MH') };
    expect(at(await step('security', 'revokeRole', idOf('security'), own), 'rule')).toBe(
      'not-oneself',
    );
    expect(at(await step('security', 'revokeRole', idOf('admin'), own), 'rule')).toBe('held');
  });

  test('the database itself holds that nobody has two administration roles', async () => {
    const id = await newcomer(['SYSTEM_ADMINISTRATOR', 'MH']);
    await expect(
      putRows(hub, ({ create }) =>
        create(prepared('RoleAssignment'), {
          personId: id.slice('Person_'.length),
          role: 'AUDIT_ADMINISTRATOR',
          organizationId: unit('WL'),
        }),
      ),
    ).rejects.toThrow(/one_administration_role/);
  });

  test('of two grants that exclude each other at the same time only one is done', async () => {
    const id = await newcomer();
    const security = await hub.signInAs('security');
    const expectedVersion = await versionOf(security, id);
    const results = await Promise.all(
      [
        { role: 'AUDIT_ADMINISTRATOR', organizationId: place('MH') },
        { role: 'PARTY_AFFAIRS', organizationId: place('WL') },
      ].map((role) => rights(security, 'grantRole', { id, expectedVersion, ...role })),
    );
    const [done, refused] = results
      .map((result) => textAt(result, '__typename'))
      .sort((left, right) => Number(right === 'Person') - Number(left === 'Person'));
    expect(done).toBe('Person');
    // Whoever comes second waits for the first, and finds the other role.
    expect(refused).toBe('TransitionError');
    expect(
      await hub.db.roleAssignment.count({ where: { personId: id.slice('Person_'.length) } }),
    ).toBe(1);
  });

  test('a security administrator of one bureau grants below it and nowhere else', async () => {
    const id = await newcomer();
    const manager = await asSecurityOf('WL');
    const expectedVersion = await versionOf(manager, id);
    const grant = (organizationId: string) =>
      rights(manager, 'grantRole', {
        id,
        expectedVersion,
        role: 'SECTION_CONTACT',
        organizationId,
      });
    // The district is above the bureau and can be seen; the other bureau cannot.
    expect(at(await grant(place('MH')), 'code')).toBe('FORBIDDEN');
    expect(at(await grant(place('SF')), 'code')).toBe('NOT_FOUND');
    expect(at(await grant(`Organization_${randomUUID()}`), 'code')).toBe('NOT_FOUND');
    expect(at(await grant(place('GF')), '__typename')).toBe('Person');
  });

  test('a person out of sight and a missing one read the same, byte for byte', async () => {
    const manager = await asSecurityOf('SF');
    for (const mutation of [
      'grantRole',
      'revokeRole',
      'disablePerson',
      'unlockAccount',
      'revokeSessions',
      'editPerson',
    ]) {
      const input = {
        idempotencyKey: randomUUID(),
        expectedVersion: 1,
        ...(/Role/.test(mutation) && { role: 'SECTION_CONTACT', organizationId: place('SF') }),
      };
      const answers = await Promise.all(
        [idOf('secretary'), `Person_${randomUUID()}`].map((id) =>
          manager.query(rightsDocument(mutation), {
            input: { ...input, idempotencyKey: randomUUID(), id },
          }),
        ),
      );
      expect(textAt(answers[0]!.data, 'result.code')).toBe('NOT_FOUND');
      expect(answers[0]!.text).toBe(answers[1]!.text);
    }
  });

  test('a disabled person is out at the next request and stays out after being enabled until a new sign-in', async () => {
    const contact = await hub.signInAs('contact-theatre');
    const me = async () => at((await contact.query('{ me { name } }')).data, 'me');
    expect(await me()).not.toBeNull();
    const disabled = await step('admin', 'disablePerson', idOf('contact-theatre'), {
      reason: '调离',
    });
    expect(at(disabled, 'disabledAt')).toBeTruthy();
    expect(await me()).toBeNull();
    expect(at(await step('admin', 'disablePerson', idOf('contact-theatre')), 'rule')).toBe(
      'person-enabled',
    );
    const refused = await step('security', 'grantRole', idOf('contact-theatre'), {
      role: 'DASHBOARD_VIEWER',
      organizationId: place('WL'),
    });
    expect(at(refused, 'rule')).toBe('person-enabled');
    expect(
      at(await step('admin', 'enablePerson', idOf('contact-theatre')), 'disabledAt'),
    ).toBeNull();
    expect(await me()).toBeNull();
  });

  test('who keeps people cannot end sessions, and who guards them cannot disable', async () => {
    const id = await newcomer();
    expect(at(await step('admin', 'revokeSessions', id), 'code')).toBe('FORBIDDEN');
    expect(at(await step('security', 'disablePerson', id), 'code')).toBe('FORBIDDEN');
    expect(at(await step('admin', 'disablePerson', idOf('admin')), 'rule')).toBe('not-oneself');
  });

  test('ending sessions signs somebody out everywhere at once', async () => {
    const market = await hub.signInAs('leader-market');
    expect(at((await market.query('{ me { name } }')).data, 'me.name')).toBeTruthy();
    const ended = await step('security', 'revokeSessions', idOf('leader-market'));
    expect(at(ended, 'sessionCount')).toBe(0);
    expect(at((await market.query('{ me { name } }')).data, 'me')).toBeNull();
  });

  test('an account that wrong passwords locked is opened again', async () => {
    const id = idOf('contact-office');
    const account = await hub.db.account.findUniqueOrThrow({
      where: { personId: person('contact-office') },
    });
    const lockedUntil = new Date(Date.now() + 600_000);
    await hub.db.signInOrigin.createMany({
      data: ['address:203.0.113.7', 'device:x'].map((origin) => ({
        ...{ accountId: account.id, origin, lockedUntil },
        ...{ failedAttempts: 5, triedAt: new Date() },
      })),
    });
    expect(at(await step('security', 'unlockAccount', id), 'account.isLocked')).toBe(false);
    expect(
      await hub.db.signInOrigin.count({
        where: { accountId: account.id, failedAttempts: 0, lockedUntil: null },
      }),
    ).toBe(2);
    expect(at(await step('security', 'unlockAccount', id), 'rule')).toBe('account-locked');
  });

  test('a person is changed field by field, against the version that was read', async () => {
    const id = await newcomer();
    const edited = await step('admin', 'editPerson', id, {
      position: '科员',
      email: 'Someone@Example.org',
    });
    expect(edited).toMatchObject({ position: '科员', email: 'someone@example.org' });
    const admin = await hub.signInAs('admin');
    const stale = await rights(admin, 'editPerson', { id, expectedVersion: 1, position: '科长' });
    expect(at(stale, '__typename')).toBe('ConflictError');
    const taken = await step('admin', 'editPerson', await newcomer(), {
      email: 'someone@example.org',
    });
    expect(at(taken, 'fieldErrors.0.path.0')).toBe('email');
  });

  test('an organization is renamed by who manages it', async () => {
    const admin = await hub.signInAs('admin');
    const id = place('ZX');
    const expectedVersion = await versionOf(admin, id);
    const renamed = await rights(admin, 'editOrganization', {
      id,
      expectedVersion,
      shortName: '文旅中心',
    });
    expect(renamed).toMatchObject({ name: '文化和旅游管理事务中心', shortName: '文旅中心' });
    const security = await hub.signInAs('security');
    const refused = await rights(security, 'editOrganization', { id, expectedVersion, name: '某' });
    expect(at(refused, 'code')).toBe('FORBIDDEN');
  });

  test('the system administrator adds people without roles; a role at once needs both rights', async () => {
    const admin = await hub.signInAs('admin');
    const add = (input: Record<string, unknown>) =>
      rights(admin, 'addPerson', {
        displayName: '新科员',
        organizationId: place('GF'),
        loginName: `someone-${randomUUID()}`,
        password: 'a long enough password',
        ...input,
      });
    expect(at(await add({ role: 'SECTION_CONTACT' }), 'code')).toBe('FORBIDDEN');
    expect(listAt(await add({}), 'roles')).toEqual([]);
  });

  test('roles, accounts and sessions of a person are shown to administrators and the person alone', async () => {
    const document = `query ($id: ID!) { node(id: $id) { ... on Person { displayName email disabledAt sessionCount roles { role } account { loginName } } } }`;
    const read = async (login: PersonKey) =>
      at(
        (await (await hub.signInAs(login)).query(document, { id: idOf('party-affairs') })).data,
        'node',
      );
    for (const login of ['admin', 'security', 'audit', 'party-affairs'] as const)
      expect([login, at(await read(login), 'account.loginName')]).toEqual([login, 'party-affairs']);
    const hidden = {
      email: null,
      disabledAt: null,
      sessionCount: null,
      roles: null,
      account: null,
    };
    for (const login of ['secretary', 'inspection-verify'] as const)
      expect(await read(login)).toEqual({ displayName: '党群科科长', ...hidden });
  });

  /** Somebody with a session who manages rights at one bureau only. */
  async function asSecurityOf(at_: Parameters<typeof unit>[0]) {
    const login = `security-${randomUUID()}`;
    await putDemoPerson(hub, login, {
      role: 'SECURITY_ADMINISTRATOR',
      organizationId: unit(at_),
      displayName: '局安全管理员',
    });
    return hub.signInAs(login as PersonKey);
  }
});
