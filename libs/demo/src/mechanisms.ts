import type { NewRow } from '@taizhang/platform';
import { addMonths } from '@taizhang/platform/rules';
import { periodSlots, type Slot } from '@taizhang/mechanisms/rules';
import type { Day, MeasureRef } from './demo-data.type.ts';
import type { OrganizationKey, PersonKey } from './organizations-and-people.ts';

type Cadence = Pick<
  NewRow<'StandingMechanism'>,
  | 'cadence'
  | 'recurrenceRule'
  | 'timesPerPeriod'
  | 'period'
  | 'factKind'
  | 'delayCount'
  | 'delayUnit'
>;

/** What became of one time; by default it is done some days before it is due. */
export type Outcome =
  | { doneOn: Day; note?: string }
  | { missed: string; madeUpOn?: Day }
  | { waived: string; on: Day; by: PersonKey };

/** A standing mechanism of the demonstration. */
export interface DemoMechanism {
  title: string;
  description: string;
  basis?: string;
  unit: OrganizationKey;
  owner: PersonKey;
  item: string;
  measure?: MeasureRef;
  evidenceWanted?: string;
  cadence: Cadence;
  graceCount?: number;
  slots: readonly Slot[];
  /** What is said when it is done as it should be. */
  note: string;
  /** What became otherwise, by slot. */
  outcomes: Readonly<Record<string, Outcome>>;
  suspended?: { on: Day; reason: string };
}

export const MECHANISMS_FROM: Day = '2025-03-03';
/** Until this day the demonstration tells what happened. */
export const MECHANISMS_UNTIL: Day = '2026-11-20';
/** The hub goes on from there by itself. */
const SLOTS_UNTIL = '2027-12-31';

/** So many days of each year, given as month and day, each open since the one before. */
function yearly(...days: readonly `${string}-${string}`[]): Slot[] {
  const all = [2025, 2026, 2027].flatMap((year) => days.map((day) => `${year}-${day}`));
  return opened(all.filter((day) => day >= MECHANISMS_FROM));
}

/** The 15th and the last day of each month. */
const twiceAMonth = (): Slot[] =>
  opened(
    Array.from({ length: 34 }, (_, month) => [
      addMonths('2025-03-15', month),
      addMonths('2025-03-31', month),
    ]).flat(),
  );

const opened = (days: readonly string[]): Slot[] =>
  days.map((slotOn, index) => ({
    slot: slotOn,
    slotOn,
    opensOn: index ? nextDay(days[index - 1]!) : MECHANISMS_FROM,
  }));

const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

const times = (timesPerPeriod: number, period: 'MONTH' | 'QUARTER' | 'HALF_YEAR') => ({
  cadence: { cadence: 'TIMES', timesPerPeriod, period } as const,
  slots: periodSlots({ times: timesPerPeriod, period }, MECHANISMS_FROM, SLOTS_UNTIL),
});
const rule = (recurrenceRule: string, slots: Slot[]) => ({
  cadence: { cadence: 'RULE', recurrenceRule } as const,
  slots,
});

