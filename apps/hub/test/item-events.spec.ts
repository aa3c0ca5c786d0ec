import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { ITEM_FIELDS } from '@taizhang/rectification/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonKey } from '@taizhang/demo';
import { attachText } from './harness/attach-text.ts';
import { change } from './harness/change.ts';
import { area, person, putItem, unit } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectToldWhole, lastEvent } from './harness/told-events.ts';

const keyOf = (apiId: string) => apiId.split('_')[1]!;
const UNIT = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;
const PERSON = (key: PersonKey) => `Person_${person(key)}`;

describeOnEachDatabase('the events of items', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const as = async (login: PersonKey, mutation: string, input: Record<string, unknown>) => {
    const result = await change(await hub.signInAs(login), mutation, input);
    expect(textAt(result, '__typename')).not.toMatch(/Error$/);
    return result;
  };
  const register = (fields: Record<string, unknown> = {}) =>
    as('inspection-register', 'registerRectificationItem', {
      areaId: `FindingArea_${area(1)}`,
      title: '公共场所标识陈旧',
      ...fields,
    });

  test('registering says everything that was registered: unit, date, leader, lists', async () => {
    const from = await lastEvent(hub);
    const item = await register({
      description: '多处',
      type: 'TIME_BOUND',
      dueOn: '2027-03-31',
      responsibleUnitId: UNIT('GF'),
      supportingUnitIds: [UNIT('TSG'), UNIT('TSG')],
      leadLeaderId: PERSON('leader-culture'),
      manifestations: ['标识褪色', '指引不清'],
    });
    const key = keyOf(textAt(item, 'id'));
    const events = await expectToldWhole(hub, from);
    expect(events.map(({ told }) => told)).toEqual([
      'ITEM_REGISTERED CREATE RectificationItem 1',
      'MANIFESTATION_ADDED CREATE FindingManifestation 1',
      'MANIFESTATION_ADDED CREATE FindingManifestation 1',
    ]);
    expect(events[0]).toMatchObject({
      subjectId: key,
      itemId: key,
      organizationId: unit('WL'),
      command: 'registerRectificationItem',
      actorPersonId: person('inspection-register'),
      before: null,
      after: {
        title: '公共场所标识陈旧',
        description: '多处',
        type: 'TIME_BOUND',
        status: 'REGISTERED',
        dueOn: '2027-03-31',
        firstDueOn: '2027-03-31',
        responsibleUnitId: unit('GF'),
        leadLeaderId: person('leader-culture'),
        primaryResponsiblePersonId: null,
        supportingUnits: [unit('TSG')],
        version: 1,
      },
    });
    expect(events[1]).toMatchObject({
      itemId: key,
      after: { itemId: key, ordinal: 1, text: '标识褪色', version: 1 },
    });
    // One act: all that a command writes belongs together.
    expect(new Set(events.map(({ actId }) => actId)).size).toBe(1);
  });

  test('every described field is registered and edited, and told of in its event', async () => {
    const plain = {
      dueText: '2027年底前',
      duePrecision: 'YEAR_END',
      isKeptUp: false,
      amountInvolvedFen: 1_234_500,
      isInCongressReport: true,
      basis: '定性依据',
      cause: '成因',
      goal: '目标',
      unfinishedReason: '未完成原因',
      nextStep: '下一步',
      leaderInstruction: '批示',
      primaryResponsiblePersonId: PERSON('leader-party'),
    };
    const told = {
      ...plain,
      amountInvolvedFen: '1234500',
      primaryResponsiblePersonId: person('leader-party'),
    };
    const elsewhere = [
      'title',
      'type',
      'dueOn',
      'leadLeaderId',
      'responsibleUnitId',
      'supportingUnitIds',
      'description',
      'manifestations',
    ];
    expect([...Object.keys(plain), ...elsewhere].sort()).toEqual(Object.keys(ITEM_FIELDS).sort());
    const from = await lastEvent(hub);
    await register(plain);
    const bare = await register();
    await as('party-affairs', 'editRectificationItem', {
      id: textAt(bare, 'id'),
      expectedVersion: 1,
      ...plain,
    });
    const [registered, , edited, ...more] = await expectToldWhole(hub, from);
    expect(more).toEqual([]);
    expect(registered).toMatchObject({ type: 'ITEM_REGISTERED', after: told });
    expect(edited).toMatchObject({ type: 'ITEM_EDITED', after: { ...told, version: 2 } });
  });

  test('supporting units change with their item, as a whole list', async () => {
    const item = await register({ supportingUnitIds: [UNIT('TSG')] });
    const from = await lastEvent(hub);
    const edited = await as('party-affairs', 'editRectificationItem', {
      id: textAt(item, 'id'),
      expectedVersion: 1,
      supportingUnitIds: [UNIT('GF'), UNIT('TSG')],
    });
    expect(edited).toMatchObject({ version: 2 });
    const [event, ...more] = await expectToldWhole(hub, from);
    expect(more).toEqual([]);
    expect(event).toMatchObject({
      type: 'ITEM_EDITED',
      before: { supportingUnits: [unit('TSG')], version: 1 },
      after: { supportingUnits: [unit('GF'), unit('TSG')].sort(), version: 2 },
    });
    expect(Object.keys(event!.after as object).sort()).toEqual(['supportingUnits', 'version']);
  });

  test('the history of an item is filtered by what happened', async () => {
    const item = await register();
    await as('party-affairs', 'editRectificationItem', {
      id: textAt(item, 'id'),
      expectedVersion: 1,
      title: '标识陈旧',
    });
    const { data } = await hub.automation.query(
      `query ($id: ID!) { node(id: $id) { ... on RectificationItem {
        edits: history(filter: { type: [ITEM_EDITED] }) { nodes { type words } }
        later: history(filter: { from: "2190-01-01T00:00:00Z" }) { totalCount }
        history { totalCount }
      } } }`,
      { id: textAt(item, 'id') },
    );
    expect(at(data, 'node')).toEqual({
      edits: { nodes: [{ type: 'ITEM_EDITED', words: '编辑问题 / Item edited' }] },
      later: { totalCount: 0 },
      history: { totalCount: 2 },
    });
  });

  test('each manifestation is told of by itself, and counts as a change of the item', async () => {
    const item = await register({ manifestations: ['甲', '乙', '丙'] });
    const from = await lastEvent(hub);
    const edit = (expectedVersion: number, manifestations: string[]) =>
      as('party-affairs', 'editRectificationItem', {
        id: textAt(item, 'id'),
        expectedVersion,
        manifestations,
      });
    expect(await edit(1, ['甲', '乙二'])).toMatchObject({ version: 2 });
    expect(await edit(2, ['甲', '乙二', '丁'])).toMatchObject({ version: 3 });
    const events = await expectToldWhole(hub, from);
    expect(events.map(({ told }) => told)).toEqual([
      'MANIFESTATION_EDITED CHANGE FindingManifestation 2',
      'MANIFESTATION_REMOVED REMOVE FindingManifestation 1',
      'ITEM_EDITED CHANGE RectificationItem 2',
      'MANIFESTATION_ADDED CREATE FindingManifestation 1',
      'ITEM_EDITED CHANGE RectificationItem 3',
    ]);
    expect(events[0]).toMatchObject({
      before: { text: '乙', version: 1 },
      after: { text: '乙二', version: 2 },
    });
    expect(events[1]).toMatchObject({ before: { ordinal: 3, text: '丙' }, after: null });
    expect(events[2]).toMatchObject({ before: { version: 1 }, after: { version: 2 } });
  });

  test('of two who edit the manifestations that both read, one is told', async () => {
    const item = await register({ manifestations: ['甲'] });
    const client = await hub.signInAs('party-affairs');
    const edit = (text: string) =>
      change(client, 'editRectificationItem', {
        id: textAt(item, 'id'),
        expectedVersion: 1,
        manifestations: [text],
      });
    const answers = await Promise.all([edit('甲一'), edit('甲二')]);
    const kinds = answers.map((answer) => textAt(answer, '__typename')).sort();
    expect(kinds).toEqual(['ConflictError', 'RectificationItem']);
    const kept = ['甲一', '甲二'][answers.findIndex((one) => at(one, 'version') === 2)];
    const stored = await hub.db.findingManifestation.findMany({
      where: { itemId: textAt(item, 'id').split('_')[1]! },
    });
    expect(stored.map(({ text }) => text)).toEqual([kept]);
  });

  test('what changes nothing is no event and no version', async () => {
    const item = await register({ manifestations: ['甲'], supportingUnitIds: [UNIT('TSG')] });
    const from = await lastEvent(hub);
    const same = await as('party-affairs', 'editRectificationItem', {
      id: textAt(item, 'id'),
      expectedVersion: 1,
      title: '公共场所标识陈旧',
      manifestations: ['甲'],
      supportingUnitIds: [UNIT('TSG')],
      dueOn: null,
    });
    expect(same).toMatchObject({ version: 1 });
    expect(await expectToldWhole(hub, from)).toEqual([]);
  });

  test('a unit that carries out a measure supports the item, which is told of as the item’s change', async () => {
    const { apiId, id } = await putItem(hub, 'ASSIGNED', { measure: null });
    const from = await lastEvent(hub);
    const added = await as('party-affairs', 'addMeasure', {
      itemId: apiId,
      text: '逐件登记',
      ownerId: PERSON('leader-party'),
      responsibleUnitId: UNIT('JC'),
      dueOn: '2027-05-01',
    });
    const edited = await as('party-affairs', 'editMeasure', {
      id: textAt(added, 'id'),
      expectedVersion: 1,
      responsibleUnitId: UNIT('TSG'),
      dueOn: null,
    });
    expect(edited).toMatchObject({ text: '逐件登记', version: 2 });
    const events = await expectToldWhole(hub, from);
    expect(events.map(({ told }) => told)).toEqual([
      'ITEM_EDITED CHANGE RectificationItem 2',
      'MEASURE_ADDED CREATE CorrectiveMeasure 1',
      'ITEM_EDITED CHANGE RectificationItem 3',
      'MEASURE_EDITED CHANGE CorrectiveMeasure 2',
    ]);
    expect(events[1]).toMatchObject({
      itemId: id,
      after: {
        text: '逐件登记',
        status: 'DRAFT',
        ownerId: person('leader-party'),
        responsibleUnitId: unit('JC'),
        dueOn: '2027-05-01',
      },
    });
    expect(events.at(-1)).toMatchObject({
      before: { responsibleUnitId: unit('JC'), dueOn: '2027-05-01', version: 1 },
      after: { responsibleUnitId: unit('TSG'), dueOn: null, version: 2 },
    });
  });

  test('what is asked for, remarked, proved and aimed at stands in events of its own', async () => {
    const { apiId } = await putItem(hub, 'IN_PROGRESS');
    const from = await lastEvent(hub);
    const itemId = apiId;
    await as('party-affairs', 'requestExtension', {
      itemId,
      requestedDueOn: '2027-09-30',
      reason: '材料未齐',
    });
    await as('inspection-verify', 'superviseRectificationItem', {
      itemId,
      kind: 'REMINDER',
      note: '抓紧',
    });
    await as('party-affairs', 'addMilestone', { itemId, title: '完成摸底', dueOn: '2027-04-30' });
    const client = await hub.signInAs('contact-public-services');
    const evidence = await attachText(hub, client, '纪要.txt', '一份纪要');
    const events = await expectToldWhole(hub, from);
    const byType = new Map(events.map((event) => [event.type, event]));
    expect(byType.get('EXTENSION_REQUESTED')).toMatchObject({
      reason: '材料未齐',
      after: {
        previousDueOn: '2027-06-30',
        requestedDueOn: '2027-09-30',
        requestedById: person('party-affairs'),
        status: 'REQUESTED',
      },
    });
    expect(byType.get('SUPERVISION_RECORDED')).toMatchObject({
      after: { kind: 'REMINDER', note: '抓紧', byPersonId: person('inspection-verify') },
    });
    expect(byType.get('MILESTONE_ADDED')).toMatchObject({
      after: { ordinal: 1, title: '完成摸底', dueOn: '2027-04-30', reachedOn: null },
    });
    expect(byType.get('EVIDENCE_ATTACHED')).toMatchObject({
      subjectId: keyOf(evidence.id),
      after: { fileName: '纪要.txt', status: 'PENDING' },
    });
  });
});
