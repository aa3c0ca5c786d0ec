import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDays } from '../calendar/working-days.ts';
import type { Cadence, CadencePeriod } from './cadence.type.ts';
import { ruleDays } from './expand-rule.ts';
import { describeCadence } from './describe-cadence.ts';
import { proposeCadence } from './propose-cadence.ts';
import { readRule } from './read-rule.ts';
import { factSlot, reckon } from './reckon.ts';
import { slotAfter, slotsBetween, type Timetable } from './slots.ts';

const timetable = (
  cadence: Cadence,
  from = '2025-01-01',
  endsOn: string | null = null,
): Timetable => ({
  cadence,
  cadenceFrom: from,
  slotsFrom: from,
  endsOn,
});
const rule = (text: string): Cadence => ({ kind: 'RULE', rule: text });
const times = (count: number, period: CadencePeriod): Cadence => ({
  kind: 'TIMES',
  times: count,
  period,
});

describe('a rule of RFC 5545', () => {
  test.each([
    [
      'FREQ=MONTHLY;BYMONTHDAY=31',
      '2025-01-31',
      '2025-04-30',
      ['01-31', '02-28', '03-31', '04-30'],
    ],
    ['FREQ=MONTHLY', '2025-01-31', '2025-04-30', ['01-31', '02-28', '03-31', '04-30']],
    [
      'FREQ=MONTHLY;BYMONTHDAY=15,30',
      '2025-01-01',
      '2025-03-31',
      ['01-15', '01-30', '02-15', '02-28', '03-15', '03-30'],
    ],
    ['FREQ=YEARLY;BYMONTH=6,11;BYMONTHDAY=31', '2025-01-01', '2025-12-31', ['06-30', '11-30']],
    ['FREQ=YEARLY;BYMONTHDAY=31', '2025-01-01', '2025-03-31', ['01-31', '02-28', '03-31']],
    ['FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', '2025-01-01', '2025-12-31', ['06-30', '12-31']],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2025-01-01', '2025-02-28', ['01-31', '02-28']],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2025-01-06', '2025-02-04', ['01-06', '01-20', '02-03']],
    ['freq=monthly;bymonthday=5', '2025-01-01', '2025-02-28', ['01-05', '02-05']],
  ])('%s from %s falls as it says', (text, anchor, to, expected) => {
    expect(ruleDays(text, anchor, anchor, to)).toEqual(expected.map((day) => `2025-${day}`));
  });

  test('by years on 29 February falls on the 28th of others', () => {
    expect(ruleDays('FREQ=YEARLY', '2024-02-29', '2024-01-01', '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  test.each([
    ['FREQ=HOURLY', '没有尽头'],
    ['FREQ=SECONDLY;BYSECOND=1', '没有尽头'],
    ['INTERVAL=2', 'FREQ'],
    ['FREQ=MONTHLY;COUNT=3', 'endsOn'],
    ['FREQ=MONTHLY;UNTIL=20270101', 'endsOn'],
    ['FREQ=MONTHLY;BYMONTHDAY=32', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;BYMONTHDAY=0', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;INTERVAL=0', 'INTERVAL'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY'],
    ['FREQ=MONTHLY;BYHOUR=3', 'BYHOUR'],
    ['FREQ=MONTHLY;FREQ=DAILY', 'FREQ'],
    ['FREQ=MONTHLY;BYMONTHDAY=1=2', 'BYMONTHDAY'],
    ['nonsense', 'NONSENSE'],
    ['', ''],
  ])('%s is refused in words that say what is wrong', (text, word) => {
    const read = readRule(text);
    expect('wrong' in read && read.wrong).toContain(word);
  });

  test.each([
    'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
    'FREQ=DAILY;INTERVAL=7;BYDAY=MO',
    'FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYMONTHDAY=4',
    'FREQ=YEARLY;BYMONTH=2;BYDAY=5TU;BYMONTHDAY=2',
  ])('%s never falls, and nobody waits long to learn it', (text) => {
    expect('parts' in readRule(text)).toBe(true);
    expect(slotAfter(timetable(rule(text)), '2024-12-31')).toBeNull();
  });
});

describe('so many times in each period', () => {
  test.each<[number, CadencePeriod, string[]]>([
    [1, 'WEEK', ['2025-W52/1', '2026-W01/1', '2026-W02/1']],
    [2, 'MONTH', ['2025-12/1', '2025-12/2']],
    [1, 'QUARTER', ['2025-Q4/1']],
    [2, 'HALF_YEAR', ['2025-H2/1', '2025-H2/2']],
    [1, 'YEAR', ['2025/1']],
  ])('%i a %s are due at its end', (count, period, expected) => {
    const from = '2025-12-25';
    const slots = slotsBetween(timetable(times(count, period), from), from, '2026-01-11');
    expect(slots.map(({ slot }) => slot)).toEqual(expected);
    for (const { opensOn, slotOn } of slots) expect(opensOn < slotOn).toBe(true);
  });

  test('end with the mechanism, and open with their period', () => {
    const [slot, ...more] = slotsBetween(
      timetable(times(1, 'HALF_YEAR'), '2025-03-10', '2025-09-01'),
      '2025-01-01',
      '2027-12-31',
    );
    expect(more).toEqual([]);
    expect(slot).toEqual({ slot: '2025-H1/1', slotOn: '2025-06-30', opensOn: '2025-01-01' });
  });
});

test('the window of a rule begins the day after the time before, and never before the mechanism', () => {
  const slots = slotsBetween(
    timetable(rule('FREQ=MONTHLY;BYMONTHDAY=10'), '2025-01-05'),
    '2025-01-01',
    '2025-03-31',
  );
  expect(slots.map(({ opensOn }) => opensOn)).toEqual(['2025-01-05', '2025-01-11', '2025-02-11']);
});

test('slots are the same whichever stretches of days they are asked for by', () => {
  const cadences = fc.oneof(
    fc
      .constantFrom(
        'FREQ=MONTHLY;BYMONTHDAY=31',
        'FREQ=WEEKLY;BYDAY=MO,TH',
        'FREQ=YEARLY;BYMONTH=2,6;BYMONTHDAY=29',
        'FREQ=MONTHLY;INTERVAL=5',
        'FREQ=DAILY;INTERVAL=9',
        'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      )
      .map(rule),
    fc
      .tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom<CadencePeriod>('WEEK', 'MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'),
      )
      .map(([n, period]) => times(n, period)),
  );
  const day = fc
    .integer({ min: 0, max: 1_000 })
    .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(cadences, day, day, (cadence, start, cut) => {
      const table = timetable(cadence, start);
      const whole = slotsBetween(table, start, '2028-12-31');
      const parts = [...slotsBetween(table, start, cut), ...slotsBetween(table, cut, '2028-12-31')];
      const once = new Map(parts.map((slot) => [slot.slot, slot]));
      expect([...once.values()]).toEqual(whole);
      const next = slotAfter(table, cut);
      expect(next?.slot).toBe(whole.find(({ slotOn }) => slotOn > cut)?.slot);
    }),
    { seed: 20_261_128, numRuns: 150 },
  );
});

describe('the days of a slot', () => {
  const calendar = workingDays([]);
  const none = { count: 0, unit: 'DAY' } as const;

  test('move off days off, and the grace is counted from there', () => {
    expect(
      reckon('2026-10-03', { dayOff: 'AFTER', grace: { count: 2, unit: 'WORKING_DAY' } }, calendar),
    ).toEqual({ dueOn: '2026-10-08', graceEndsOn: '2026-10-10', isProvisional: false });
  });

  test('are provisional in a year without a calendar, unless nothing depends on it', () => {
    expect(reckon('2027-10-03', { dayOff: 'AFTER', grace: none }, calendar).isProvisional).toBe(
      true,
    );
    expect(reckon('2027-10-03', { dayOff: 'KEEP', grace: none }, calendar).isProvisional).toBe(
      false,
    );
  });

  test('of a fact run from its day: opened on the 3rd, due by the 3rd of the next month', () => {
    const cadence = {
      kind: 'FACT',
      factKind: 'business-opened',
      delay: { count: 1, unit: 'MONTH' },
    } as const;
    expect(factSlot({ id: 'f', happenedOn: '2026-03-03' }, cadence, calendar)).toMatchObject({
      slot: 'fact/f',
      slotOn: '2026-04-03',
      opensOn: '2026-03-03',
    });
  });
});

test.each<[string, number | null, CadencePeriod | null]>([
  ['每月两次向执法部门推送许可信息', 2, 'MONTH'],
  ['一年两次开展供应商关联关系检查', 2, 'YEAR'],
  ['每半年至少1次核查供应商', 1, 'HALF_YEAR'],
  ['每季度召开一次专题会议', 1, 'QUARTER'],
  ['每周更新企业数据', 1, 'WEEK'],
  ['每个月组织学习3次', 3, 'MONTH'],
  ['每两个月巡查', 3, 'HALF_YEAR'],
  ['完成年度审计和利润分成', 1, 'YEAR'],
  ['定期排查廉政风险', 1, 'QUARTER'],
  ['制定《采购管理办法》', null, null],
  ['2025年底前完成整改', null, null],
])('“%s” proposes %s a %s', (text, count, period) => {
  const proposed = proposeCadence(text);
  expect([proposed?.times ?? null, proposed?.period ?? null]).toEqual([count, period]);
  if (proposed) expect(text).toContain(proposed.words);
});

test.each<[Cadence, string]>([
  [times(2, 'MONTH'), '每月 2 次 / 2 times a month'],
  [rule('FREQ=MONTHLY;BYMONTHDAY=15,31'), '每月 15 日、31 日 / every month on the 15., the 31.'],
  [
    rule('FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20'),
    '每年 6、12 月 20 日 / every year in June, December on the 20.',
  ],
  [rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO'), '每 2 周 周一 / every 2 × week on Monday'],
  [rule('FREQ=MONTHLY;BYDAY=-1FR'), '每月 最后一个周五 / every month on the last Friday'],
  [
    rule('FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2'),
    'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2 / FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2',
  ],
  [
    { kind: 'FACT', factKind: 'business-opened', delay: { count: 1, unit: 'MONTH' } },
    'business-opened 发生后 1 个月内 / within 1 months of business-opened',
  ],
])('%o is said in words', (cadence, words) => {
  expect(describeCadence(cadence)).toBe(words);
});