/** What the notice promises to keep up, as the bureau keeps it here: mostly, and not always. */
export const mechanisms: readonly DemoMechanism[] = [
  {
    title: '“第一议题”学习',
    description: '局党组会首个议程学习重要讲话精神，学习要点、研讨发言和落实事项逐期留痕。',
    unit: 'DQ',
    owner: 'contact-party-affairs',
    item: '1.1',
    ...times(1, 'MONTH'),
    note: '局党组会“第一议题”学习，形成学习记录并明确落实事项 2 项。',
    outcomes: {
      '2025-08/1': { doneOn: '2025-08-29', note: '局党组会“第一议题”学习，落实事项 3 项。' },
      '2026-02/1': { missed: '春节前后未召开局党组会', madeUpOn: '2026-03-04' },
    },
  },
  {
    title: '党组理论学习中心组学习',
    description: '每季度至少组织一次专题学习研讨。',
    unit: 'DQ',
    owner: 'contact-party-affairs',
    item: '1.1',
    ...times(1, 'QUARTER'),
    note: '中心组专题学习研讨，交流发言 4 人次。',
    outcomes: {},
  },
  {
    title: '企业数据与投诉情况收集',
    description: '专人收集规上企业经营数据和行业投诉，按月汇总分析。',
    unit: 'CY',
    owner: 'contact-industry',
    item: '1.1',
    ...times(1, 'MONTH'),
    graceCount: 10,
    note: '完成当月企业数据与投诉汇总分析。',
    outcomes: {
      '2025-09/1': { doneOn: '2025-10-09', note: '节后补齐当月数据。' },
      '2026-07/1': { missed: '数据口径调整，当月未形成汇总', madeUpOn: '2026-08-14' },
    },
  },
  {
    title: '责任清单、承诺表和计划表年度审核',
    description: '各单位主要负责人和班子成员每年填报，由局党组审核。',
    unit: 'DQ',
    owner: 'contact-party-affairs',
    item: '2.1',
    ...rule('FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31', yearly('03-31')),
    note: '收齐各单位承诺、计划两张表，经局党组会审核通过。',
    outcomes: {},
  },
  {
    title: '党风廉政建设责任制年底督查',
    description: '对照责任清单督查各单位年度落实情况。',
    unit: 'DQ',
    owner: 'contact-party-affairs',
    item: '2.1',
    ...rule('FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20', yearly('12-20')),
    note: '完成年底督查，反馈问题 5 个并督促整改。',
    outcomes: {},
  },
  {
    title: '礼品礼金礼券登记核对',
    description: '办公室登记、计财科入账、党群科处置，每季度核对一次。',
    unit: 'BG',
    owner: 'contact-office',
    item: '2.2',
    ...times(1, 'QUARTER'),
    note: '三方核对登记簿与账册，账实相符。',
    outcomes: {
      '2026-Q1/1': { missed: '经办人轮岗，交接期间漏核', madeUpOn: '2026-04-14' },
    },
  },
  {
    title: '供应商关联关系检查',
    description: '每年集中检查采购两次，重点核对供应商关联关系；查实关联的终止合作、重新采购。',
    unit: 'JC',
    owner: 'contact-finance',
    item: '4.1',
    evidenceWanted: '检查情况表',
    ...rule('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20', yearly('06-20', '12-20')),
    graceCount: 10,
    note: '核对在用供应商 46 家，发现关联 1 组，已终止合作并重新采购。',
    outcomes: {
      '2026-06-20': { doneOn: '2026-06-26', note: '核对在用供应商 51 家，未发现关联。' },
    },
  },
  {
    title: '许可信息推送',
    description: '许可公示信息每月推送两次给监管、执法部门，并取得回执。',
    unit: 'SP',
    owner: 'contact-licensing',
    item: '3.2',
    ...rule('FREQ=MONTHLY;BYMONTHDAY=15,31', twiceAMonth()),
    note: '推送许可信息并收到回执。',
    outcomes: {
      '2025-07-31': { missed: '系统升级，推送中断', madeUpOn: '2025-08-06' },
      '2026-02-15': { waived: '当期无新增许可信息', on: '2026-02-12', by: 'leader-market' },
      '2026-10-15': { missed: '承办人公出，未交接', madeUpOn: '2026-10-21' },
    },
  },
  {
    title: '城市剧院年度审计与利润分成',
    description: '第三方提交年度审计报告，分成按合同执行。',
    unit: 'JY',
    owner: 'contact-theatre',
    item: '4.2',
    evidenceWanted: '第三方审计报告、分成入账凭证',
    ...rule('FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30', yearly('04-30')),
    graceCount: 31,
    note: '收到第三方审计报告，分成款按合同入账。',
    outcomes: { '2026-04-30': { doneOn: '2026-05-22', note: '审计报告延后提交，分成款已入账。' } },
  },
  {
    title: '城市书房全覆盖检查',
    description: '每季度对所有点位检查一遍，发现缺陷限期修复。',
    unit: 'GF',
    owner: 'contact-public-services',
    item: '1.2',
    ...times(1, 'QUARTER'),
    note: '检查全部点位，发现缺陷 7 处，均已修复。',
    outcomes: {},
    suspended: { on: '2026-08-10', reason: '点位统一改造，改造期间暂停检查' },
  },
];

/** Businesses that opened, and when they were visited: within a month, as was promised, or not. */
export const openings: readonly { key: string; openedOn: Day; outcome: Outcome }[] = [
  { key: 'XK-2025-018', openedOn: '2025-03-03', outcome: { doneOn: '2025-03-21' } },
  { key: 'XK-2025-031', openedOn: '2025-04-03', outcome: { doneOn: '2025-04-22' } },
  { key: 'XK-2025-046', openedOn: '2025-05-12', outcome: { doneOn: '2025-06-05' } },
  {
    key: 'XK-2025-058',
    openedOn: '2025-06-30',
    outcome: { missed: '企业地址变更，未及时联系上', madeUpOn: '2025-08-11' },
  },
  { key: 'XK-2025-077', openedOn: '2025-08-19', outcome: { doneOn: '2025-09-02' } },
  {
    key: 'XK-2025-090',
    openedOn: '2025-10-15',
    outcome: { missed: '与执法检查重复，等待合并走访', madeUpOn: '2025-11-27' },
  },
  { key: 'XK-2026-004', openedOn: '2026-01-08', outcome: { doneOn: '2026-01-29' } },
  {
    key: 'XK-2026-019',
    openedOn: '2026-03-26',
    outcome: { missed: '企业开业后即停业装修', madeUpOn: '2026-05-20' },
  },
  { key: 'XK-2026-037', openedOn: '2026-06-11', outcome: { doneOn: '2026-07-03' } },
  { key: 'XK-2026-052', openedOn: '2026-08-31', outcome: { doneOn: '2026-09-18' } },
  {
    key: 'XK-2026-066',
    openedOn: '2026-09-24',
    outcome: { waived: '企业已注销', on: '2026-10-09', by: 'leader-market' },
  },
];
