import { demoId, type PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at, listAt, numberAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const READ = `query ($id: ID!) { node(id: $id) { ... on InspectionRound { planChecks {
  code title advice count findings { itemId itemCode measureOrdinal field start end excerpt relatedCode }
} } } }`;

describeOnEachDatabase('the checks of a plan', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const checkAs = async (login: PersonKey) => {
    const client = await hub.signInAs(login);
    const id = `InspectionRound_${demoId('round', 'MH-WL-2024')}`;
    return listAt((await client.query(READ, { id })).data, 'node.planChecks');
  };
  const of = (checks: unknown[], code: string) =>
    checks.find((check) => at(check, 'code') === code);

  test('an item without a measure is pointed out where it stands, and nothing is held up', async () => {
    const item = await putItem(hub, 'ASSIGNED', { measure: null });
    const found = listAt(of(await checkAs('party-affairs'), 'ITEM_WITHOUT_MEASURE'), 'findings');
    expect(found).toContainEqual({
      itemId: item.apiId,
      itemCode: item.code,
      measureOrdinal: null,
      field: 'measures',
      start: null,
      end: null,
      excerpt: null,
      relatedCode: null,
    });
  });

  test('a unit learns nothing of items that it may not see', async () => {
    const title = '只有一个科室知道的重复问题';
    const [first] = [
      await putItem(hub, 'ASSIGNED', { title }),
      await putItem(hub, 'ASSIGNED', { title }),
    ];
    const whole = of(await checkAs('party-affairs'), 'SAME_TEXT');
    expect(listAt(whole, 'findings').map((one) => at(one, 'relatedCode'))).toContain(first.code);
    expect(numberAt(of(await checkAs('contact-library'), 'SAME_TEXT'), 'count')).toBe(0);
  });
});
