import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { biweekly, moveClock, putRound } from './harness/biweekly.ts';
import { change } from './harness/change.ts';
import { unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('the history of an item', (kind) => {
  let hub: TestHub;
  let item: { id: string; apiId: string };
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const round = await putRound(hub, '2026-03-02', []);
    item = await round.put('GF', { supportingUnits: [unit('BG')] });
    await moveClock(hub, '2026-03-02T09:00:00');
    await hub.runDueJobs();
    const entry = await hub.db.biweeklyEntry.findFirstOrThrow({ where: { itemId: item.id } });
    await biweekly(hub, 'contact-public-services', 'updateBiweeklyEntry', {
      id: `BiweeklyEntry_${entry.id}`,
      expectedVersion: 1,
      progress: '只说给本科室和党群科',
    });
    await change(await hub.signInAs('contact-public-services'), 'attachEvidence', {
      itemId: item.apiId,
      fileId: textAt(
        (await (await hub.signInAs('contact-public-services')).upload('佐证')).body,
        'fileId',
      ),
      fileName: '佐证.txt',
    });
  });
  afterAll(() => hub.stop());

  const historyOf = async (login: PersonKey) => {
    const client = await hub.signInAs(login);
    const { data } = await client.query(
      'query ($id: ID!) { node(id: $id) { ... on RectificationItem { history { totalCount nodes { id type } } } } }',
      { id: item.apiId },
    );
    return at(data, 'node.history');
  };
  const typesOf = async (login: PersonKey) =>
    listAt(await historyOf(login), 'nodes').map((event) => at(event, 'type'));

  test('leaves out what a unit reports for whoever of another unit sees the item', async () => {
    const all = ['EVIDENCE_ATTACHED', 'BIWEEKLY_ENTRY_UPDATED'];
    for (const login of ['contact-public-services', 'party-affairs', 'inspection-verify'] as const)
      expect([login, await typesOf(login)]).toEqual([login, all]);
    expect(await typesOf('contact-office')).toEqual(['EVIDENCE_ATTACHED']);
    expect(at(await historyOf('contact-office'), 'totalCount')).toBe(1);
  });

  test('leaves it out by its id too', async () => {
    const event = listAt(await historyOf('party-affairs'), 'nodes').find(
      (one) => at(one, 'type') === 'BIWEEKLY_ENTRY_UPDATED',
    );
    const read = async (login: PersonKey) =>
      at(
        (
          await (
            await hub.signInAs(login)
          ).query('query ($id: ID!) { node(id: $id) { id } }', {
            id: at(event, 'id'),
          })
        ).data,
        'node',
      );
    expect(await read('contact-public-services')).toEqual({ id: at(event, 'id') });
    expect(await read('contact-office')).toBeNull();
  });

  test('of before the item came to a unit stays its history', async () => {
    await change(hub.automation, 'editRectificationItem', {
      id: item.apiId,
      expectedVersion: 1,
      supportingUnitIds: [`Organization_${unit('BG')}`, `Organization_${unit('JC')}`],
    });
    const contact = (
      await hub.db.account.findMany({
        where: { person: { organizationId: unit('JC') } },
      })
    )[0]!;
    expect(await typesOf(contact.loginName as PersonKey)).toEqual([
      'ITEM_EDITED',
      'EVIDENCE_ATTACHED',
    ]);
  });
});
