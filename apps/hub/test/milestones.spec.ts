import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('the milestones of a long-term item', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2027-01-09T17:00:00Z') });
  });
  afterAll(() => hub.stop());

  const run = async (login: PersonKey, mutation: string, input: Record<string, unknown>) =>
    runMutation(
      await hub.signInAs(login),
      mutation,
      input,
      `${mutation.startsWith('hold') ? 'RectificationItem { status version milestones { ordinal title } }' : 'Milestone { id ordinal reachedOn version }'}`,
    );
  const hold = (id: string) =>
    run('inspection-verify', 'holdRectificationItemLongTerm', {
      id,
      expectedVersion: 1,
      reviewOn: '2028-06-30',
    });

  test('are needed to hold it for long', async () => {
    const item = await putItem(hub, 'LEADER_SIGNED');
    expect(await hold(item.apiId)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'long-term-has-milestones',
    });
    expect(await hub.db.event.count({ where: { itemId: item.id } })).toBe(0);
    await run('party-affairs', 'addMilestone', { itemId: item.apiId, title: '首批点位复看' });
    expect(await hold(item.apiId)).toMatchObject({
      status: 'LONG_TERM',
      milestones: [{ ordinal: 1, title: '首批点位复看' }],
    });
  });

  test('are reached once, by the unit, today unless another day is said', async () => {
    const item = await putItem(hub, 'LONG_TERM');
    const added = await run('party-affairs', 'addMilestone', {
      itemId: item.apiId,
      title: '半年评估',
      dueOn: '2027-03-31',
    });
    const reach = (login: PersonKey, expectedVersion: number) =>
      run(login, 'reachMilestone', { id: at(added, 'id'), expectedVersion });
    expect(await reach('viewer', 1)).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await reach('contact-public-services', 1)).toMatchObject({
      reachedOn: '2027-01-10',
      version: 2,
    });
    expect(await reach('contact-public-services', 2)).toMatchObject({ rule: 'status' });
    const events = await hub.db.event.findMany({ where: { itemId: item.id } });
    expect(events.map(({ type }) => type)).toEqual(['MILESTONE_ADDED', 'MILESTONE_REACHED']);
  });

  test('keep their ordinals apart when twenty are added at once', async () => {
    const item = await putItem(hub, 'LONG_TERM');
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        run('party-affairs', 'addMilestone', { itemId: item.apiId, title: `目标 ${index}` }),
      ),
    );
    const ordinals = added.map((milestone) => Number(at(milestone, 'ordinal')));
    expect(ordinals.sort((one, other) => one - other)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});
