import { addDays } from '@taizhang/platform/rules';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnitLate, periodAt, periodsToOpen, urgencyOf } from './index.ts';

const FEEDBACK = '2025-02-07';
const ordinals = (today: string, opened: number[], feedback = FEEDBACK) =>
  periodsToOpen(feedback, today, opened).map(({ ordinal }) => ordinal);

describe('the periods of a round', () => {
  test('are 14 days each from the feedback', () => {
    expect(periodAt(FEEDBACK, 1)).toEqual({
      ordinal: 1,
      startsOn: '2025-02-07',
      endsOn: '2025-02-20',
    });
    expect(periodAt(FEEDBACK, 3)).toMatchObject({ startsOn: '2025-03-07', endsOn: '2025-03-20' });
  });

  test.each<[string, string, number[], number[]]>([
    ['nothing before the feedback', '2025-02-06', [], []],
    ['the first on its day', '2025-02-07', [], [1]],
    ['the first up to its last day', '2025-02-20', [], [1]],
    ['nothing when it is open', '2025-02-20', [1], []],
    ['the next on the day after', '2025-02-21', [1], [2]],
    ['the current one alone for a round entered late', '2025-06-01', [], [9]],
    ['those missed since the last one', '2025-04-01', [1], [2, 3, 4]],
    ['no gap from before the last one', '2025-04-01', [3], [4]],
    ['those missed however old the round is', '2027-02-07', [50], [51, 52, 53]],
    ['six missed ones and the current one', '2026-02-07', [20], [21, 22, 23, 24, 25, 26, 27]],
    ['the current one alone after more than six', '2026-02-07', [19], [27]],
    ['nothing anew behind a clock that went back', '2025-02-22', [1, 2, 5], []],
  ])('opens %s', (_title, today, opened, expected) => {
    expect(ordinals(today, opened)).toEqual(expected);
  });

  test('follow each other without gap or overlap, and today lies in the last one opened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000 }),
        fc.integer({ min: 1, max: 70 }),
        (age, last) => {
          const today = addDays(FEEDBACK, age);
          const opened = Array.from({ length: last }, (_, index) => index + 1);
          const periods = periodsToOpen(FEEDBACK, today, opened);
          const again = periodsToOpen(FEEDBACK, today, [
            ...opened,
            ...periods.map(({ ordinal }) => ordinal),
          ]);
          expect(again).toEqual([]);
          expect(periods.length).toBeLessThanOrEqual(7);
          if (periods.length > 1) expect(periods[0]!.ordinal).toBe(last + 1);
          let next = periods[0]?.startsOn;
          for (const { startsOn, endsOn } of periods) {
            expect(startsOn).toBe(next);
            next = addDays(endsOn, 1);
          }
          if (periods.length) expect(periods.at(-1)!.endsOn >= today).toBe(true);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});

test.each([
  ['2025-02-18', 'NONE'],
  ['2025-02-19', 'DUE'],
  ['2025-02-20', 'DUE'],
  ['2025-02-21', 'LATE'],
  ['2025-02-27', 'LATE'],
  ['2025-02-28', 'NONE'],
])('on %s a period that ends on 2025-02-20 is %s', (today, urgency) => {
  expect(urgencyOf('2025-02-20', today)).toBe(urgency);
});

test.each([
  ['the last day is in time', 'OPEN', '2025-02-20', false],
  ['the day after is late', 'OPEN', '2025-02-21', true],
  ['also for what was returned', 'RETURNED', '2025-02-21', true],
  ['not for what is handed in', 'SUBMITTED', '2025-02-21', false],
] as const)('%s', (_title, status, today, late) => {
  expect(isUnitLate({ status, endsOn: '2025-02-20' }, today)).toBe(late);
});
