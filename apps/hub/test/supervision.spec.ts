import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at, listAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const SUPERVISION = `Supervision { id kind note supervisedOn answer answeredOn version
  byPerson { displayName } answeredBy { displayName } }`;

describeOnEachDatabase('a supervision or reminder', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2027-01-09T17:00:00Z') });
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
    runMutation(await hub.signInAs(login), mutation, input, SUPERVISION);
  const supervise = (login: PersonKey, itemId: string, kind = 'SUPERVISION') =>
    run(login, 'superviseRectificationItem', { itemId, kind, note: '请于月底前完成' });

  test.each(['leader-culture', 'secretary', 'party-affairs', 'inspection-verify'] as const)(
    'by %s stands in the history of the item, and the unit answers it',
    async (login) => {
      const item = await putItem(hub, 'IN_PROGRESS');
      const supervision = await supervise(login, item.apiId);
      expect(supervision).toMatchObject({
        kind: 'SUPERVISION',
        supervisedOn: '2027-01-10',
        answer: null,
      });
      const answered = await run('contact-public-services', 'answerSupervision', {
        id: at(supervision, 'id'),
        expectedVersion: 1,
        answer: '已完成八成，月底前报送',
      });
      expect(answered).toMatchObject({
        answeredOn: '2027-01-10',
        answeredBy: { displayName: '公共服务科联络员' },
        version: 2,
      });
      const reader = await hub.signInAs('party-affairs');
      const { data } = await reader.query(HISTORY, { id: item.apiId });
      expect(listAt(data, 'node.history.edges').map((edge) => at(edge, 'node.type'))).toEqual([
        'SUPERVISION_ANSWERED',
        'SUPERVISION_RECORDED',
      ]);
      expect(listAt(data, 'node.supervisions')).toHaveLength(1);
    },
  );

  test('is answered once, and never by who supervised', async () => {
    const item = await putItem(hub, 'IN_PROGRESS');
    const id = at(await supervise('party-affairs', item.apiId, 'REMINDER'), 'id');
    const answer = (login: PersonKey, expectedVersion: number) =>
      run(login, 'answerSupervision', { id, expectedVersion, answer: '已办' });
    expect(await answer('party-affairs', 1)).toMatchObject({ rule: 'four-eyes' });
    expect(await answer('contact-public-services', 7)).toMatchObject({
      __typename: 'ConflictError',
      currentVersion: 1,
    });
    expect(await answer('contact-public-services', 1)).toMatchObject({ answer: '已办' });
    expect(await answer('contact-public-services', 2)).toMatchObject({ rule: 'status' });
  });

  test('is not for contacts, not of what is done, and not of what one does not see', async () => {
    const open = await putItem(hub, 'IN_PROGRESS');
    expect(await supervise('contact-public-services', open.apiId)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const closed = await putItem(hub, 'CLOSED');
    expect(await supervise('leader-culture', closed.apiId)).toMatchObject({ rule: 'item-open' });
    expect(await supervise('model-leader', open.apiId)).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await hub.db.event.count({ where: { itemId: { in: [open.id, closed.id] } } })).toBe(0);
  });
});

const HISTORY = `query ($id: ID!) { node(id: $id) { ... on RectificationItem {
  history(first: 10) { edges { node { type } } }
  supervisions { kind }
} } }`;
