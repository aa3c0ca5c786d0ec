import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { ITEM_LIFE_CYCLE, MEASURE_LIFE_CYCLE } from '@taizhang/rectification/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { person, putItem } from './harness/ledger.ts';
import { prepared, putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const PEOPLE: PersonKey[] = [
  'contact-public-services',
  'party-affairs',
  'leader-culture',
  'leader-market',
  'inspection-verify',
];

describeOnEachDatabase('what allowedActions says', (kind) => {
  let hub: TestHub;
  let fileId = '';
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const { body } = await (await hub.signInAs('party-affairs')).upload('材料');
    fileId = textAt(body, 'fileId');
  });
  afterAll(() => hub.stop());

  /** What an action needs beside the record, so that nothing but its rules can refuse it. */
  const inputs = (action: string, item: string, replacedById: string) => ({
    ...(action === 'editRectificationItem' && { title: '改过' }),
    ...(action === 'assignRectificationItem' && {
      leadLeaderId: `Person_${person('leader-culture')}`,
    }),
    ...(action === 'holdRectificationItemLongTerm' && { reviewOn: '2027-12-31' }),
    ...(action === 'requestExtension' && {
      itemId: item,
      requestedDueOn: '2028-01-31',
      reason: '原因',
    }),
    ...(action === 'superviseRectificationItem' && {
      itemId: item,
      kind: 'SUPERVISION',
      note: '督办',
    }),
    ...(action === 'addMilestone' && { itemId: item, title: '阶段目标' }),
    ...(/^(return|reopen|withdraw|cancel|reject)/.test(action) && { reason: '原因' }),
    ...(action === 'submitMeasure' && { progress: '已做' }),
    ...(action === 'cancelMeasure' && { replacedById }),
    ...(action === 'editMeasure' && { text: '改过的措施' }),
    ...(action === 'addMeasure' && { itemId: item, text: '新措施' }),
    ...(action === 'attachEvidence' && { itemId: item, fileId, fileName: '材料.txt' }),
  });

  /** Runs every action on records that are made anew for each: it is accepted if and only if it was said to be. */
  async function walk(
    login: PersonKey,
    make: () => Promise<{ id: string; item: string; other: string }>,
  ) {
    const client = await hub.signInAs(login);
    const ask = async (id: string) => at((await client.query(ALLOWED, { id })).data, 'node');
    const first = await make();
    let record: typeof first | null = first;
    for (const said of listAt(await ask(first.id), 'allowedActions')) {
      // What was refused changed nothing: the next action runs on the same record.
      record ??= await make();
      const [action, allowed] = [textAt(said, 'action'), at(said, 'allowed')];
      expect([action, at(said, 'label')]).toEqual([action, expect.stringContaining(' / ')]);
      const isNew = /^(add|attach|request|supervise)/.test(action);
      const result = await change(client, action, {
        ...(!isNew && { id: record.id, expectedVersion: 1 }),
        ...inputs(action, record.item, record.other),
      });
      const isAccepted = !textAt(result, '__typename').endsWith('Error');
      expect([login, action, isAccepted, at(result, 'message') ?? null]).toEqual([
        login,
        action,
        allowed,
        at(said, 'reason'),
      ]);
      if (isAccepted) record = null;
    }
  }

  test.each(ITEM_LIFE_CYCLE.everyStatus.map((status) => [status]))(
    'of an item that is %s, its mutations then answer',
    async (status) => {
      for (const login of PEOPLE)
        await walk(login, async () => {
          const item = await putItem(hub, status, { evidence: 'ACCEPTED' });
          return { id: item.apiId, item: item.apiId, other: '' };
        });
    },
  );

  test.each(
    MEASURE_LIFE_CYCLE.everyStatus
      .filter((status) => status !== 'CANCELLED')
      .map((status) => [status]),
  )('of a measure that is %s, its mutations then answer', async (status) => {
    for (const login of PEOPLE)
      await walk(login, async () => {
        const item = await putItem(hub, 'IN_PROGRESS', { measure: status });
        const other = await putItem(hub, 'IN_PROGRESS', { measure: null });
        const spare = await putRows(hub, ({ create }) =>
          create(prepared('CorrectiveMeasure'), { itemId: item.id, ordinal: 9, text: '替代' }),
        );
        return {
          id: item.measure!.apiId,
          item: other.apiId,
          other: `CorrectiveMeasure_${spare.id}`,
        };
      });
  });

  test.each([['PENDING'], ['ACCEPTED'], ['REJECTED']] as const)(
    'of evidence that is %s, its mutations then answer',
    async (status) => {
      for (const login of PEOPLE)
        await walk(login, async () => {
          const item = await putItem(hub, 'IN_PROGRESS', { evidence: status });
          return { id: item.evidence!.apiId, item: item.apiId, other: '' };
        });
    },
  );

  test('every action anywhere has a name', async () => {
    const client = await hub.signInAs('party-affairs');
    const { data } = await client.query(`{
      me { ${LABELS} }
      inspectionRounds(first: 5) { nodes { ${LABELS} plans { ${LABELS} } publicNotices { ${LABELS} }
        lookBacks { samples { ${LABELS} } } evaluations { ${LABELS} } } }
      institutionalDocuments(first: 5) { nodes { ${LABELS} } }
      trainings(first: 5) { nodes { ${LABELS} } }
      biweeklyReports(first: 5) { nodes { ${LABELS} unitReports { ${LABELS} } } }
      people(first: 5) { nodes { ${LABELS} } }
      apiClients(first: 5) { nodes { ${LABELS} } }
      scorecards(first: 5) { nodes { ${LABELS} } }
    }`);
    const found = JSON.stringify(data).match(/"allowedActions":\[\{.*?\]/g) ?? [];
    expect(found.length).toBeGreaterThan(15);
    for (const list of found) expect(list).not.toContain('"label":null');
  });
});

const LABELS = 'allowedActions { action label }';
const ALLOWED = `query ($id: ID!) { node(id: $id) {
  ... on RectificationItem { allowedActions { action allowed label reason } }
  ... on CorrectiveMeasure { allowedActions { action allowed label reason } }
  ... on Evidence { allowedActions { action allowed label reason } }
} }`;
