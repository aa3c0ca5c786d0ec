import { createHash } from 'node:crypto';
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { area, person, unit } from './harness/ledger.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('the whole way of an item', (kind) => {
  let hub: TestHub;
  const versions = new Map<string, number>();
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2027-01-10T02:00:00Z') });
  });
  afterAll(() => hub.stop());

  /** Takes a step as somebody, against the version last seen, and expects the status after it. */
  async function step(
    login: PersonKey,
    mutation: string,
    id: string,
    input: Record<string, unknown>,
    status: string,
  ) {
    const result = await change(await hub.signInAs(login), mutation, {
      id,
      expectedVersion: versions.get(id) ?? 1,
      ...input,
    });
    expect(result).toMatchObject({ id, status });
    versions.set(id, numberAt(result, 'version'));
    return result;
  }

  test('leads from registration through evidence and four eyes to closing and reopening', async () => {
    const registrar = await hub.signInAs('inspection-register');
    const registered = await change(registrar, 'registerRectificationItem', {
      areaId: `FindingArea_${area(2)}`,
      title: '礼品登记不全',
      dueOn: '2027-01-05',
      responsibleUnitId: `Organization_${unit('BG')}`,
    });
    const item = textAt(registered, 'id');

    await step(
      'party-affairs',
      'assignRectificationItem',
      item,
      { leadLeaderId: `Person_${person('leader-party')}` },
      'ASSIGNED',
    );
    const added = await change(await hub.signInAs('party-affairs'), 'addMeasure', {
      itemId: item,
      text: '逐件登记',
      responsibleUnitId: `Organization_${unit('JC')}`,
    });
    const measure = textAt(added, 'id');
    // The unit of the measure supports the item from then on, which is a change of the item.
    versions.set(item, versions.get(item)! + 1);
    await step('leader-party', 'approveMeasure', measure, {}, 'APPROVED');
    await step('secretary', 'planRectificationItem', item, {}, 'PLANNED');
    await step('contact-office', 'startRectificationItem', item, {}, 'IN_PROGRESS');

    // The unit of a measure carries it out, though the item is another unit's.
    await step('contact-finance', 'startMeasure', measure, {}, 'IN_PROGRESS');
    await step(
      'contact-finance',
      'submitMeasure',
      measure,
      { progress: '登记 12 件' },
      'SUBMITTED',
    );
    const returned = await step(
      'party-affairs',
      'returnMeasure',
      measure,
      { reason: '缺少处置记录' },
      'RETURNED',
    );
    expect(at(returned, 'returnReason')).toBe('缺少处置记录');
    await step(
      'contact-finance',
      'submitMeasure',
      measure,
      { progress: '登记 12 件，附处置' },
      'SUBMITTED',
    );
    await step('leader-party', 'acceptMeasure', measure, {}, 'ACCEPTED');

    const contact = await hub.signInAs('contact-finance');
    const bytes = '登记台账 2027\n';
    const uploaded = await contact.upload(bytes);
    expect(uploaded).toMatchObject({
      status: 201,
      body: { sha256: createHash('sha256').update(bytes).digest('hex') },
    });
    const evidence = await change(contact, 'attachEvidence', {
      itemId: item,
      measureId: measure,
      fileId: textAt(uploaded.body, 'fileId'),
      fileName: '登记台账.txt',
    });
    expect(evidence).toMatchObject({ status: 'PENDING', fileName: '登记台账.txt' });

    await step('party-affairs', 'submitRectificationItem', item, {}, 'SUBMITTED');
    await step('leader-party', 'signRectificationItem', item, {}, 'LEADER_SIGNED');
    await step('inspection-verify', 'verifyRectificationItem', item, {}, 'VERIFYING');
    const verifier = await hub.signInAs('inspection-verify');
    const early = await change(verifier, 'closeRectificationItem', {
      id: item,
      expectedVersion: versions.get(item),
    });
    expect(early).toMatchObject({ __typename: 'TransitionError', rule: 'closure-has-evidence' });
    await step('party-affairs', 'acceptEvidence', textAt(evidence, 'id'), {}, 'ACCEPTED');
    const closed = await step('inspection-verify', 'closeRectificationItem', item, {}, 'CLOSED');
    expect(at(closed, 'closedOn')).toBe('2027-01-10');
    await step(
      'inspection-verify',
      'reopenRectificationItem',
      item,
      { reason: '抽查未达标' },
      'REOPENED',
    );

    const answer = await verifier.query(HISTORY, { id: item });
    const history = listAt(answer.data, 'node.history.edges').map((edge) => [
      textAt(edge, 'node.type'),
      textAt(edge, 'node.actorName'),
    ]);
    expect(history.reverse()).toEqual([
      ['ITEM_REGISTERED', '巡察办登记人员'],
      ['ITEM_ASSIGNED', '党群科科长'],
      ['ITEM_EDITED', '党群科科长'],
      ['MEASURE_ADDED', '党群科科长'],
      ['MEASURE_APPROVED', '局党组成员（分管党建）'],
      ['ITEM_PLANNED', '局党组书记'],
      ['ITEM_STARTED', '办公室联络员'],
      ['MEASURE_STARTED', '计财科联络员'],
      ['MEASURE_SUBMITTED', '计财科联络员'],
      ['MEASURE_RETURNED', '党群科科长'],
      ['MEASURE_SUBMITTED', '计财科联络员'],
      ['MEASURE_ACCEPTED', '局党组成员（分管党建）'],
      ['EVIDENCE_ATTACHED', '计财科联络员'],
      ['ITEM_SUBMITTED', '党群科科长'],
      ['ITEM_SIGNED', '局党组成员（分管党建）'],
      ['ITEM_VERIFICATION_STARTED', '巡察办核验人员'],
      ['EVIDENCE_ACCEPTED', '党群科科长'],
      ['ITEM_CLOSED', '巡察办核验人员'],
      ['ITEM_REOPENED', '巡察办核验人员'],
    ]);

    // A second round: its measure stays accepted, its evidence stays, closing works again.
    await step('contact-office', 'startRectificationItem', item, {}, 'IN_PROGRESS');
    await step('party-affairs', 'submitRectificationItem', item, {}, 'SUBMITTED');
    await step('secretary', 'signRectificationItem', item, {}, 'LEADER_SIGNED');
    await change(await hub.signInAs('party-affairs'), 'addMilestone', {
      itemId: item,
      title: '登记制度试行满半年',
    });
    await step(
      'inspection-verify',
      'holdRectificationItemLongTerm',
      item,
      { reviewOn: '2027-12-31' },
      'LONG_TERM',
    );
    await step('inspection-verify', 'verifyRectificationItem', item, {}, 'VERIFYING');
    await step(
      'inspection-verify',
      'returnRectificationItem',
      item,
      { reason: '再核' },
      'IN_PROGRESS',
    );
    await step('party-affairs', 'submitRectificationItem', item, {}, 'SUBMITTED');
    await step('leader-party', 'signRectificationItem', item, {}, 'LEADER_SIGNED');
    await step('inspection-register', 'verifyRectificationItem', item, {}, 'VERIFYING');
    await step('inspection-verify', 'closeRectificationItem', item, {}, 'CLOSED');
  });

  test('the day of closing is the day in China', async () => {
    const { closedOn } = await hub.db.rectificationItem.findFirstOrThrow({
      where: { title: '礼品登记不全' },
    });
    expect(closedOn?.toISOString()).toBe('2027-01-10T00:00:00.000Z');
  });
});

const HISTORY = `query ($id: ID!) {
  node(id: $id) { ... on RectificationItem { history(first: 50) { edges { node { type actorName } } } } }
}`;
