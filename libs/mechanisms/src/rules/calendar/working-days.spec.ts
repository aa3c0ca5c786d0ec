import { addDays } from '@taizhang/platform/rules';
import { describe, expect, test } from 'vitest';
import { PUBLISHED_CALENDARS } from './published-calendars.ts';
import { workingDays, type DayOffRule, type Delay } from './working-days.ts';

const calendar = workingDays([]);

/** Working days of a year as wage offices count them: what the published days have to come to. */
test.each([
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, expected) => {
  let count = 0;
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
    if (!calendar.isDayOff(day)) count += 1;
  expect(count).toBe(expected);
});

test('every day worked instead is a Saturday or Sunday, and no day is both', () => {
  const withoutCalendar = workingDays(
    PUBLISHED_CALENDARS.map((one) => ({ ...one, daysOff: [], workedDays: [] })),
  );
  for (const { daysOff, workedDays } of PUBLISHED_CALENDARS) {
    expect(workedDays.filter((day) => !withoutCalendar.isDayOff(day))).toEqual([]);
    expect(workedDays.filter((day) => daysOff.includes(day))).toEqual([]);
  }
});

test.each<[string, DayOffRule, string]>([
  ['2026-10-10', 'AFTER', '2026-10-10'],
  ['2026-10-03', 'AFTER', '2026-10-08'],
  ['2026-10-03', 'BEFORE', '2026-09-30'],
  ['2026-10-03', 'KEEP', '2026-10-03'],
  ['2025-12-31', 'AFTER', '2025-12-31'],
  ['2026-02-28', 'AFTER', '2026-02-28'],
  ['2027-02-28', 'AFTER', '2027-03-01'],
])('what falls on %s goes %s to %s', (day, rule, expected) => {
  expect(calendar.move(day, rule)).toBe(expected);
});

test.each<[string, Delay, string]>([
  ['2026-03-03', { count: 1, unit: 'MONTH' }, '2026-04-03'],
  ['2026-01-31', { count: 1, unit: 'MONTH' }, '2026-02-28'],
  ['2026-09-30', { count: 1, unit: 'WORKING_DAY' }, '2026-10-08'],
  ['2026-09-30', { count: 3, unit: 'WORKING_DAY' }, '2026-10-10'],
  ['2026-09-30', { count: 3, unit: 'DAY' }, '2026-10-03'],
  ['2026-09-30', { count: 0, unit: 'WORKING_DAY' }, '2026-09-30'],
])('a clock that begins on %s and runs %o ends on %s', (day, delay, expected) => {
  expect(calendar.after(day, delay)).toBe(expected);
});

describe('a year that is published later', () => {
  const later = workingDays([
    { year: 2027, source: '测试', daysOff: ['2027-03-01'], workedDays: ['2027-02-28'] },
  ]);
  test('is known from then on, and its days go before weekends', () => {
    expect([calendar, later].map(({ isKnown }) => isKnown('2027-05-01'))).toEqual([false, true]);
    expect([later.isDayOff('2027-02-28'), later.isDayOff('2027-03-01')]).toEqual([false, true]);
  });
});
