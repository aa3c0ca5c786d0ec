import { demoId } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt } from './harness/read.ts';
import { SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('a hub without the demonstration', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { configuration: { demo: false } });
    // Demo people who are there all the same, as in a database that once was a demonstration.
    await putRows(hub, async ({ create }) => {
      const root = await create(prepared('Organization'), {
        code: 'D',
        name: '区',
        kind: 'DISTRICT',
        path: 'D/',
      });
      const person = await create(prepared('Person'), {
        id: demoId('person', 'admin'),
        organizationId: root.id,
        displayName: '演示',
        isDemo: true,
      });
      await create(prepared('Account'), { personId: person.id, loginName: 'admin' });
    });
  });
  afterAll(() => hub.stop());

  test('starts empty and names no demo people', async () => {
    expect(await hub.db.rectificationItem.count()).toBe(0);
    const { data } = await hub.anonymous.query('{ signInOptions { demoPeople { id } } }');
    expect(listAt(data, 'signInOptions.demoPeople')).toEqual([]);
  });

  test('refuses to sign in a demo person', async () => {
    const { data } = await hub.anonymous.query(SIGN_IN, {
      input: { personId: `Person_${demoId('person', 'admin')}` },
    });
    expect(at(data, 'signInAsDemoPerson.code')).toBe('SIGN_IN');
  });

  test('serves its automation on an empty ledger', async () => {
    const { data } = await hub.automation.query(
      '{ me { name organization { code } } rectificationItems { totalCount } rectificationMetrics { completionRate { rate } } }',
    );
    expect(data).toMatchObject({
      rectificationItems: { totalCount: 0 },
      rectificationMetrics: { completionRate: { rate: null } },
    });
  });
});
