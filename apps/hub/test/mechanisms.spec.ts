/* eslint-disable max-lines -- one clock goes on through all of it: in parts, each would have to live through the years before */
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { expectFold } from './harness/expect-fold.ts';
import { person, putItem, unit } from './harness/ledger.ts';
import { addMechanism, liveUntil, mechanism, occurrencesOf } from './harness/mechanisms.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { STORIES } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold } from './harness/told-events.ts';

const organization = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;
const fields = (result: unknown) =>
  listAt(result, 'fieldErrors') as { path: string[]; message: string }[];

describeOnEachDatabase('standing mechanisms', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2025-03-03T02:00:00Z') });
    await liveUntil(hub, '2025-03-03T10:00:00');
  });
  afterAll(() => hub.stop());

  const gf = () => organization('GF');
  const complete = (
    login: 'contact-public-services' | 'party-affairs',
    id: string,
    version: number,
    input: object,
  ) => mechanism(hub, login, 'completeOccurrence', { id, expectedVersion: version, ...input });

  test('falls due at the end of each period; kept, late, missed with why, and waived stand side by side', async () => {
    await liveUntil(hub, '2025-03-03T10:00:00');
    const id = await addMechanism(hub, {
      title: '每月巡查',
      responsibleUnitId: gf(),
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH', graceCount: 3 },
    });
    const [march] = await occurrencesOf(hub, id);
    expect(march).toMatchObject({
      slot: '2025-03/1',
      opensOn: '2025-03-01',
      dueOn: '2025-03-31',
      graceEndsOn: '2025-04-03',
      status: 'DUE',
    });
    await liveUntil(hub, '2025-03-20T10:00:00');
    expect(
      await complete('contact-public-services', march!.id, 1, {
        doneOn: '2025-03-18',
        note: '巡查 12 处',
      }),
    ).toMatchObject({ status: 'DONE', isLate: false, doneBy: { displayName: '公共服务科联络员' } });

    await liveUntil(hub, '2025-05-02T10:00:00');
    const april = (await occurrencesOf(hub, id))[1]!;
    expect(april).toMatchObject({
      slot: '2025-04/1',
      dueOn: '2025-04-30',
      graceEndsOn: '2025-05-03',
      status: 'DUE',
    });
    expect(
      await complete('contact-public-services', april.id, 1, {
        doneOn: '2025-05-02',
        note: '节后补查',
      }),
    ).toMatchObject({ status: 'DONE', isLate: true });

    // Two months in which nobody did anything, and the hub was not there either.
    await liveUntil(hub, '2025-07-20T10:00:00');
    const [, , may, june, july] = await occurrencesOf(hub, id);
    expect([may, june, july].map((one) => [one!.slot, one!.status])).toEqual([
      ['2025-05/1', 'MISSED'],
      ['2025-06/1', 'MISSED'],
      ['2025-07/1', 'DUE'],
    ]);
    // 31 May 2025 is a day off: it goes to 3 June, after the holidays.
    expect(may).toMatchObject({
      slotOn: '2025-05-31',
      dueOn: '2025-06-03',
      graceEndsOn: '2025-06-06',
    });
    const late = await complete('contact-public-services', may!.id, may!.version, {
      doneOn: '2025-06-10',
      note: '补',
    });
    expect(fields(late)[0]!.message).toContain('2025-06-06');
    expect(
      await complete('contact-public-services', may!.id, may!.version, {
        doneOn: '2025-06-05',
        note: '当时已查，补报',
      }),
    ).toMatchObject({ status: 'DONE', isLate: true });
    expect(
      await mechanism(hub, 'contact-public-services', 'explainMissedOccurrence', {
        id: june!.id,
        expectedVersion: june!.version,
        reason: '人员调动，无人接手',
        doneOn: '2025-07-10',
      }),
    ).toMatchObject({ status: 'MISSED', reason: '人员调动，无人接手', doneOn: '2025-07-10' });
    expect(
      await mechanism(hub, 'leader-culture', 'waiveOccurrence', {
        id: july!.id,
        expectedVersion: july!.version,
        reason: '场馆闭馆维修',
      }),
    ).toMatchObject({ status: 'WAIVED' });

    const { data } = await hub.automation.query(
      `query ($id: ID!) { mechanismPunctuality(filter: { mechanismId: $id }) { onTime late missed waived open rate
        byYear { year rate } byUnit { unit { code } missed } byMechanism { mechanism { title } onTime late missed } } }`,
      { id },
    );
    expect(at(data, 'mechanismPunctuality')).toEqual({
      onTime: 1,
      late: 2,
      missed: 1,
      waived: 1,
      open: 0,
      rate: 0.75,
      byYear: [{ year: 2025, rate: 0.75 }],
      byUnit: [{ unit: { code: 'MH-WL-GF' }, missed: 1 }],
      byMechanism: [{ mechanism: { title: '每月巡查' }, onTime: 1, late: 2, missed: 1 }],
    });
    const { data: missed } = await hub.automation.query(
      `query ($id: ID!) { mechanismOccurrences(filter: { mechanismId: [$id], status: [MISSED], year: 2025 }) { totalCount nodes { slot reason } } }`,
      { id },
    );
    expect(at(missed, 'mechanismOccurrences')).toEqual({
      totalCount: 1,
      nodes: [{ slot: '2025-06/1', reason: '人员调动，无人接手' }],
    });
  });

  test('whoever did it, or answers for it, never waives it; whoever did it does not return it', async () => {
    await liveUntil(hub, '2025-08-04T10:00:00');
    const id = await addMechanism(hub, {
      title: '廉政提醒',
      ownerId: `Person_${person('leader-culture')}`,
      responsibleUnitId: gf(),
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    });
    const [one] = await occurrencesOf(hub, id);
    const waive = (
      login: 'leader-culture' | 'leader-party' | 'contact-public-services',
      version: number,
    ) =>
      mechanism(hub, login, 'waiveOccurrence', {
        id: one!.id,
        expectedVersion: version,
        reason: '不再需要',
      });
    expect(await waive('leader-culture', 1)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'owner-keeps',
    });
    expect(await waive('contact-public-services', 1)).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(
      await complete('party-affairs', one!.id, 1, { doneOn: '2025-08-04', note: '已提醒' }),
    ).toMatchObject({ status: 'DONE' });
    const back = (version: number) =>
      mechanism(hub, 'party-affairs', 'returnOccurrence', {
        id: one!.id,
        expectedVersion: version,
        reason: '缺名单',
      });
    expect(await back(2)).toMatchObject({ __typename: 'TransitionError', rule: 'four-eyes' });
    expect(await waive('leader-party', 2)).toMatchObject({
      __typename: 'TransitionError',
      rule: 'status',
    });

    const other = await addMechanism(hub, {
      title: '专题提醒',
      responsibleUnitId: gf(),
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    });
    const [done] = await occurrencesOf(hub, other);
    await complete('contact-public-services', done!.id, 1, { doneOn: '2025-08-04', note: '已办' });
    const returned = await mechanism(hub, 'party-affairs', 'returnOccurrence', {
      id: done!.id,
      expectedVersion: 2,
      reason: '缺签到表',
    });
    expect(returned).toMatchObject({ status: 'DUE', reason: '缺签到表', doneOn: null });
    expect(
      await complete('contact-public-services', done!.id, 3, { doneOn: '2025-08-04' }),
    ).toMatchObject({ status: 'DONE', note: '已办' });
  });

  test('what is wanted as evidence has to be named, and must be the caller’s to see', async () => {
    await liveUntil(hub, '2025-08-05T10:00:00');
    const item = await putItem(hub, 'IN_PROGRESS', { evidence: 'ACCEPTED' });
    const id = await addMechanism(hub, {
      title: '抽查报告',
      itemId: item.apiId,
      evidenceWanted: '检查记录表',
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    });
    const [one] = await occurrencesOf(hub, id);
    const done = { doneOn: '2025-08-05', note: '已抽查' };
    expect(fields(await complete('contact-public-services', one!.id, 1, done))[0]).toMatchObject({
      path: ['evidenceIds'],
    });
    expect(
      await complete('contact-public-services', one!.id, 1, {
        ...done,
        evidenceIds: [`Evidence_01890000-0000-7000-8000-000000000000`],
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await complete('contact-public-services', one!.id, 1, {
        ...done,
        evidenceIds: [item.evidence!.apiId],
      }),
    ).toMatchObject({
      status: 'DONE',
      proofs: [
        { training: null, document: null, evidence: { fileName: expect.any(String) as string } },
      ],
    });
    const { data } = await hub.automation.query(
      'query ($id: ID!) { node(id: $id) { ... on RectificationItem { standingMechanisms { nodes { title } } } } }',
      { id: item.apiId },
    );
    expect(at(data, 'node.standingMechanisms.nodes')).toEqual([{ title: '抽查报告' }]);
  });

  test('a measure that says how often becomes a mechanism by one action; one that does not asks for the cadence', async () => {
    await liveUntil(hub, '2025-08-06T10:00:00');
    const item = await putItem(hub, 'IN_PROGRESS', { measure: 'APPROVED' });
    const measure = item.measure!.apiId;
    const asked = await mechanism(hub, 'party-affairs', 'addStandingMechanism', {
      measureId: measure,
    });
    expect(fields(asked)[0]).toMatchObject({
      path: ['cadence'],
      message: expect.stringContaining('措施没有写明') as string,
    });
    await changeRow(hub, 'CorrectiveMeasure', item.measure!.id, {
      text: '每半年两次核查供应商关联关系',
    });
    const { data } = await hub.automation.query(
      'query ($id: ID!) { node(id: $id) { ... on CorrectiveMeasure { proposedCadence { times period words } } } }',
      { id: measure },
    );
    expect(at(data, 'node.proposedCadence')).toEqual({
      times: 2,
      period: 'HALF_YEAR',
      words: '每半年两次',
    });
    const made = await mechanism(hub, 'party-affairs', 'addStandingMechanism', {
      measureId: measure,
    });
    expect(made).toMatchObject({
      title: '每半年两次核查供应商关联关系',
      cadence: 'TIMES',
      timesPerPeriod: 2,
      period: 'HALF_YEAR',
      item: { id: item.apiId },
      measure: { id: measure },
    });
  });

  test('is done by a training of the kind that it asks for, held in time; one training does one time', async () => {
    await liveUntil(hub, '2025-09-01T10:00:00');
    const id = await addMechanism(hub, {
      title: '第一议题学习',
      responsibleUnitId: organization('DQ'),
      doneByTraining: 'FIRST_AGENDA_STUDY',
      cadence: { kind: 'TIMES', times: 2, period: 'MONTH' },
    });
    await liveUntil(hub, '2025-09-12T10:00:00');
    const record = async (kindOf: string, heldOn: string, unitKey: 'DQ' | 'GF') =>
      change(await hub.signInAs('party-affairs'), 'recordTraining', {
        kind: kindOf,
        direction: 'HELD',
        topic: `学习 ${heldOn}`,
        responsibleUnitId: organization(unitKey),
        sessions: [{ heldOn }],
      });
    await record('FIRST_AGENDA_STUDY', '2025-09-08', 'DQ');
    await record('FIRST_AGENDA_STUDY', '2025-09-09', 'GF');
    await record('CENTRAL_GROUP_STUDY', '2025-09-10', 'DQ');
    await record('FIRST_AGENDA_STUDY', '2025-08-30', 'DQ');
    await liveUntil(hub, '2025-09-13T10:00:00');
    const seen = (await occurrencesOf(hub, id)) as unknown as {
      status: string;
      doneOn: string | null;
      doneBy: unknown;
      proofs: unknown[];
    }[];
    expect(seen.map(({ status, doneOn, doneBy }) => [status, doneOn, doneBy]).sort()).toEqual([
      ['DONE', '2025-09-08', null],
      ['DUE', null, null],
    ]);
    await liveUntil(hub, '2025-10-20T10:00:00');
    const statuses = (await occurrencesOf(hub, id))
      .map(({ slot, status }) => `${slot.slice(0, 7)} ${status}`)
      .sort();
    expect(statuses).toEqual(['2025-09 DONE', '2025-09 MISSED', '2025-10 DUE', '2025-10 DUE']);
  });

  test('moves with a reason and keeps its first day; another cadence takes the place of what is to come alone', async () => {
    await liveUntil(hub, '2026-01-05T10:00:00');
    const id = await addMechanism(hub, {
      title: '周查',
      cadence: { kind: 'RULE', recurrenceRule: 'FREQ=WEEKLY;BYDAY=FR' },
    });
    await liveUntil(hub, '2026-01-12T10:00:00');
    const [first, second] = await occurrencesOf(hub, id);
    expect([first, second].map((one) => [one!.slot, one!.status])).toEqual([
      ['2026-01-09', 'MISSED'],
      ['2026-01-16', 'DUE'],
    ]);
    const move = (dueOn: string, version: number) =>
      mechanism(hub, 'party-affairs', 'moveOccurrence', {
        id: second!.id,
        expectedVersion: version,
        dueOn,
        reason: '会议冲突',
      });
    expect(fields(await move('2026-01-11', 1))[0]).toMatchObject({ path: ['dueOn'] });
    expect(await move('2026-01-20', 1)).toMatchObject({
      slot: '2026-01-16',
      slotOn: '2026-01-16',
      dueOn: '2026-01-20',
      isMoved: true,
    });

    const cadence = { kind: 'TIMES', times: 1, period: 'MONTH' };
    await liveUntil(hub, '2026-01-19T10:00:00');
    const { data } = await hub.automation.query(
      `query ($id: ID!, $cadence: MechanismCadenceInput!) { previewMechanismCadence(cadence: $cadence, fromOn: "2026-01-19", mechanismId: $id) {
        replacedCount replaced unknownYears slots { slot dueOn isProvisional } } }`,
      { id, cadence },
    );
    expect(at(data, 'previewMechanismCadence')).toMatchObject({
      replacedCount: 1,
      replaced: ['2026-01-23'],
      unknownYears: [],
    });
    expect(listAt(data, 'previewMechanismCadence.slots')[1]).toEqual({
      slot: '2026-02/1',
      dueOn: '2026-02-28',
      isProvisional: false,
    });
    expect(await occurrencesOf(hub, id)).toHaveLength(3);
    const version = (
      await hub.db.standingMechanism.findUniqueOrThrow({ where: { id: id.split('_')[1]! } })
    ).version;
    const past = await mechanism(hub, 'party-affairs', 'changeMechanismCadence', {
      id,
      expectedVersion: version,
      cadence,
      fromOn: '2026-01-18',
      reason: '改为每月',
    });
    expect(fields(past)[0]).toMatchObject({ path: ['fromOn'] });
    expect(
      await mechanism(hub, 'party-affairs', 'changeMechanismCadence', {
        id,
        expectedVersion: version,
        cadence,
        reason: '改为每月',
      }),
    ).toMatchObject({ cadence: 'TIMES', recurrenceRule: null });
    expect((await occurrencesOf(hub, id)).map(({ slot, status }) => [slot, status])).toEqual([
      ['2026-01-09', 'MISSED'],
      ['2026-01-16', 'DUE'],
      ['2026-01/1', 'DUE'],
    ]);
  });

  test('suspended, it waives what is not due yet and opens nothing; resumed, it goes on from that day; ended, it stays so', async () => {
    await liveUntil(hub, '2026-02-02T10:00:00');
    const id = await addMechanism(hub, {
      title: '双周检查',
      responsibleUnitId: gf(),
      cadence: { kind: 'RULE', recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' },
    });
    const step = (
      mutation: string,
      version: number,
      login: 'party-affairs' | 'contact-public-services' = 'party-affairs',
    ) => mechanism(hub, login, mutation, { id, expectedVersion: version, reason: '机构调整' });
    await liveUntil(hub, '2026-02-04T10:00:00');
    expect(await step('suspendStandingMechanism', 1, 'contact-public-services')).toMatchObject({
      __typename: 'ForbiddenError',
    });
    expect(await step('suspendStandingMechanism', 1)).toMatchObject({
      status: 'SUSPENDED',
      statusReason: '机构调整',
    });
    await liveUntil(hub, '2026-04-01T10:00:00');
    const slots = async () =>
      (await occurrencesOf(hub, id)).map(({ slot, status }) => [slot, status]);
    expect(await slots()).toEqual([
      ['2026-02-02', 'MISSED'],
      ['2026-02-16', 'WAIVED'],
    ]);
    expect(await step('resumeStandingMechanism', 2)).toMatchObject({
      status: 'ACTIVE',
      statusReason: null,
    });
    // Every other Monday from its beginning: the 13th of April, not the 6th.
    expect((await slots()).at(-1)).toEqual(['2026-04-13', 'DUE']);
    expect(await step('endStandingMechanism', 3)).toMatchObject({ status: 'ENDED' });
    await liveUntil(hub, '2026-06-01T10:00:00');
    expect(await slots()).toEqual([
      ['2026-02-02', 'MISSED'],
      ['2026-02-16', 'WAIVED'],
      ['2026-04-13', 'WAIVED'],
    ]);
    expect(
      await mechanism(hub, 'party-affairs', 'editStandingMechanism', {
        id,
        expectedVersion: 4,
        title: '别的',
      }),
    ).toMatchObject({ __typename: 'TransitionError', rule: 'mechanism-not-ended' });
  });

  test('given to another unit, what is still to be done goes along, and what was stays with whom it was', async () => {
    await liveUntil(hub, '2026-06-02T10:00:00');
    const id = await addMechanism(hub, {
      title: '月报',
      responsibleUnitId: gf(),
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    });
    await liveUntil(hub, '2026-07-06T10:00:00');
    await mechanism(hub, 'party-affairs', 'editStandingMechanism', {
      id,
      expectedVersion: 1,
      responsibleUnitId: organization('BG'),
      title: '月度报告',
    });
    const units = (
      (await occurrencesOf(hub, id)) as unknown as {
        slot: string;
        responsibleUnit: { code: string };
      }[]
    ).map(({ slot, responsibleUnit }) => [slot, responsibleUnit.code]);
    expect(units).toEqual([
      ['2026-06/1', 'MH-WL-GF'],
      ['2026-07/1', 'MH-WL-BG'],
    ]);
    const visible = async (
      login: 'contact-public-services' | 'contact-office' | 'model-contact',
    ) => {
      const { data } = await (
        await hub.signInAs(login)
      ).query(
        'query ($id: ID!) { node(id: $id) { ... on StandingMechanism { title } } mechanismOccurrences(filter: { mechanismId: [$id] }) { totalCount } }',
        { id },
      );
      return [at(data, 'node.title') ?? null, at(data, 'mechanismOccurrences.totalCount')];
    };
    expect(await visible('contact-office')).toEqual(['月度报告', 1]);
    expect(await visible('contact-public-services')).toEqual([null, 1]);
    expect(await visible('model-contact')).toEqual([null, 0]);
  });

  test('a calendar published later moves only what is open and nobody has moved', async () => {
    await liveUntil(hub, '2026-12-28T10:00:00');
    const cadence = { kind: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYMONTHDAY=4' };
    const [plain, moved] = [
      await addMechanism(hub, { title: '新年检查', cadence }),
      await addMechanism(hub, { title: '新年会议', cadence }),
    ];
    const [one] = await occurrencesOf(hub, plain);
    expect(one).toMatchObject({ slot: '2027-01-04', dueOn: '2027-01-04', isProvisional: true });
    const [other] = await occurrencesOf(hub, moved);
    await mechanism(hub, 'party-affairs', 'moveOccurrence', {
      id: other!.id,
      expectedVersion: 1,
      dueOn: '2027-01-06',
      reason: '会期',
    });
    const calendar = {
      year: 2027,
      source: '2027年部分节假日安排（测试）',
      daysOff: ['2027-01-01', '2027-01-04'],
      workedDays: ['2027-01-03'],
    };
    expect(await mechanism(hub, 'party-affairs', 'publishWorkingCalendar', calendar)).toMatchObject(
      { __typename: 'ForbiddenError' },
    );
    expect(
      fields(
        await mechanism(hub, 'inspection-register', 'publishWorkingCalendar', {
          ...calendar,
          daysOff: ['2026-01-01'],
        }),
      )[0],
    ).toMatchObject({ path: ['daysOff', '0'] });
    expect(
      await mechanism(hub, 'inspection-register', 'publishWorkingCalendar', calendar),
    ).toMatchObject({ year: 2027 });
    await hub.runDueJobs();
    expect((await occurrencesOf(hub, plain))[0]).toMatchObject({
      slotOn: '2027-01-04',
      dueOn: '2027-01-05',
      isProvisional: false,
    });
    expect((await occurrencesOf(hub, moved))[0]).toMatchObject({
      slotOn: '2027-01-04',
      dueOn: '2027-01-06',
    });
    const { data } = await hub.automation.query('{ workingCalendars { year source } }');
    expect(
      (listAt(data, 'workingCalendars') as { year: number }[]).map(({ year }) => year),
    ).toEqual([2025, 2026, 2027]);
    await liveUntil(hub, '2027-02-05T10:00:00');
    const counted = await mechanism(hub, 'party-affairs', 'addStandingMechanism', {
      title: '答复',
      startsOn: '2028-01-01',
      cadence: { kind: 'FACT', factKind: 'x', delayCount: 5, delayUnit: 'WORKING_DAY' },
    });
    expect(fields(counted)[0]).toMatchObject({
      path: ['cadence', 'delayUnit'],
      message: expect.stringContaining('2028') as string,
    });
  });

  test.each([
    [{ kind: 'RULE' }, 'cadence.recurrenceRule', '规则'],
    [{ kind: 'RULE', recurrenceRule: 'FREQ=SECONDLY' }, 'cadence.recurrenceRule', '没有尽头'],
    [
      { kind: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1' },
      'cadence.recurrenceRule',
      '没有任何一天',
    ],
    [{ kind: 'TIMES', times: 0, period: 'MONTH' }, 'cadence.times', '至少 1'],
    [{ kind: 'TIMES', times: 1 }, 'cadence.period', '周期'],
    [{ kind: 'FACT', factKind: 'opened' }, 'cadence.delayCount', '时限'],
    [{ kind: 'TIMES', times: 1, period: 'WEEK', graceCount: 91 }, 'cadence.graceCount', '最多 90'],
    [undefined, 'cadence', '频次'],
  ])(
    'a cadence like %o is one clear error, and nothing is written',
    async (cadence, path, words) => {
      const before = await hub.db.standingMechanism.count();
      const result = await mechanism(hub, 'party-affairs', 'addStandingMechanism', {
        title: '错误',
        cadence,
      });
      expect(fields(result).map((field) => field.path.join('.'))).toContain(path);
      expect(fields(result)[0]!.message).toContain(words);
      expect(await hub.db.standingMechanism.count()).toBe(before);
      if (!cadence) return;
      const { errors, text } = await hub.automation.query(
        'query ($cadence: MechanismCadenceInput!) { previewMechanismCadence(cadence: $cadence) { unknownYears } }',
        { cadence },
      );
      expect([errors !== undefined, text.includes('INTERNAL')]).toEqual([true, false]);
    },
  );

  test('who may not set one up is refused, and another bureau’s is not there', async () => {
    const cadence = { kind: 'TIMES', times: 1, period: 'MONTH' };
    expect(
      await mechanism(hub, 'contact-public-services', 'addStandingMechanism', {
        title: '越权',
        cadence,
      }),
    ).toMatchObject({ __typename: 'ForbiddenError' });
    expect(
      await mechanism(hub, 'party-affairs', 'addStandingMechanism', {
        title: '别局',
        organizationId: organization('SF'),
        cadence,
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    const id = await addMechanism(hub, { title: '示范局的', cadence }, 'model-party-affairs');
    expect(
      await mechanism(hub, 'party-affairs', 'editStandingMechanism', {
        id,
        expectedVersion: 1,
        title: '改',
      }),
    ).toMatchObject({ __typename: 'NotFoundError' });
    expect(
      await mechanism(hub, 'model-party-affairs', 'editStandingMechanism', {
        id,
        expectedVersion: 9,
        title: '改',
      }),
    ).toMatchObject({ __typename: 'ConflictError' });
    expect(
      textAt(
        await mechanism(hub, 'model-party-affairs', 'editStandingMechanism', {
          id,
          expectedVersion: 1,
          title: '改',
        }),
        'title',
      ),
    ).toBe('改');
  });

  test('all of it folds from the log, which tells of every mutation', async () => {
    await expectTold(hub, 0n, STORIES.mechanisms);
    await expectFold(hub, [
      'StandingMechanism',
      'MechanismOccurrence',
      'OccurrenceProof',
      'BusinessFact',
      'WorkingCalendar',
    ]);
  });
});
