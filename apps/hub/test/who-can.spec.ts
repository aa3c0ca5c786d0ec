import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { person, putItem } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const WHO = `whoCan { posts { role label } people { id displayName } }`;
const ITEM = `query ($id: ID!) { node(id: $id) { ... on RectificationItem {
  allowedActions { action allowed label isDangerous ${WHO} }
} } }`;
const ITEMS = `query ($first: Int!) { rectificationItems(first: $first) { edges { node {
  allowedActions { action ${WHO} }
} } } }`;

describeOnEachDatabase('who can, where the viewer cannot', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const actionOf = async (login: PersonKey, id: string, action: string) => {
    const { data } = await (await hub.signInAs(login)).query(ITEM, { id });
    return listAt(data, 'node.allowedActions').find((one) => textAt(one, 'action') === action);
  };
  const idsOf = (action: unknown) =>
    listAt(action, 'whoCan.people').map((one) => textAt(one, 'id'));

  test('names the posts, and of the people those whom no rule refuses', async () => {
    const { apiId } = await putItem(hub, 'SUBMITTED');
    const sign = await actionOf('party-affairs', apiId, 'signRectificationItem');
    expect(sign).toMatchObject({
      allowed: false,
      label: '领导签批 / Sign as leader',
      isDangerous: false,
      whoCan: {
        posts: [
          { role: 'LEAD_LEADER', label: '牵头领导 / Lead leader' },
          { role: 'PARTY_SECRETARY', label: '党组书记 / Party secretary' },
        ],
      },
    });
    const [leader, secretary, other] = (
      ['leader-culture', 'secretary', 'leader-market'] as const
    ).map((key) => `Person_${person(key)}`);
    expect(idsOf(sign).sort()).toEqual([leader, secretary].sort());
    expect(idsOf(sign)).not.toContain(other);
  });

  test('says nobody where the record itself is in the way, or the viewer may', async () => {
    const { apiId } = await putItem(hub, 'VERIFYING');
    // Without accepted evidence nobody closes it; returning it is up to the inspection office.
    const close = await actionOf('party-affairs', apiId, 'closeRectificationItem');
    expect(close).toMatchObject({ allowed: false, whoCan: null });
    const back = await actionOf('inspection-verify', apiId, 'returnRectificationItem');
    expect(back).toMatchObject({ allowed: true, isDangerous: true, whoCan: null });
    const assign = await actionOf('inspection-verify', apiId, 'assignRectificationItem');
    expect(assign).toMatchObject({ allowed: false, whoCan: null });
  });

  test('shows posts but no person whom the viewer may not see', async () => {
    const { apiId } = await putItem(hub, 'VERIFYING', { evidence: 'ACCEPTED' });
    const close = await actionOf('contact-public-services', apiId, 'closeRectificationItem');
    expect(at(close, 'whoCan')).toEqual({
      posts: [{ role: 'INSPECTION_OFFICE', label: '巡察办 / Inspection office' }],
      people: [],
    });
  });

  test('leaves out who is disabled, and names at most three', async () => {
    const { apiId } = await putItem(hub, 'REGISTERED');
    const assign = await actionOf('inspection-verify', apiId, 'assignRectificationItem');
    expect(idsOf(assign).length).toBeGreaterThan(0);
    expect(idsOf(assign).length).toBeLessThanOrEqual(3);
    const id = idsOf(assign)[0]!.split('_')[1]!;
    await changeRow(hub, 'Person', id, { disabledAt: new Date() });
    try {
      const after = await actionOf('inspection-verify', apiId, 'assignRectificationItem');
      expect(idsOf(after)).not.toContain(`Person_${id}`);
    } finally {
      await changeRow(hub, 'Person', id, { disabledAt: null });
    }
  });

  test('asks the database once for all rows, and not at all where nobody asks', async () => {
    const client = await hub.signInAs('leader-market');
    const query = vi.spyOn(hub.pool, 'query');
    const asked = () =>
      query.mock.calls.filter((call) => JSON.stringify(call).includes('starts_with')).length;
    const { data } = await client.query(ITEMS, { first: 30 });
    const rows = listAt(data, 'rectificationItems.edges');
    expect(rows.length).toBeGreaterThan(10);
    const people = rows.flatMap((row) =>
      listAt(row, 'node.allowedActions').flatMap((action) =>
        at(action, 'whoCan') ? listAt(action, 'whoCan.people') : [],
      ),
    );
    expect(people.length).toBeGreaterThan(5);
    expect(asked()).toBe(1);
    await client.query(ITEMS.replace(WHO, ''), { first: 30 });
    expect(asked()).toBe(1);
    query.mockRestore();
  });
});
