import { createHash, randomUUID } from 'node:crypto';
import { PERMISSIONS } from '@taizhang/access/rules';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { change, changeDocument } from './harness/change.ts';
import { Client } from './harness/client.ts';
import { putItem, unit } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { rights, rightsDocument } from './harness/rights.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const place = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;
const TODAY = new Date('2026-11-23T04:00:00Z');
const CLIENTS = `query ($text: String) { apiClients(filter: { text: $text }) {
  totalCount edges { node { id name token lastUsedAt expiresOn } }
} }`;

describeOnEachDatabase('other systems with a token', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: TODAY });
  });
  afterAll(() => hub.stop());
  afterEach(() => hub.setClock(TODAY));

  const input = (fields: Record<string, unknown> = {}) => ({
    name: `数据中台 ${randomUUID().slice(0, 8)}`,
    organizationId: place('WL'),
    role: 'PARTY_AFFAIRS',
    scopes: ['item:read-all'],
    expiresOn: '2027-11-01',
    ...fields,
  });
  const add = async (fields?: Record<string, unknown>) =>
    rights(await hub.signInAs('security'), 'addApiClient', input(fields));
  const callAs = (token: string) => new Client(hub.url, { authorization: `Bearer ${token}` });
  const reads = async (client: Client) =>
    numberAt(
      (await client.query('{ rectificationItems { totalCount } }')).data,
      'rectificationItems.totalCount',
    );

  test('the token is in one answer only, and its hash alone is kept', async () => {
    const security = await hub.signInAs('security');
    const key = { idempotencyKey: randomUUID(), ...input() };
    const added = await rights(security, 'addApiClient', key);
    const token = textAt(added, 'token');
    const name = textAt(added, 'name');
    const again = await rights(security, 'addApiClient', key);
    expect([at(again, 'id'), at(again, 'token')]).toEqual([at(added, 'id'), null]);
    const list = await security.query(CLIENTS, { text: name });
    expect(listAt(list.data, 'apiClients.edges')).toHaveLength(1);
    expect(at(list.data, 'apiClients.edges.0.node.token')).toBeNull();
    const stored = await hub.db.apiClient.findUniqueOrThrow({ where: { name } });
    expect(stored.tokenHash).toBe(createHash('sha256').update(token).digest('hex'));
    const [event] = await hub.db.event.findMany({ where: { subjectId: stored.id } });
    expect(event!.type).toBe('API_CLIENT_ADDED');
    const everything = JSON.stringify(
      [await hub.db.event.findMany(), await hub.db.idempotencyRecord.findMany(), hub.logged],
      (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
    expect(everything.includes(token)).toBe(false);
  });

  test('a client reads what its scopes and place reach, and nothing beside', async () => {
    const whole = await hub.db.rectificationItem.count();
    const ofBureau = await hub.db.rectificationItem.count({
      where: { organizationId: unit('WL') },
    });
    expect(ofBureau).toBeLessThan(whole);
    const client = callAs(textAt(await add(), 'token'));
    expect(await reads(client)).toBe(ofBureau);
    const { data } = await client.query(
      '{ institutionalDocuments { totalCount } trainings { totalCount } people { totalCount } apiClients { totalCount } inspectionRounds { edges { node { plans { id } } } } }',
    );
    expect(numberAt(data, 'people.totalCount')).toBe(0);
    expect(numberAt(data, 'apiClients.totalCount')).toBe(0);
    const trainer = callAs(textAt(await add({ scopes: ['training:read-all'] }), 'token'));
    expect(await reads(trainer)).toBe(0);
    const trainings = (await trainer.query('{ trainings { totalCount } }')).data;
    expect(numberAt(trainings, 'trainings.totalCount')).toBe(
      await hub.db.training.count({ where: { organizationId: unit('WL') } }),
    );
  });

  test('each scope narrows its role to itself: what a client may do needs the scope', async () => {
    const item = await putItem(hub, 'REGISTERED');
    const edit = { id: item.apiId, expectedVersion: 1, title: '由对接系统改写的标题' };
    const reader = await add();
    const refused = await change(callAs(textAt(reader, 'token')), 'editRectificationItem', edit);
    expect(at(refused, '__typename')).toBe('ForbiddenError');
    const clientId = textAt(reader, 'id').slice('ApiClient_'.length);
    const events = await hub.db.event.findMany({
      where: { subjectId: clientId, type: 'API_CLIENT_REFUSED' },
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      kind: 'SIGN_IN',
      subjectType: 'ApiClient',
      actorName: textAt(reader, 'name'),
      organizationId: unit('WL'),
      after: { mutation: 'editRectificationItem' },
    });
    const editor = await add({ scopes: ['item:read-all', 'item:edit'] });
    const done = await change(callAs(textAt(editor, 'token')), 'editRectificationItem', edit);
    expect(at(done, 'title')).toBe('由对接系统改写的标题');
  });

  test('what a client cannot see and what is missing are refused alike, and no refusal is told', async () => {
    const added = await add();
    const client = callAs(textAt(added, 'token'));
    const foreign = await hub.db.rectificationItem.findFirstOrThrow({
      where: { organizationId: unit('SF') },
    });
    const texts = await Promise.all(
      [foreign.id, randomUUID()].map(
        async (id) =>
          (
            await client.query(changeDocument('editRectificationItem'), {
              input: {
                idempotencyKey: randomUUID(),
                id: `RectificationItem_${id}`,
                expectedVersion: 1,
                title: '某',
              },
            })
          ).text,
      ),
    );
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('NOT_FOUND');
  });

  test('an unknown, an expired, a disabled and a rotated token all read 401, byte for byte', async () => {
    const expiring = await add({ expiresOn: '2026-11-23' });
    const expired = callAs(textAt(expiring, 'token'));
    expect(await reads(expired)).toBeGreaterThan(0);
    // The last day ends in China, not in Greenwich.
    hub.setClock(new Date('2026-11-23T15:59:00Z'));
    expect(await reads(expired)).toBeGreaterThan(0);
    hub.setClock(TODAY);
    const security = await hub.signInAs('security');

    const rotating = await add();
    const rotated = await rights(security, 'rotateApiClientToken', {
      id: at(rotating, 'id'),
      expectedVersion: 1,
      expiresOn: '2027-06-30',
    });
    expect(textAt(rotated, 'token')).not.toBe(textAt(rotating, 'token'));
    expect(await reads(callAs(textAt(rotated, 'token')))).toBeGreaterThan(0);

    const ending = await add();
    const disabled = await rights(security, 'disableApiClient', {
      id: at(ending, 'id'),
      expectedVersion: 1,
    });
    expect(at(disabled, 'disabledAt')).toBeTruthy();
    const revived = await rights(security, 'rotateApiClientToken', {
      id: at(ending, 'id'),
      expectedVersion: 2,
      expiresOn: '2027-06-30',
    });
    expect(at(revived, 'rule')).toBe('client-enabled');

    hub.setClock(new Date('2026-11-23T16:00:00Z'));
    const answers = await Promise.all(
      [
        `tzc_${randomUUID()}`,
        ...[expiring, rotating, ending].map((client) => textAt(client, 'token')),
      ].map((token) => callAs(token).query('{ me { name } }')),
    );
    for (const { status, text } of answers) expect([status, text]).toEqual([401, answers[0]!.text]);
    expect(at(answers[0]!.errors, '0.extensions.code')).toBe('UNAUTHENTICATED');
    const upload = await callAs(`tzc_${randomUUID()}`).upload('x');
    expect(upload.status).toBe(401);
  });

  test('use is noted at most once a minute, and is no change of the client', async () => {
    const added = await add();
    const client = callAs(textAt(added, 'token'));
    const where = { name: textAt(added, 'name') };
    const used = async () => (await hub.db.apiClient.findUniqueOrThrow({ where })).lastUsedAt;
    expect(await used()).toBeNull();
    await reads(client);
    expect(await used()).toEqual(TODAY);
    hub.setClock(new Date(TODAY.getTime() + 59_000));
    await reads(client);
    expect(await used()).toEqual(TODAY);
    const later = new Date(TODAY.getTime() + 61_000);
    hub.setClock(later);
    await reads(client);
    expect(await used()).toEqual(later);
    expect((await hub.db.apiClient.findUniqueOrThrow({ where })).version).toBe(1);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['a role of administration', { role: 'AUDIT_ADMINISTRATOR', scopes: ['audit:read'] }, 'role'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['a scope that is none', { scopes: ['everything'] }, 'scopes'],
    ['a scope beyond its role', { scopes: ['item:verify'] }, 'scopes'],
    ['an end in the past', { expiresOn: '2026-01-01' }, 'expiresOn'],
    ['no end in sight', { expiresOn: '2036-01-01' }, 'expiresOn'],
    ['a name of spaces', { name: '  ' }, 'name'],
  ])('no client has %s', async (_title, fields, field) => {
    expect(at(await add(fields), 'fieldErrors.0.path.0')).toBe(field);
  });

  test('only the security administrator adds, sees and ends clients', async () => {
    const added = await add();
    const id = textAt(added, 'id');
    for (const login of ['admin', 'audit', 'party-affairs', 'secretary'] as const) {
      const client = await hub.signInAs(login);
      expect(at(await rights(client, 'addApiClient', input()), 'code')).toBe('FORBIDDEN');
      const { data } = await client.query(CLIENTS);
      expect(numberAt(data, 'apiClients.totalCount')).toBe(0);
      const disable = (which: string) =>
        client.query(rightsDocument('disableApiClient'), {
          input: { idempotencyKey: randomUUID(), id: which, expectedVersion: 1 },
        });
      const [hidden, missing] = [await disable(id), await disable(`ApiClient_${randomUUID()}`)];
      expect(textAt(hidden.data, 'result.code')).toBe('NOT_FOUND');
      expect(hidden.text).toBe(missing.text);
    }
  });

  test('the database holds that an enabled client has a scope and administers nothing', async () => {
    const put = (fields: object) =>
      putRows(hub, ({ create }) =>
        create(prepared('ApiClient'), {
          name: randomUUID(),
          tokenHash: randomUUID(),
          organizationId: unit('WL'),
          role: 'DASHBOARD_VIEWER',
          scopes: [PERMISSIONS[0]],
          expiresOn: TODAY,
          ...fields,
        }),
      );
    await put({});
    await expect(put({ scopes: [] })).rejects.toThrow();
    await expect(put({ role: 'SECURITY_ADMINISTRATOR' })).rejects.toThrow();
  });
});
