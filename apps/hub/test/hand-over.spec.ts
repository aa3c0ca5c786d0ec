import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at, listAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const BELL = '{ notifications(first: 100) { edges { node { kind text subjectId } } } }';

describeOnEachDatabase('whoever has to act next', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) => {
    const client = await hub.signInAs(login);
    const id = at(await runMutation(client, mutation, input, 'Node { id }'), 'id');
    expect(id).toBeTypeOf('string');
    return id;
  };
  /** What one has been told about an item, oldest first. */
  const told = async (login: PersonKey, itemId: string) =>
    listAt((await (await hub.signInAs(login)).query(BELL)).data, 'notifications.edges')
      .map((edge) => at(edge, 'node'))
      .filter((node) => at(node, 'subjectId') === itemId)
      .map((node) => at(node, 'kind'))
      .reverse();

  test('is told of a supervision, and who supervised of its answer', async () => {
    const { apiId: itemId } = await putItem(hub, 'IN_PROGRESS');
    const id = await run('secretary', 'superviseRectificationItem', {
      itemId,
      kind: 'SUPERVISION',
      note: '请于月底前完成',
    });
    expect(await told('contact-public-services', itemId)).toEqual(['SUPERVISION_RECORDED']);
    expect(await told('leader-culture', itemId)).toEqual(['SUPERVISION_RECORDED']);
    for (const login of ['secretary', 'contact-office', 'model-contact'] as const)
      expect(await told(login, itemId)).toEqual([]);
    await run('contact-public-services', 'answerSupervision', {
      id,
      expectedVersion: 1,
      answer: '已完成八成',
    });
    expect(await told('secretary', itemId)).toEqual(['SUPERVISION_ANSWERED']);
    expect(await told('contact-public-services', itemId)).toEqual(['SUPERVISION_RECORDED']);
  });

  test.each([
    ['grantExtension', {}, 'EXTENSION_GRANTED'],
    ['refuseExtension', { reason: '时间充裕' }, 'EXTENSION_REFUSED'],
  ])('decides on more time, and who asked learns of %s', async (mutation, reason, event) => {
    const { apiId: itemId } = await putItem(hub, 'IN_PROGRESS');
    const id = await run('contact-public-services', 'requestExtension', {
      itemId,
      requestedDueOn: '2030-01-31',
      reason: '须与区级规划同步',
    });
    expect(await told('secretary', itemId)).toEqual(['EXTENSION_REQUESTED']);
    await run('secretary', mutation, { id, expectedVersion: 1, ...reason });
    expect(await told('contact-public-services', itemId)).toEqual([event]);
    expect(await told('secretary', itemId)).toEqual(['EXTENSION_REQUESTED']);
  });

  test('signs what was submitted', async () => {
    const item = await putItem(hub, 'IN_PROGRESS', { measure: 'ACCEPTED', evidence: 'ACCEPTED' });
    await run('party-affairs', 'submitRectificationItem', {
      id: item.apiId,
      expectedVersion: 1,
    });
    expect(await told('leader-culture', item.apiId)).toEqual(['ITEM_SUBMITTED']);
    expect(await told('party-affairs', item.apiId)).toEqual([]);
  });

  test('takes up again what came back', async () => {
    const item = await putItem(hub, 'VERIFYING');
    await run('inspection-verify', 'returnRectificationItem', {
      id: item.apiId,
      expectedVersion: 1,
      reason: '佐证不足',
    });
    expect(await told('contact-public-services', item.apiId)).toEqual(['ITEM_RETURNED']);
    const [bell] = listAt(
      (await (await hub.signInAs('contact-public-services')).query(BELL)).data,
      'notifications.edges',
    );
    const { code, title } = await hub.db.rectificationItem.findUniqueOrThrow({
      where: { id: item.id },
    });
    expect(at(bell, 'node.text')).toBe(
      `${code} 核验未通过，已退回：${title} / ${code} did not pass verification and came back`,
    );
  });

  test('hears nothing of a change that was refused', async () => {
    const { apiId: itemId } = await putItem(hub, 'CLOSED');
    const before = await hub.db.notification.count();
    const secretary = await hub.signInAs('secretary');
    const input = { itemId, kind: 'SUPERVISION', note: '请于月底前完成' };
    expect(
      await runMutation(secretary, 'superviseRectificationItem', input, 'Node { id }'),
    ).toMatchObject({ rule: 'item-open' });
    expect(await hub.db.notification.count()).toBe(before);
  });
});
