import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
describeOnEachDatabase('smoke', (kind) => {
  let hub: TestHub;
  beforeAll(async () => { const t = Date.now(); hub = await startTestHub(kind); console.log(kind, 'start', Date.now()-t); });
  afterAll(() => hub.stop());
  test('x', async () => {
    const c = await hub.signInAs('party-affairs');
    const a = await c.query('{rectificationItems{totalCount}}');
    expect(numberAt(a.data,'rectificationItems.totalCount')).toBe(11);
  });
});
