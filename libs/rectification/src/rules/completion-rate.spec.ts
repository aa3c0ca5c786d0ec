import { describe, expect, test } from 'vitest';
import { completionRate } from './completion-rate.ts';

describe('the completion rate', () => {
  test.each([
    [
      '688 closed of 697, a published figure, is 98.71 %',
      { CLOSED: 688, IN_PROGRESS: 9 },
      688,
      697,
      0.9871,
    ],
    ['19 closed of 25, a published figure, is 76 %', { CLOSED: 19, VERIFYING: 6 }, 19, 25, 0.76],
    ['withdrawn items are left out of the denominator', { CLOSED: 1, WITHDRAWN: 1 }, 1, 1, 1],
    ['a long-term item counts as not completed', { CLOSED: 1, LONG_TERM: 1 }, 1, 2, 0.5],
    ['a reopened item counts as not completed', { CLOSED: 1, REOPENED: 3 }, 1, 4, 0.25],
  ])('%s', (_title, counts, numerator, denominator, rate) => {
    const result = completionRate(counts);
    expect(result).toMatchObject({ numerator, denominator });
    expect(result.rate).toBeCloseTo(rate, 4);
  });

  test('has no rate when there is nothing to complete', () => {
    expect(completionRate({}).rate).toBeNull();
    expect(completionRate({ WITHDRAWN: 2 }).rate).toBeNull();
  });
});
