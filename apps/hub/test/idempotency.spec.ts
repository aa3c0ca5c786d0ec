import { randomUUID } from 'node:crypto';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { area, putItem } from './harness/ledger.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('one idempotency key', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const register = async (
    input: Record<string, unknown>,
    login: 'inspection-register' | 'inspection-verify' = 'inspection-register',
  ) =>
    change(await hub.signInAs(login), 'registerRectificationItem', {
      areaId: `FindingArea_${area(3)}`,
      ...input,
    });

  test('has one effect and one answer, sent 20 times at once', async () => {
    const registered = { where: { type: 'ITEM_REGISTERED' } };
    const [items, events] = [
      await hub.db.rectificationItem.count(),
      await hub.db.event.count(registered),
    ];
    const input = { idempotencyKey: randomUUID(), title: '只登记一次' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => register(input)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'RectificationItem' });
    expect(await hub.db.rectificationItem.count()).toBe(items + 1);
    expect(await hub.db.event.count(registered)).toBe(events + 1);
  });

  test('repeats a change that was made, though the version has moved on', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    const client = await hub.signInAs('party-affairs');
    const edit = { idempotencyKey: randomUUID(), id: apiId, expectedVersion: 1, title: '改一次' };
    const first = await change(client, 'editRectificationItem', edit);
    expect(await change(client, 'editRectificationItem', edit)).toEqual(first);
  });

  test('is refused for another input, and for another mutation', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    const client = await hub.signInAs('party-affairs');
    const edit = { idempotencyKey: randomUUID(), id: apiId, expectedVersion: 1, title: '甲' };
    await change(client, 'editRectificationItem', edit);
    expect(await change(client, 'editRectificationItem', { ...edit, title: '乙' })).toMatchObject({
      __typename: 'IdempotencyError',
      code: 'IDEMPOTENCY',
    });
    const { title: _title, ...step } = edit;
    expect(await change(client, 'submitRectificationItem', step)).toMatchObject({
      __typename: 'IdempotencyError',
    });
    expect(await hub.db.rectificationItem.findFirst({ where: { title: '乙' } })).toBeNull();
  });

  test('belongs to its caller', async () => {
    const idempotencyKey = randomUUID();
    const [mine, theirs] = [
      await register({ idempotencyKey, title: '我的' }),
      await register({ idempotencyKey, title: '他的' }, 'inspection-verify'),
    ];
    expect([mine, theirs]).toMatchObject([{ title: '我的' }, { title: '他的' }]);
  });

  test('is free again after a refusal: what failed left nothing', async () => {
    const idempotencyKey = randomUUID();
    expect(await register({ idempotencyKey, title: '占用序号', ordinal: 1 })).toMatchObject({
      __typename: 'ValidationError',
    });
    expect(await register({ idempotencyKey, title: '占用序号' })).toMatchObject({
      __typename: 'RectificationItem',
    });
  });

  test.each([
    '',
    'short',
    'k'.repeat(201),
    'k'.repeat(1_000_000),
    'key-with-\u0000-nul',
    'key-with-\uD800-half',
  ])('is refused by field when it is none (%#)', async (idempotencyKey) => {
    const refused = await register({ idempotencyKey, title: '无键' });
    expect(refused).toMatchObject({ __typename: 'ValidationError' });
    expect(at(refused, 'fieldErrors.0.path')).toEqual(['idempotencyKey']);
  });
});
