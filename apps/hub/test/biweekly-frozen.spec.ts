import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  biweekly,
  moveClock,
  partOf,
  putRound,
  readReport,
  reportsOf,
} from './harness/biweekly.ts';
import { person, unit } from './harness/ledger.ts';
import { changeRow, prepared, putRows, removeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const START = '2026-03-02T09:00:00';
const CONTACT = 'contact-public-services';

describeOnEachDatabase('frozen biweekly reports', (kind) => {
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
  async function compiled(units: readonly ('GF' | 'BG')[] = ['GF', 'BG']) {
    await moveClock(hub, START);
    const round = await putRound(hub, '2026-03-02', units);
    const report = await open(round.id);
    for (const code of units)
      await handIn(report.apiId, code, code === 'GF' ? CONTACT : 'contact-office');
    const answer = await change('party-affairs', 'compileBiweeklyReport', {
      id: report.apiId,
      expectedVersion: 1,
      summary: '本期总体平稳',
    });
    return { round, report, answer };
  }
  const freeze = (record: unknown) =>
    change('leader-culture', 'freezeBiweeklyReport', versioned(record));

  test('are frozen by a leader who did not compile them, with every item as it was', async () => {
    const { report, answer, round } = await compiled();
    expect(answer).toMatchObject({ status: 'COMPILED', compiledBy: { displayName: '党群科科长' } });
    expect(await change('party-affairs', 'freezeBiweeklyReport', versioned(answer))).toMatchObject({
      __typename: 'ForbiddenError',
    });
    const leading = await putRows(hub, ({ create }) =>
      create(prepared('RoleAssignment'), {
        personId: person('party-affairs'),
        role: 'LEAD_LEADER',
        organizationId: unit('WL'),
      }),
    );
    expect(await change('party-affairs', 'freezeBiweeklyReport', versioned(answer))).toMatchObject({
      rule: 'four-eyes',
    });
    await removeRow(hub, 'RoleAssignment', leading.id);
    const frozen = await freeze(answer);
    expect(frozen).toMatchObject({ status: 'FROZEN' });
    for (const action of ['editBiweeklySummary', 'reopenBiweeklyReport', 'compileBiweeklyReport'])
      expect(
        await change(
          'party-affairs',
          action,
          versioned(
            frozen,
            action === 'compileBiweeklyReport'
              ? {}
              : action === 'reopenBiweeklyReport'
                ? { reason: 'x' }
                : { summary: 'x' },
          ),
        ),
      ).toMatchObject({ rule: 'status' });
    await changeRow(hub, 'RectificationItem', round.items[0]!.id, { title: '后来改的' });
    const client = await hub.signInAs('viewer');
    const { data } = await client.query(ROWS, { id: report.apiId });
    expect(at(data, 'node.totals')).toMatchObject({
      itemCount: 2,
      completionRate: { numerator: 0, denominator: 2, rate: 0 },
    });
    expect(listAt(data, 'node.rows.edges').map((edge) => at(edge, 'node'))).toMatchObject([
      {
        ordinal: 1,
        title: round.items[0]!.title,
        progress: 'GF 已推进',
        measureCounts: [{ status: 'APPROVED', count: 1 }],
      },
      { ordinal: 2, responsibleUnitName: '办公室', progress: 'BG 已推进' },
    ]);
    const events = await hub.db.event.findMany({
      where: { subjectId: report.id },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ type, subjectVersion }) => [type, subjectVersion])).toEqual([
      ['BIWEEKLY_REPORT_OPENED', 1],
      ['BIWEEKLY_REPORT_COMPILED', 2],
      ['BIWEEKLY_REPORT_FROZEN', 3],
    ]);
  });

  test('never change once frozen, not by SQL either', async () => {
    const { report, answer } = await compiled(['GF']);
    await freeze(answer);
    const where = `WHERE "reportId" = '${report.id}'`;
    for (const statement of [
      `UPDATE "BiweeklyReport" SET "summary" = 'x' WHERE "id" = '${report.id}'`,
      `DELETE FROM "BiweeklyReport" WHERE "id" = '${report.id}'`,
      `UPDATE "BiweeklySnapshotRow" SET "title" = 'x' ${where}`,
      `DELETE FROM "BiweeklySnapshotRow" ${where}`,
      'TRUNCATE "BiweeklySnapshotRow"',
      `INSERT INTO "BiweeklySnapshotRow" SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'ordinal', 99))).* FROM "BiweeklySnapshotRow" r ${where}`,
      `UPDATE "BiweeklyEntry" SET "progress" = 'x' ${where}`,
      `DELETE FROM "BiweeklyUnitReport" ${where}`,
    ])
      await expect(hub.db.$executeRawUnsafe(statement)).rejects.toThrow(
        'a frozen biweekly report never changes',
      );
  });

  test('are compared field by field between any two frozen periods, in what one may see', async () => {
    const { round, report, answer } = await compiled();
    await freeze(answer);
    await moveClock(hub, '2026-03-16T09:00:00');
    await round.put('GF');
    const second = await open(round.id);
    await changeRow(hub, 'RectificationItem', round.items[0]!.id, {
      status: 'SUBMITTED',
      submittedById: person('party-affairs'),
    });
    await handIn(second.apiId, 'GF', CONTACT);
    await handIn(second.apiId, 'BG', 'contact-office');
    const done = await change('party-affairs', 'compileBiweeklyReport', {
      id: second.apiId,
      expectedVersion: 1,
    });
    const compare = async (
      login: Parameters<typeof hub.signInAs>[0],
      from = report.apiId,
      to = second.apiId,
    ) => (await hub.signInAs(login)).query(COMPARE, { from, to });
    expect((await compare('party-affairs')).text).toContain('只能对比已定稿的双周报');
    await freeze(done);
    const whole = at((await compare('party-affairs')).data, 'compareBiweeklyReports');
    expect(whole).toMatchObject({
      from: { ordinal: 1 },
      to: { ordinal: 2 },
      added: [{ responsibleUnitName: '公共服务科' }],
      removed: [],
      unchangedCount: 1,
      changed: [
        {
          row: { code: round.items[0]!.code },
          changes: [{ field: 'status', before: 'IN_PROGRESS', after: 'SUBMITTED' }],
        },
      ],
    });
    const office = at((await compare('contact-office')).data, 'compareBiweeklyReports');
    expect(office).toMatchObject({ added: [], removed: [], changed: [], unchangedCount: 1 });
    expect(at((await compare('model-party-affairs')).data, 'compareBiweeklyReports')).toBeNull();
  });

  test('show a contact its own part alone, and another bureau nothing', async () => {
    const { report, answer } = await compiled();
    const id = report.apiId;
    await freeze(answer);
    const own = await readReport(hub, CONTACT, id);
    expect(own).toMatchObject({
      unitCount: 1,
      unitReports: [{ unit: { code: 'MH-WL-GF' }, entryCount: 1 }],
    });
    const asContact = await (await hub.signInAs(CONTACT)).query(ROWS, { id });
    expect(at(asContact.data, 'node.rows.totalCount')).toBe(1);
    expect(at(asContact.data, 'node.totals.itemCount')).toBe(1);
    const [officePart] = await hub.db.biweeklyUnitReport.findMany({
      where: { reportId: report.id, unitId: unit('BG') },
      include: { entries: true },
    });
    const [row] = await hub.db.biweeklySnapshotRow.findMany({
      where: { reportId: report.id, responsibleUnitId: unit('BG') },
    });
    const hidden = [
      `BiweeklyUnitReport_${officePart!.id}`,
      `BiweeklyEntry_${officePart!.entries[0]!.id}`,
      `BiweeklySnapshotRow_${row!.id}`,
    ];
    const nodes = async (login: Parameters<typeof hub.signInAs>[0], ids: readonly string[]) =>
      Promise.all(
        ids.map(async (one) =>
          at(
            (
              await (
                await hub.signInAs(login)
              ).query('query ($id: ID!) { node(id: $id) { id } }', { id: one })
            ).data,
            'node',
          ),
        ),
      );
    expect(await nodes(CONTACT, hidden)).toEqual([null, null, null]);
    expect(await nodes('contact-office', hidden)).toEqual(hidden.map((one) => ({ id: one })));
    for (const login of [
      'model-party-affairs',
      'model-contact',
      'contact-finance',
      'admin',
    ] as const) {
      expect(await nodes(login, [id, ...hidden])).toEqual([null, null, null, null]);
      const list = await (
        await hub.signInAs(login)
      ).query(LIST, { filter: { roundId: `InspectionRound_${report.roundId}` } });
      expect(at(list.data, 'biweeklyReports')).toMatchObject({ totalCount: 0, edges: [] });
    }
  });
});

const LIST = `query ($filter: BiweeklyReportFilter) {
  biweeklyReports(filter: $filter) { totalCount edges { node { ordinal } } }
}`;
const ROWS = `query ($id: ID!) { node(id: $id) { ... on BiweeklyReport {
  totals { itemCount overdueCount completionRate { numerator denominator rate } }
  rows(first: 50) { totalCount edges { node {
    ordinal title progress responsibleUnitName measureCounts { status count } } } }
} } }`;
const COMPARE = `query ($from: ID!, $to: ID!) {
  compareBiweeklyReports(fromId: $from, toId: $to) {
    from { ordinal } to { ordinal } unchangedCount
    added { responsibleUnitName } removed { code }
    changed { row { code } changes { field before after } }
  }
}`;
