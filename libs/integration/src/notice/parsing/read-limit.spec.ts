import { expect, test } from 'vitest';

import { readLimit } from './read-limit.ts';

test.each([
  ['2025年6月30日前', '2025-06-30', 'DAY', ''],
  ['2025.6.30', '2025-06-30', 'DAY', ''],
  ['2025-06-30', '2025-06-30', 'DAY', ''],
  ['2025/6/30', '2025-06-30', 'DAY', ''],
  ['20250630', '2025-06-30', 'DAY', ''],
  ['二〇二五年六月三十日', '2025-06-30', 'DAY', ''],
  ['2025年2月底前', '2025-02-28', 'MONTH_END', ''],
  ['2025.6', '2025-06-30', 'MONTH_END', ''],
  ['2025年第三季度末', '2025-09-30', 'MONTH_END', ''],
  ['2025年上半年', '2025-06-30', 'MONTH_END', ''],
  ['2025年底', '2025-12-31', 'YEAR_END', ''],
  ['2025年底前，并长期坚持', '2025-12-31', 'YEAR_END', 'kept'],
  ['6月底前', null, null, ''],
  ['立行立改', null, null, 'immediate'],
  ['立行立改并长期坚持', null, null, 'immediate kept'],
  ['长期坚持', null, null, 'kept'],
  ['2025年2月30日', '2025-02-28', 'MONTH_END', ''],
  ['视情况而定', null, null, ''],
])('the limit %s', (words, dueOn, precision, marks) => {
  const limit = readLimit(words);
  expect([limit.dueOn, limit.precision]).toEqual([dueOn, precision]);
  expect(
    [limit.isImmediate && 'immediate', limit.isKeptUp && 'kept'].filter(Boolean).join(' '),
  ).toBe(marks);
});
