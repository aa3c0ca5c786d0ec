import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { expectFold } from './harness/expect-fold.ts';
import { unit } from './harness/ledger.ts';
import {
  addMechanism,
  liveUntil,
  mechanism,
  occurrencesOf,
  type SeenOccurrence,
} from './harness/mechanisms.ts';
import { at } from './harness/read.ts';
import { STORIES as TOLD } from './harness/stories.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';
import { expectTold } from './harness/told-events.ts';

const organization = (key: Parameters<typeof unit>[0]) => `Organization_${unit(key)}`;
const MONTHS = 24;

/** The first day of the nth month from 2025-01 on. */
const monthAt = (n: number, day = '01') =>
  `${2025 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-${day}`;

interface Story {
  /** What the notice calls it. */
  title: string;
  unitKey: Parameters<typeof unit>[0];
  cadence: Record<string, unknown>;
  more?: Record<string, unknown>;
  /** How often it falls due in two years. */
  times: number;
  /** The day on which the first and the last of them are due. */
  first: string;
  last: string;
}

/** What recurs of all that the notice promises; registers hold the entries of others. */
const STORIES: readonly Story[] = [
  {
    title: '双周调度',
    unitKey: 'DQ',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR' },
    times: 52,
    first: '2025-01-03',
    last: '2026-12-18',
  },
  {
    title: '分管领导督办',
    unitKey: 'DQ',
    cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    times: 24,
    first: '2025-02-05',
    last: '2026-12-31',
  },
  {
    title: '企业数据与投诉收集',
    unitKey: 'CY',
    cadence: { kind: 'TIMES', times: 1, period: 'WEEK', dayOff: 'BEFORE' },
    times: 104,
    first: '2025-01-03',
    last: '2026-12-25',
  },
  {
    title: '城市书房点位检查',
    unitKey: 'GF',
    cadence: { kind: 'TIMES', times: 1, period: 'QUARTER' },
    times: 8,
    first: '2025-03-31',
    last: '2026-12-31',
  },
  {
    title: '三年培养计划年度评估',
    unitKey: 'DQ',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31' },
    times: 2,
    first: '2025-12-31',
    last: '2026-12-31',
  },
  {
    title: '责任清单、承诺表、计划表审核',
    unitKey: 'DQ',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31' },
    times: 2,
    first: '2025-03-31',
    last: '2026-03-31',
  },
  {
    title: '礼品礼金登记核对',
    unitKey: 'BG',
    cadence: { kind: 'TIMES', times: 1, period: 'QUARTER' },
    times: 8,
    first: '2025-03-31',
    last: '2026-12-31',
  },
  {
    title: '公务用车台账核查',
    unitKey: 'BG',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYMONTHDAY=5', dayOff: 'KEEP' },
    times: 24,
    first: '2025-01-05',
    last: '2026-12-05',
  },
  {
    title: '供应商关联关系检查',
    unitKey: 'JC',
    cadence: { kind: 'TIMES', times: 2, period: 'YEAR' },
    times: 4,
    first: '2025-12-31',
    last: '2026-12-31',
  },
  {
    title: '小型工程台账核对',
    unitKey: 'JC',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYDAY=-1FR' },
    times: 24,
    first: '2025-02-05',
    last: '2026-12-25',
  },
  {
    title: '许可信息推送',
    unitKey: 'SP',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYMONTHDAY=15,31', dayOff: 'KEEP' },
    times: 48,
    first: '2025-01-15',
    last: '2026-12-31',
  },
  {
    title: '合同履约抽查',
    unitKey: 'JC',
    cadence: { kind: 'TIMES', times: 1, period: 'HALF_YEAR' },
    times: 4,
    first: '2025-06-30',
    last: '2026-12-31',
  },
  {
    title: '城市剧院年度审计与利润分成',
    unitKey: 'JY',
    cadence: { kind: 'RULE', recurrenceRule: 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30' },
    times: 2,
    first: '2025-04-30',
    last: '2026-04-30',
  },
  {
    title: '制度梳理',
    unitKey: 'BG',
    cadence: { kind: 'TIMES', times: 1, period: 'YEAR' },
    times: 2,
    first: '2025-12-31',
    last: '2026-12-31',
  },
  {
    title: '回头看与年度考核',
    unitKey: 'DQ',
    cadence: { kind: 'TIMES', times: 1, period: 'HALF_YEAR' },
    times: 4,
    first: '2025-06-30',
    last: '2026-12-31',
  },
  {
    title: '意见反馈渠道检查',
    unitKey: 'BG',
    cadence: { kind: 'TIMES', times: 1, period: 'QUARTER' },
    times: 8,
    first: '2025-03-31',
    last: '2026-12-31',
  },
];

/** Who answers for a unit in these stories: party affairs stand in everywhere. */
const complete = (hub: TestHub, one: SeenOccurrence, doneOn: string) =>
  mechanism(hub, 'party-affairs', 'completeOccurrence', {
    id: one.id,
    expectedVersion: one.version,
    doneOn,
    note: '已办理，有记录',
  });

describeOnEachDatabase('what the notice promises to keep up, over two years', (kind) => {
  let hub: TestHub;
  const ids = new Map<string, string>();
  let [studies, visits] = ['', ''];
  beforeAll(async () => {
    hub = await startTestHub(kind, { now: new Date('2025-01-01T02:00:00Z') });
    await liveUntil(hub, '2025-01-01T10:00:00');
    for (const { title, unitKey, cadence, more } of STORIES)
      ids.set(
        title,
        await addMechanism(hub, {
          title: `${title}（故事）`,
          responsibleUnitId: organization(unitKey),
          cadence,
          ...more,
        }),
      );
    studies = await addMechanism(hub, {
      title: '第一议题与中心组学习（故事）',
      responsibleUnitId: organization('DQ'),
      doneByTraining: 'FIRST_AGENDA_STUDY',
      cadence: { kind: 'TIMES', times: 1, period: 'MONTH' },
    });
    visits = await addMechanism(hub, {
      title: '新开企业走访（故事）',
      responsibleUnitId: organization('SC'),
      cadence: { kind: 'FACT', factKind: 'business-opened', delayCount: 1, delayUnit: 'MONTH' },
    });
    const open = async (n: number) =>
      change(await hub.signInAs('party-affairs'), 'recordTraining', {
        kind: 'FIRST_AGENDA_STUDY',
        direction: 'HELD',
        topic: `第一议题 ${n}`,
        responsibleUnitId: organization('DQ'),
        sessions: [{ heldOn: monthAt(n, '08') }],
      });
    // Each month: a study is held but for two, businesses open, and the hub looks twice.
    for (let n = 0; n < MONTHS; n += 1) {
      await liveUntil(hub, `${monthAt(n, '12')}T10:00:00`);
      if (n !== 5 && n !== 13) await open(n);
      if (n % 4 === 0)
        await mechanism(hub, 'party-affairs', 'registerBusinessFact', {
          kind: 'business-opened',
          system: '审批系统',
          key: `XK-${n}`,
          title: `新开企业 ${n}`,
          happenedOn: monthAt(n, '03'),
          organizationId: organization('WL'),
        });
      await hub.runDueJobs();
    }
    await liveUntil(hub, '2026-12-31T20:00:00');
  }, 240_000);
  afterAll(() => hub.stop());

  test.each(STORIES.map((story) => [story.title, story] as const))(
    '%s falls due as often as it was promised, and no oftener',
    async (title, { times, first, last }) => {
      const all = await occurrencesOf(hub, ids.get(title)!);
      const within = all.filter(({ slotOn }) => slotOn <= '2026-12-31');
      expect(within).toHaveLength(times);
      const days = within.map(({ dueOn }) => dueOn).sort();
      expect([days[0], days.at(-1)]).toEqual([first, last]);
      expect(new Set(within.map(({ slot }) => slot)).size).toBe(times);
      const isOver = ({ graceEndsOn }: SeenOccurrence) => graceEndsOn < '2026-12-31';
      expect(within.filter(isOver).every(({ status }) => status === 'MISSED')).toBe(true);
    },
  );

  test('a study is done by its training; the two months without one are missed', async () => {
    const all = await occurrencesOf(hub, studies);
    const by = (status: string) => all.filter((one) => one.status === status);
    expect([by('DONE').length, by('MISSED').map(({ slot }) => slot)]).toEqual([
      22,
      ['2025-06/1', '2026-02/1'],
    ]);
  });

  test('a business opened on the 3rd is to be visited by the 3rd of the next month, once a business', async () => {
    const all = await occurrencesOf(hub, visits);
    expect(all.map(({ slotOn, dueOn }) => [slotOn, dueOn])).toEqual([
      ['2025-02-03', '2025-02-05'],
      ['2025-06-03', '2025-06-03'],
      ['2025-10-03', '2025-10-09'],
      ['2026-02-03', '2026-02-03'],
      ['2026-06-03', '2026-06-03'],
      ['2026-10-03', '2026-10-08'],
    ]);
    const fact = (happenedOn: string, title = '新开企业 20') =>
      mechanism(hub, 'party-affairs', 'registerBusinessFact', {
        kind: 'business-opened',
        system: '审批系统',
        key: 'XK-20',
        title,
        happenedOn,
        organizationId: organization('WL'),
      });
    expect(await fact('2026-09-03')).toMatchObject({ version: 1 });
    expect(await occurrencesOf(hub, visits)).toHaveLength(6);
    // The other system puts right what was visited too late to matter: nothing that is over moves.
    expect(await fact('2026-09-04', '更正后的企业')).toMatchObject({
      version: 2,
      title: '更正后的企业',
    });
    expect((await occurrencesOf(hub, visits)).at(-1)).toMatchObject({ slotOn: '2026-10-03' });
    const opened = {
      kind: 'business-opened',
      system: '审批系统',
      key: 'XK-99',
      title: '年底新开企业',
      organizationId: organization('WL'),
    };
    const register = (login: 'party-affairs' | 'contact-market' | 'viewer', happenedOn: string) =>
      mechanism(hub, login, 'registerBusinessFact', { ...opened, happenedOn });
    expect(await register('viewer', '2026-12-30')).toMatchObject({ __typename: 'ForbiddenError' });
    expect(await register('party-affairs', '2026-12-30')).toMatchObject({ version: 1 });
    const added = async () => (await occurrencesOf(hub, visits)).at(-1)!;
    expect(await added()).toMatchObject({
      slotOn: '2027-01-30',
      status: 'DUE',
      isProvisional: true,
    });
    expect(await register('party-affairs', '2026-12-28')).toMatchObject({ version: 2 });
    expect(await added()).toMatchObject({ slotOn: '2027-01-28', opensOn: '2026-12-28' });
  });

  test('a supplier check is kept, late and missed over its years, with the reason, and a figure says so', async () => {
    const id = ids.get('供应商关联关系检查')!;
    const all = await occurrencesOf(hub, id);
    expect(
      all.filter(({ slotOn }) => slotOn.startsWith('2025')).map(({ status }) => status),
    ).toEqual(['MISSED', 'MISSED']);
    const [first, second] = all as [SeenOccurrence, SeenOccurrence];
    expect(await complete(hub, first, '2025-12-20')).toMatchObject({ status: 'DONE' });
    expect(
      await mechanism(hub, 'contact-finance', 'explainMissedOccurrence', {
        id: second.id,
        expectedVersion: second.version,
        reason: '采购系统迁移',
        doneOn: '2026-01-20',
      }),
    ).toMatchObject({ status: 'MISSED', doneOn: '2026-01-20' });
    const { data } = await hub.automation.query(
      `query ($id: ID!) { mechanismPunctuality(filter: { mechanismId: $id }) { byYear { year onTime missed open rate } } }`,
      { id },
    );
    expect(at(data, 'mechanismPunctuality.byYear')).toEqual([
      { year: 2026, onTime: 0, missed: 0, open: 2, rate: null },
      { year: 2025, onTime: 1, missed: 1, open: 0, rate: 0.5 },
    ]);
  });

  test('all of it folds from the log', async () => {
    await expectFold(hub, ['StandingMechanism', 'MechanismOccurrence', 'BusinessFact']);
    await expectTold(hub, 0n, TOLD['mechanism-stories']);
  });
});
