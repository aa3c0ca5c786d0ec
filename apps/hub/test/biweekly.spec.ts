import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBiweeklyPeriods } from '@taizhang/reporting';
import {
  biweekly,
  moveClock,
  partOf,
  putRound,
  readReport,
  reportsOf,
} from './harness/biweekly.ts';
import { person, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const START = '2026-03-02T09:00:00';
const CONTACT = 'contact-public-services';

describeOnEachDatabase('biweekly reports', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date(`${START}+08:00`) });
    for (const login of [CONTACT, 'contact-office', 'party-affairs', 'leader-culture'] as const)
      await hub.signInAs(login);
    await moveClock(hub, START);
  });
  afterAll(() => hub.stop());

  const change = (...args: Parameters<typeof biweekly> extends [unknown, ...infer R] ? R : never) =>
    biweekly(hub, ...args);
  const versioned = (record: unknown, fields: object = {}) => ({
    id: textAt(record, 'id'),
    expectedVersion: numberAt(record, 'version'),
    ...fields,
  });
  const allowed = (record: unknown, action: string) =>
    at(
      listAt(record, 'allowedActions').find((one) => at(one, 'action') === action),
      'allowed',
    );
  const said = (text: string) => ({
    progress: text,
    nextStep: '继续推进',
    expectedOn: '2026-05-01',
  });

  /** Opens the current period of a round and gives back its newest report. */
  async function open(roundId: string) {
    await hub.runDueJobs();
    return (await reportsOf(hub, roundId)).at(-1)!;
  }
  /** Answers for every item of a unit and hands its part in. */
  async function handIn(
    reportId: string,
    code: string,
    login: 'contact-public-services' | 'contact-office',
  ) {
    const part = partOf(await readReport(hub, login, reportId), code);
    for (const entry of listAt(part, 'entries'))
      await change(login, 'updateBiweeklyEntry', versioned(entry, said(`${code} 已推进`)));
    return change(login, 'submitBiweeklyUnitReport', versioned(part));
  }

  test('are opened by themselves, once, with an entry for each open item of each unit', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF', 'GF', 'BG']);
    await round.put('GF', {
      status: 'CLOSED',
      closedOn: new Date('2026-03-01'),
      closedById: person('inspection-verify'),
    });
    await round.put('GF', { responsibleUnitId: null });
    const scope = {
      db: hub.db,
      now: () => new Date(`${START}+08:00`),
      signal: new AbortController().signal,
    };
    await Promise.all([openBiweeklyPeriods.run(scope, {}), openBiweeklyPeriods.run(scope, {})]);
    await openBiweeklyPeriods.run(scope, {});
    const reports = await reportsOf(hub, round.id);
    expect(reports.map(({ ordinal, status }) => [ordinal, status])).toEqual([[1, 'OPEN']]);
    const read = await readReport(hub, 'party-affairs', reports[0]!.apiId);
    expect(read).toMatchObject({
      startsOn: '2026-03-02',
      endsOn: '2026-03-15',
      unitCount: 2,
      isOver: false,
    });
    expect(at(partOf(read, 'GF'), 'entryCount')).toBe(2);
    expect(at(partOf(read, 'BG'), 'entryCount')).toBe(1);
    expect(
      await hub.db.event.findMany({
        where: { subjectId: reports[0]!.id },
        select: { type: true, actorName: true },
      }),
    ).toEqual([{ type: 'BIWEEKLY_REPORT_OPENED', actorName: '系统 / System' }]);
  });

  test('take in an item that gets a unit later, and let one that nobody spoke of go to its new unit', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF', 'GF']);
    const late = await round.put('BG', { responsibleUnitId: null });
    const report = await open(round.id);
    for (const { id } of [late, round.items[0]!])
      await changeRow(hub, 'RectificationItem', id, { responsibleUnitId: unit('BG') });
    await moveClock(hub, '2026-03-02T12:00:00');
    await hub.runDueJobs();
    const read = await readReport(hub, 'party-affairs', report.apiId);
    expect([at(partOf(read, 'GF'), 'entryCount'), at(partOf(read, 'BG'), 'entryCount')]).toEqual([
      1, 2,
    ]);
  });

  test('make up for the periods of an outage, not for those before a round was entered', async () => {
    await moveClock(hub, START);
    const [known, entered] = [
      await putRound(hub, '2026-03-02', ['GF']),
      await putRound(hub, '2025-12-01', ['GF']),
    ];
    const ancient = await putRound(hub, '2024-03-01', ['GF']);
    await open(known.id);
    await moveClock(hub, '2026-04-14T09:00:00');
    await hub.runDueJobs();
    const ordinals = async (id: string) => (await reportsOf(hub, id)).map(({ ordinal }) => ordinal);
    expect(await ordinals(known.id)).toEqual([1, 2, 3, 4]);
    expect(await ordinals(entered.id)).toEqual([7, 8, 9, 10]);
    expect(await ordinals(ancient.id)).toHaveLength(4);
    const parts = await hub.db.biweeklyUnitReport.findMany({
      where: { report: { roundId: known.id } },
    });
    expect(parts).toHaveLength(4);
    await moveClock(hub, '2026-12-14T09:00:00');
    await hub.runDueJobs();
    expect(await ordinals(known.id)).toEqual([1, 2, 3, 4, 21]);
  });

  test('are not opened where nothing is open, nor before the feedback', async () => {
    await moveClock(hub, START);
    const closed = await putRound(hub, '2026-03-02', []);
    const coming = await putRound(hub, '2026-03-03', ['GF']);
    await hub.runDueJobs();
    expect([await reportsOf(hub, closed.id), await reportsOf(hub, coming.id)]).toEqual([[], []]);
  });

  test('are filled in by the contact: update, confirm all, hand in, once every item is answered', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF', 'GF', 'BG']);
    const first = await open(round.id);
    let part = partOf(await readReport(hub, CONTACT, first.apiId), 'GF');
    const [one, two] = listAt(part, 'entries');
    expect(await change(CONTACT, 'confirmBiweeklyEntry', versioned(one))).toMatchObject({
      __typename: 'TransitionError',
      rule: 'entry-has-progress',
    });
    expect(
      await change(CONTACT, 'updateBiweeklyEntry', versioned(one, said('已开工'))),
    ).toMatchObject({
      answer: 'UPDATED',
      progress: '已开工',
      version: 2,
      answeredBy: { displayName: '公共服务科联络员' },
    });
    expect(await change(CONTACT, 'submitBiweeklyUnitReport', versioned(part))).toMatchObject({
      rule: 'entries-are-answered',
    });
    expect(await change(CONTACT, 'updateBiweeklyEntry', versioned(two, said('')))).toMatchObject({
      __typename: 'ValidationError',
      fieldErrors: [{ path: ['progress'] }],
    });
    await change(CONTACT, 'updateBiweeklyEntry', versioned(two, said('已招标')));
    expect(await change(CONTACT, 'updateBiweeklyEntry', versioned(two, said('旧')))).toMatchObject({
      __typename: 'ConflictError',
    });
    expect(
      await change('contact-office', 'submitBiweeklyUnitReport', versioned(part)),
    ).toMatchObject({
      __typename: 'NotFoundError',
    });
    expect(await change(CONTACT, 'submitBiweeklyUnitReport', versioned(part))).toMatchObject({
      status: 'SUBMITTED',
      isLate: false,
    });
    expect(
      await change(
        CONTACT,
        'updateBiweeklyEntry',
        versioned(one, { expectedVersion: 2, ...said('又') }),
      ),
    ).toMatchObject({
      rule: 'unit-report-open',
    });

    await moveClock(hub, '2026-03-16T09:00:00');
    const second = await open(round.id);
    part = partOf(await readReport(hub, CONTACT, second.apiId), 'GF');
    expect(
      listAt(part, 'entries').map((entry) => [at(entry, 'answer'), at(entry, 'progress')]),
    ).toEqual([
      ['UNANSWERED', '已开工'],
      ['UNANSWERED', '已招标'],
    ]);
    const confirmed = await change(CONTACT, 'confirmAllBiweeklyEntries', versioned(part));
    // The part itself is as it was: what changed are its entries.
    expect(confirmed).toMatchObject({ status: 'OPEN', answeredCount: 2, version: 1 });
    const events = await hub.db.event.findMany({
      where: { type: 'BIWEEKLY_ENTRY_CONFIRMED', itemId: { in: round.items.map(({ id }) => id) } },
    });
    expect(events).toHaveLength(2);
    expect(await change(CONTACT, 'submitBiweeklyUnitReport', versioned(confirmed))).toMatchObject({
      status: 'SUBMITTED',
    });
  });

  test('go back to a unit with a reason, by party affairs alone', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF']);
    const report = await open(round.id);
    const part = await handIn(report.apiId, 'GF', CONTACT);
    const reason = { reason: '进展写得太笼统' };
    expect(
      await change(CONTACT, 'returnBiweeklyUnitReport', versioned(part, reason)),
    ).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const returned = await change(
      'party-affairs',
      'returnBiweeklyUnitReport',
      versioned(part, reason),
    );
    expect(returned).toMatchObject({ status: 'RETURNED', returnReason: '进展写得太笼统' });
    expect(
      allowed(await readReport(hub, 'party-affairs', report.apiId), 'compileBiweeklyReport'),
    ).toBe(false);
    expect(await change(CONTACT, 'submitBiweeklyUnitReport', versioned(returned))).toMatchObject({
      status: 'SUBMITTED',
      returnReason: null,
    });
  });

  test('remind late units by the clock once each, and by hand once a day', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF', 'BG']);
    const report = await open(round.id);
    await handIn(report.apiId, 'BG', 'contact-office');
    const told = async () =>
      (
        await hub.db.notification.findMany({
          where: { subjectId: report.id },
          orderBy: { id: 'asc' },
          select: { kind: true, personId: true },
        })
      ).map(({ kind, personId }) => [kind, personId === person(CONTACT)]);
    await moveClock(hub, '2026-03-13T09:00:00');
    await hub.runDueJobs();
    expect(await told()).toEqual([]);
    for (const moment of [
      '2026-03-14T01:00:00',
      '2026-03-14T09:00:00',
      '2026-03-15T10:00:00',
      '2026-03-16T08:00:00',
      '2026-03-17T08:00:00',
    ]) {
      await moveClock(hub, moment);
      await hub.runDueJobs();
      if (moment.includes('T01')) expect(await told()).toEqual([]);
    }
    expect(await told()).toEqual([
      ['BIWEEKLY_REPORT_DUE', true],
      ['BIWEEKLY_REPORT_LATE', true],
    ]);
    const remind = () => change('party-affairs', 'remindBiweeklyUnits', { reportId: report.apiId });
    expect(await remind()).toMatchObject({ lateUnits: [{ code: 'MH-WL-GF' }] });
    await remind();
    expect((await told()).length).toBe(3);
    const reminders = await hub.db.event.findMany({
      where: { subjectId: report.id, type: 'BIWEEKLY_UNITS_REMINDED' },
      orderBy: { id: 'asc' },
    });
    expect(reminders.map(({ operation, after }) => [operation, after])).toEqual([
      [null, { units: 1, told: 1 }],
      [null, { units: 1, told: 0 }],
    ]);
    expect(await change(CONTACT, 'remindBiweeklyUnits', { reportId: report.apiId })).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const list = async (late: boolean) =>
      listAt(
        (
          await (
            await hub.signInAs('party-affairs')
          ).query(LIST, { filter: { roundId: round.apiId, late } })
        ).data,
        'biweeklyReports.edges',
      ).map((edge) => at(edge, 'node.ordinal'));
    expect([await list(true), await list(false)]).toEqual([[1], [2]]);
  });

  test('are compiled when every unit is in, or when the late ones are accepted one by one', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF', 'BG']);
    const report = await open(round.id);
    await handIn(report.apiId, 'GF', CONTACT);
    const office = `Organization_${unit('BG')}`;
    const compile = (fields: object) =>
      change('party-affairs', 'compileBiweeklyReport', {
        id: report.apiId,
        expectedVersion: 1,
        ...fields,
      });
    expect(await compile({ acceptedLateUnitIds: [office] })).toMatchObject({
      rule: 'units-are-in',
    });
    await moveClock(hub, '2026-03-16T09:00:00');
    expect(await compile({})).toMatchObject({ rule: 'units-are-in' });
    expect(await compile({ acceptedLateUnitIds: [`Organization_${unit('GF')}`] })).toMatchObject({
      rule: 'units-are-in',
    });
    const done = await compile({ acceptedLateUnitIds: [office], summary: '一科室缺报' });
    expect(done).toMatchObject({
      status: 'COMPILED',
      summary: '一科室缺报',
      lateUnits: [{ code: 'MH-WL-BG' }],
    });
    const part = partOf(await readReport(hub, 'contact-office', report.apiId), 'BG');
    expect(
      await hub.db.event.count({
        where: {
          type: 'BIWEEKLY_UNIT_ACCEPTED_AS_LATE',
          subjectId: textAt(part, 'id').split('_')[1]!,
        },
      }),
    ).toBe(1);
    const [entry] = listAt(part, 'entries');
    expect(
      await change('contact-office', 'updateBiweeklyEntry', versioned(entry, said('补报'))),
    ).toMatchObject({
      rule: 'report-open',
    });
    const edited = await change(
      'party-affairs',
      'editBiweeklySummary',
      versioned(done, { summary: '改' }),
    );
    const reopened = await change(
      'leader-culture',
      'reopenBiweeklyReport',
      versioned(edited, { reason: '请补齐' }),
    );
    expect(reopened).toMatchObject({
      status: 'OPEN',
      compiledBy: null,
      reopenReason: '请补齐',
      summary: '改',
    });
  });

  test('of two who hand in and compile at once, one order holds', async () => {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', ['GF']);
    const report = await open(round.id);
    const part = partOf(await readReport(hub, CONTACT, report.apiId), 'GF');
    const [entry] = listAt(part, 'entries');
    await change(CONTACT, 'updateBiweeklyEntry', versioned(entry, said('已完成')));
    const answers = await Promise.all([
      change(CONTACT, 'submitBiweeklyUnitReport', versioned(part)),
      change(CONTACT, 'submitBiweeklyUnitReport', versioned(part)),
      change('party-affairs', 'compileBiweeklyReport', { id: report.apiId, expectedVersion: 1 }),
    ]);
    expect(answers.filter((answer) => at(answer, 'status') === 'SUBMITTED')).toHaveLength(1);
    const stored = await hub.db.biweeklyReport.findUniqueOrThrow({ where: { id: report.id } });
    expect(stored.status).toBe(at(answers[2], 'status') ?? 'OPEN');
  });
});

const LIST = `query ($filter: BiweeklyReportFilter) {
  biweeklyReports(filter: $filter) { totalCount edges { node { ordinal } } }
}`;
