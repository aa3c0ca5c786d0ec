import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '@taizhang/demo';
import { change } from './harness/change.ts';
import { person, putItem, unit } from './harness/ledger.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('editing a measure', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const edit = async (login: PersonKey, id: string, fields: object, expectedVersion = 1) =>
    change(await hub.signInAs(login), 'editMeasure', { id, expectedVersion, ...fields });
  const stored = (id: string) =>
    hub.db.correctiveMeasure.findUniqueOrThrow({ where: { id: id.split('_')[1]! } });

  test('changes the fields given and keeps the others', async () => {
    const { measure } = await putItem(hub, 'IN_PROGRESS', { measure: 'IN_PROGRESS' });
    const ownerId = `Person_${person('leader-party')}`;
    const fields = { text: '  改正的措施 ', ownerId, dueOn: '2027-05-01' };
    expect(await edit('party-affairs', measure!.apiId, fields)).toMatchObject({
      text: '改正的措施',
      status: 'IN_PROGRESS',
      version: 2,
    });
    expect(await edit('party-affairs', measure!.apiId, { dueOn: null }, 2)).toMatchObject({
      version: 3,
    });
    expect(await stored(measure!.apiId)).toMatchObject({
      text: '改正的措施',
      ownerId: person('leader-party'),
      responsibleUnitId: unit('GF'),
      dueOn: null,
    });
  });

  test('is against its version, with both values of what differs', async () => {
    const { measure } = await putItem(hub, 'IN_PROGRESS', { measure: 'SUBMITTED' });
    await edit('party-affairs', measure!.apiId, { text: '甲' });
    const late = await edit('party-affairs', measure!.apiId, {
      text: '乙',
      responsibleUnitId: `Organization_${unit('TSG')}`,
    });
    expect(late).toMatchObject({ __typename: 'ConflictError', currentVersion: 2 });
    expect(at(late, 'fields')).toEqual([
      { field: 'text', yours: '乙', current: '甲' },
      {
        field: 'responsibleUnitId',
        yours: `Organization_${unit('TSG')}`,
        current: `Organization_${unit('GF')}`,
      },
    ]);
  });

  test('is for who plans measures, out of sight for others, and refused with a blank text', async () => {
    const { measure } = await putItem(hub, 'IN_PROGRESS');
    const { apiId } = measure!;
    expect(await edit('contact-public-services', apiId, { text: '改' })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await edit('contact-library', apiId, { text: '改' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await edit('party-affairs', apiId, { text: ' ' })).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['text'] }],
    });
    const foreign = { responsibleUnitId: `Organization_${unit('ZH')}` };
    expect(await edit('party-affairs', apiId, foreign)).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect((await stored(apiId)).version).toBe(1);
  });

  test.each([
    ['IN_PROGRESS', 'ACCEPTED', 'measure-open'],
    ['SUBMITTED', 'ACCEPTED', 'item-open'],
    ['CLOSED', 'ACCEPTED', 'item-open'],
  ] as const)(
    'of an item that is %s and a measure that is %s breaks %s',
    async (item, is, rule) => {
      const { measure } = await putItem(hub, item, { measure: is });
      expect(await edit('party-affairs', measure!.apiId, { text: '改' })).toMatchObject({
        __typename: 'TransitionError',
        rule,
      });
    },
  );
});
