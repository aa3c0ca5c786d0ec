import { randomUUID } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { Client } from './harness/client.ts';
import { expectFold } from './harness/expect-fold.ts';
import { demoItem, person, putItem, unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { rights, versionOf } from './harness/rights.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const ANSWER = `ExternalRefSet { externalRef { system key }
  record { id ... on RectificationItem { code externalRef(system: "oa") { key } } } }`;

describeOnEachDatabase('keys of other systems', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const set = (client: Client, id: string, key: string | null, more: object = {}) =>
    runMutation(client, 'setExternalRef', { id, system: 'oa', key, ...more }, ANSWER);
  const as = (login: PersonKey) => hub.signInAs(login);
  const refOf = (id: string) =>
    hub.db.externalRef.findFirst({ where: { subjectId: id.split('_')[1]! } });

  test('are set, changed and taken away, each an event in the history of the item', async () => {
    const client = await as('party-affairs');
    const { apiId } = await putItem(hub, 'CLOSED');
    expect(await set(client, apiId, ' A-1 ')).toMatchObject({
      externalRef: { system: 'oa', key: 'A-1' },
      record: { id: apiId, externalRef: { key: 'A-1' } },
    });
    expect(await set(client, apiId, 'A-1')).toMatchObject({ externalRef: { key: 'A-1' } });
    expect(await set(client, apiId, 'A-2')).toMatchObject({ externalRef: { key: 'A-2' } });
    const { data } = await client.query(
      '{ rectificationItem(externalRef: { system: "oa", key: "A-2" }) { id history { nodes { type } } } }',
    );
    expect(at(data, 'rectificationItem.id')).toBe(apiId);
    expect(
      listAt(data, 'rectificationItem.history.nodes').map((event) => at(event, 'type')),
    ).toEqual(['EXTERNAL_REF_CHANGED', 'EXTERNAL_REF_SET']);
    expect(await set(client, apiId, null)).toMatchObject({
      externalRef: null,
      record: { externalRef: null },
    });
    expect(await refOf(apiId)).toBeNull();
    expect(await set(client, apiId, null)).toMatchObject({ externalRef: null });
    await expectFold(hub, ['ExternalRef']);
  });

  test('name one record of a type: who comes second is told beside the field', async () => {
    const client = await as('party-affairs');
    const [one, other] = [await putItem(hub, 'IN_PROGRESS'), await putItem(hub, 'IN_PROGRESS')];
    const answers = await Promise.all(
      [one, other].map(({ apiId }) => set(client, apiId, 'SAME-1')),
    );
    expect(answers.map((answer) => at(answer, '__typename')).sort()).toEqual([
      'ExternalRefSet',
      'ValidationError',
    ]);
    expect(answers.flatMap((answer) => at(answer, 'fieldErrors') ?? [])).toEqual([
      expect.objectContaining({ path: ['key'] }),
    ]);
    // Another type of record, and another system, may use the same key.
    const measure = await set(client, one.measure!.apiId, 'SAME-1');
    expect(at(measure, 'externalRef.key')).toBe('SAME-1');
    const elsewhere = await set(client, other.apiId, 'SAME-1', { system: 'archive' });
    expect(at(elsewhere, 'externalRef')).toEqual({ system: 'archive', key: 'SAME-1' });
  });

  test('are for who may edit the record; what is out of sight is missing', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    for (const [login, id, answer] of [
      ['contact-public-services', apiId, 'ForbiddenError'],
      ['viewer', apiId, 'ForbiddenError'],
      ['model-contact', apiId, 'NotFoundError'],
      ['party-affairs', `RectificationItem_${randomUUID()}`, 'NotFoundError'],
      ['party-affairs', `InspectionRound_${randomUUID()}`, 'NotFoundError'],
      ['party-affairs', `Organization_${unit('WL')}`, 'ForbiddenError'],
      ['party-affairs', `Person_${person('contact-office')}`, 'ForbiddenError'],
      ['admin', `Organization_${unit('WL')}`, 'ExternalRefSet'],
      ['admin', `Person_${person('contact-office')}`, 'ExternalRefSet'],
      ['admin', apiId, 'NotFoundError'],
    ] as const)
      expect([login, id, at(await set(await as(login), id, 'P-1'), '__typename')]).toEqual([
        login,
        id,
        answer,
      ]);
    expect(await refOf(apiId)).toBeNull();
  });

  test('are set by another system whose scopes include the editing', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    const clientWith = async (name: string, scopes: string[]) => {
      const made = await rights(hub.automation, 'addApiClient', {
        name,
        organizationId: `Organization_${unit('WL')}`,
        role: 'PARTY_AFFAIRS',
        scopes,
        expiresOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      });
      return new Client(hub.url, { authorization: `Bearer ${textAt(made, 'token')}` });
    };
    const reads = await clientWith('只读系统', ['item:read-all']);
    expect(at(await set(reads, apiId, 'S-1'), '__typename')).toBe('ForbiddenError');
    const edits = await clientWith('办公系统', ['item:read-all', 'item:edit']);
    expect(at(await set(edits, apiId, 'S-1'), 'externalRef.key')).toBe('S-1');
  });

  const lastOf = async (subjectId: string) =>
    hub.db.event.findFirstOrThrow({
      where: { subjectId, operation: { not: null } },
      orderBy: { id: 'desc' },
    });

  test('enter and leave sight with their record, in the log', async () => {
    const { apiId, version } = await putItem(hub, 'IN_PROGRESS');
    await set(hub.automation, apiId, 'M-1');
    const { id } = (await refOf(apiId))!;
    expect((await lastOf(id)).placesAfter).toContain(`item-unit/${unit('GF')}`);
    await change(hub.automation, 'editRectificationItem', {
      id: apiId,
      expectedVersion: version,
      responsibleUnitId: `Organization_${unit('JC')}`,
    });
    const moved = await lastOf(id);
    expect(moved).toMatchObject({ type: 'SIGHT_MOVED', subjectType: 'ExternalRef' });
    expect(moved.placesBefore).toContain(`item-unit/${unit('GF')}`);
    expect(moved.placesAfter).toContain(`item-unit/${unit('JC')}`);
    expect(moved.placesAfter).not.toContain(`item-unit/${unit('GF')}`);
    await expectFold(hub, ['ExternalRef']);
  });

  test('of a measure move with its item, of a person with the person and what hangs on them', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    await set(hub.automation, item.measure!.apiId, 'M-2');
    const ofMeasure = (await refOf(item.measure!.apiId))!;
    await change(hub.automation, 'editRectificationItem', {
      id: item.apiId,
      expectedVersion: 1,
      responsibleUnitId: `Organization_${unit('JC')}`,
    });
    expect(await lastOf(ofMeasure.id)).toMatchObject({ type: 'SIGHT_MOVED' });

    const personId = `Person_${person('contact-theatre')}`;
    await set(hub.automation, personId, 'P-9');
    const ofPerson = (await refOf(personId))!;
    await rights(hub.automation, 'editPerson', {
      id: personId,
      expectedVersion: await versionOf(hub.automation, personId),
      organizationId: `Organization_${unit('JC')}`,
    });
    const account = await hub.db.account.findFirstOrThrow({
      where: { personId: person('contact-theatre') },
    });
    for (const id of [ofPerson.id, account.id])
      expect(await lastOf(id)).toMatchObject({
        type: 'SIGHT_MOVED',
        placesAfter: [`people/${unit('JC')}`],
      });
  });

  test('sent again has no second effect, and a key of nothing readable is refused', async () => {
    const input = { idempotencyKey: randomUUID(), id: `RectificationItem_${demoItem('1.1')}` };
    const one = await set(hub.automation, input.id, 'I-1', input);
    expect(await set(hub.automation, input.id, 'I-1', input)).toEqual(one);
    expect(await set(hub.automation, input.id, 'x'.repeat(201))).toMatchObject({
      fieldErrors: [{ path: ['key'] }],
    });
  });
});
