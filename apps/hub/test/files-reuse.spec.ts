import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachText } from './harness/attach-text.ts';
import { change } from './harness/change.ts';
import type { Client } from './harness/client.ts';
import { keptFiles } from './harness/kept-files.ts';
import { putItem, unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const LIST = `query ($first: Int, $after: String, $filter: EvidenceFilter) {
  evidence(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id fileName } }
  }
}`;

describeOnEachDatabase('a file that proves more than one thing', (kind) => {
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    client = await hub.signInAs('contact-public-services');
  });
  afterAll(() => hub.stop());

  test('is attached to another item and to a measure without being sent again', async () => {
    const first = await attachText(hub, client, '纪要.txt', '一份材料两处用');
    const item = await putItem(hub, 'IN_PROGRESS');
    const files = keptFiles(hub.dataDir);
    const reuse = { evidenceId: first.id, itemId: item.apiId };
    const second = await change(client, 'reuseEvidence', { ...reuse, description: '同一次会议' });
    expect(second).toMatchObject({
      __typename: 'Evidence',
      fileName: '纪要.txt',
      sha256: first.sha256,
      status: 'PENDING',
      version: 1,
    });
    const third = await change(client, 'reuseEvidence', {
      ...reuse,
      measureId: item.measure!.apiId,
    });
    expect(third).toMatchObject({ sha256: first.sha256 });
    expect(keptFiles(hub.dataDir)).toEqual(files);
    expect(await (await client.fetch(textAt(second, 'downloadUrl'))).text()).toBe('一份材料两处用');
    const { id: fileId } = await hub.db.storedFile.findUniqueOrThrow({
      where: { sha256: first.sha256 },
    });
    expect(
      await hub.db.event.findFirst({
        where: { type: 'EVIDENCE_ATTACHED', subjectId: textAt(second, 'id').split('_')[1]! },
      }),
    ).toMatchObject({
      itemId: item.id,
      after: { fileId, fileName: '纪要.txt', status: 'PENDING' },
    });
  });

  test('is not attached twice to one place, until it was rejected there', async () => {
    const { id, item } = await attachText(hub, client, '重.txt', '重复的材料');
    const reuse = { evidenceId: id, itemId: item.apiId };
    expect(await change(client, 'reuseEvidence', reuse)).toMatchObject({
      rule: 'evidence-attached-already',
    });
    await change(await hub.signInAs('party-affairs'), 'rejectEvidence', {
      id,
      expectedVersion: 1,
      reason: '缺页',
    });
    expect(await change(client, 'reuseEvidence', reuse)).toMatchObject({ status: 'PENDING' });
  });

  test('is reached by evidence in sight only; its hash opens nothing', async () => {
    const hidden = await attachText(hub, client, '密.txt', '别处看不到的材料');
    const own = await putItem(hub, 'IN_PROGRESS', { responsibleUnitId: unit('TSG') });
    const library = await hub.signInAs('contact-library');
    const events = await hub.db.event.count({ where: { kind: 'CHANGE' } });
    const answers = await Promise.all(
      [hidden.id, `Evidence_${own.id}`, hidden.sha256, hidden.fileId].map((evidenceId) =>
        change(library, 'reuseEvidence', { evidenceId, itemId: own.apiId }),
      ),
    );
    expect(answers.map((answer) => at(answer, '__typename'))).toEqual(
      Array(4).fill('NotFoundError'),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(
      await change(library, 'attachEvidence', {
        itemId: own.apiId,
        fileId: `StoredFile_${hidden.sha256}`,
        fileName: '密.txt',
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(await hub.db.event.count({ where: { kind: 'CHANGE' } })).toBe(events);
  });

  test('is refused where evidence is: a closed item, an item out of sight, no right, no person', async () => {
    const { id } = await attachText(hub, client, '拒.txt', '被拒的材料');
    const closed = await putItem(hub, 'CLOSED');
    const foreign = await putItem(hub, 'IN_PROGRESS', { responsibleUnitId: unit('TSG') });
    const open = await putItem(hub, 'IN_PROGRESS');
    const reuse = (who: Client, itemId: string) =>
      change(who, 'reuseEvidence', { evidenceId: id, itemId });
    expect(await reuse(client, closed.apiId)).toMatchObject({ rule: 'item-open' });
    expect(await reuse(client, foreign.apiId)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await reuse(await hub.signInAs('viewer'), open.apiId)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await reuse(hub.automation, open.apiId)).toMatchObject({ __typename: 'ForbiddenError' });
  });

  test('is found in a list, newest first, that holds nothing out of sight, in number neither', async () => {
    const library = await hub.signInAs('contact-library');
    const count = async (who: Client, text?: string) =>
      numberAt((await who.query(LIST, { filter: { text } })).data, 'evidence.totalCount');
    const before = [await count(client), await count(library)];
    const { id } = await attachText(hub, client, '100%_清单.txt', '列表中的材料');
    expect([await count(client), await count(library)]).toEqual([before[0]! + 1, before[1]]);
    expect([await count(client, '100%_清'), await count(library, '100%_清')]).toEqual([1, 0]);
    expect(await count(client, '1%清单')).toBe(0);
    const page = await client.query(LIST, { first: 1 });
    expect(at(page.data, 'evidence.edges.0.node.id')).toBe(id);
    const after = textAt(page.data, 'evidence.pageInfo.endCursor');
    // The cursor is a place, whoever reads from there: it shows nothing that is out of their sight.
    const behind = await library.query(LIST, { first: 100, after });
    const whole = await library.query(LIST, { first: 100 });
    expect(listAt(behind.data, 'evidence.edges')).toEqual(listAt(whole.data, 'evidence.edges'));
    expect(
      listAt((await client.query(LIST, { after, first: 2 })).data, 'evidence.edges'),
    ).toHaveLength(2);
    expect((await hub.anonymous.query(LIST)).data).toEqual({ evidence: null });
  });
});
