import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, putEvidence, putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const WORK = `{ myWork { kind count rows(first: 100) {
  recordId itemId biweeklyReportId code title note unitName dueOn isOverdue daysLate
} } }`;
const RECORD = `query ($id: ID!) { node(id: $id) {
  ... on RectificationItem { allowedActions { action allowed } }
  ... on CorrectiveMeasure { allowedActions { action allowed } }
  ... on Evidence { allowedActions { action allowed } }
  ... on ExtensionRequest { allowedActions { action allowed } }
} }`;

/** One of these steps can be taken at once on whatever a queue holds. */
const LEADS_TO: Record<string, readonly string[]> = {
  MEASURES_RETURNED: ['submitMeasure'],
  MEASURES_TO_ACCEPT: ['acceptMeasure'],
  EVIDENCE_TO_DECIDE: ['acceptEvidence'],
  EXTENSIONS_TO_DECIDE: ['grantExtension'],
  ITEMS_TO_SIGN: ['signRectificationItem'],
  ITEMS_TO_VERIFY: ['verifyRectificationItem', 'returnRectificationItem'],
  ITEMS_TO_ASSIGN: ['assignRectificationItem'],
  ITEMS_TO_SUBMIT: ['submitRectificationItem'],
  ITEMS_LATE: ['superviseRectificationItem'],
  MEASURES_TO_REPORT: ['startMeasure', 'submitMeasure'],
};
const PEOPLE: PersonKey[] = [
  'contact-public-services',
  'contact-party-affairs',
  'party-affairs',
  'leader-culture',
  'leader-market',
  'secretary',
  'inspection-register',
  'inspection-verify',
];

describeOnEachDatabase('what waits for somebody', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2026-11-20T04:00:00Z') });
    await putItem(hub, 'REGISTERED', { measure: null });
    await putItem(hub, 'IN_PROGRESS', { measure: 'SUBMITTED', evidence: 'PENDING' });
    await putItem(hub, 'IN_PROGRESS', { measure: 'RETURNED', dueOn: new Date('2026-11-19') });
    await putItem(hub, 'IN_PROGRESS', { measure: 'IN_PROGRESS' });
    await putItem(hub, 'IN_PROGRESS', { measure: 'ACCEPTED', evidence: 'ACCEPTED' });
    await putItem(hub, 'SUBMITTED', { evidence: 'ACCEPTED' });
    await putItem(hub, 'SUBMITTED', {
      evidence: 'ACCEPTED',
      leadLeaderId: person('leader-market'),
    });
    await putItem(hub, 'LEADER_SIGNED', { evidence: 'ACCEPTED' });
    await putItem(hub, 'VERIFYING', { evidence: 'ACCEPTED' });
  });
  afterAll(() => hub.stop());

  const workOf = async (login: PersonKey) =>
    listAt((await (await hub.signInAs(login)).query(WORK)).data, 'myWork');
  const rowsOf = (queues: readonly unknown[], kindOf: string) =>
    listAt(
      queues.find((queue) => at(queue, 'kind') === kindOf),
      'rows',
    );

  test.each(PEOPLE)('for %s can be dealt with by them at once', async (login) => {
    const client = await hub.signInAs(login);
    const queues = await workOf(login);
    expect(queues.length).toBeGreaterThan(0);
    for (const queue of queues) {
      const rows = listAt(queue, 'rows');
      expect(rows).toHaveLength(Math.min(100, numberAt(queue, 'count')));
      const steps = LEADS_TO[textAt(queue, 'kind')];
      for (const row of steps ? rows.slice(0, 8) : []) {
        const { data } = await client.query(RECORD, { id: textAt(row, 'recordId') });
        const allowed = listAt(data, 'node.allowedActions')
          .filter((one) => at(one, 'allowed'))
          .map((one) => textAt(one, 'action'));
        expect([textAt(queue, 'kind'), at(row, 'title'), allowed]).toEqual([
          textAt(queue, 'kind'),
          at(row, 'title'),
          expect.arrayContaining([steps!.find((step) => allowed.includes(step)) ?? steps![0]]),
        ]);
      }
    }
  });

  test('comes with what is most urgent first, and says how late it is', async () => {
    const queues = await workOf('contact-public-services');
    const [returned] = rowsOf(queues, 'MEASURES_RETURNED');
    expect(returned).toMatchObject({
      note: '材料不全',
      dueOn: '2026-11-19',
      isOverdue: true,
      itemId: expect.stringMatching(/^RectificationItem_/) as string,
    });
    const days = rowsOf(queues, 'MEASURES_TO_REPORT').map((row) => at(row, 'dueOn'));
    const dated = days.filter((day) => day !== null);
    expect(dated).toEqual([...dated].sort());
    expect(days.slice(dated.length).every((day) => day === null)).toBe(true);
    const late = rowsOf(await workOf('secretary'), 'ITEMS_LATE');
    expect(late.length).toBeGreaterThan(0);
    for (const row of late) expect(numberAt(row, 'daysLate')).toBeGreaterThan(0);
  });

  test('goes to the leader who signs, not to another, and to a secretary in any case', async () => {
    const titles = async (login: PersonKey) =>
      rowsOf(await workOf(login), 'ITEMS_TO_SIGN').map((row) => textAt(row, 'code'));
    const [culture, market, secretary] = [
      await titles('leader-culture'),
      await titles('leader-market'),
      await titles('secretary'),
    ];
    expect(culture.filter((code) => market.includes(code))).toEqual([]);
    expect(secretary).toEqual(expect.arrayContaining([...culture, ...market]));
  });

  test('never is what one handed in oneself', async () => {
    const item = await putItem(hub, 'IN_PROGRESS', { responsibleUnitId: unit('DQ') });
    const { id } = await putEvidence(hub, item.id, 'PENDING');
    const holds = async (login: PersonKey) =>
      rowsOf(await workOf(login), 'EVIDENCE_TO_DECIDE').some(
        (row) => at(row, 'itemId') === item.apiId,
      );
    expect([await holds('party-affairs'), await holds('inspection-verify')]).toEqual([true, true]);
    await changeRow(hub, 'Evidence', id, { uploadedById: person('party-affairs') });
    expect([await holds('party-affairs'), await holds('inspection-verify')]).toEqual([false, true]);
  });

  test('is none for administrators of the system and for programs', async () => {
    expect(await workOf('admin')).toEqual([]);
    const { data } = await hub.automation.query(WORK);
    expect(listAt(data, 'myWork')).toEqual([]);
  });
});
