import { describe, expect, it } from 'vitest';
import { monthAxis, tabulateMonths } from './month-axis.ts';

describe('The months of an axis', () => {
  it.each([
    { title: 'nothing gives no axis', months: [], axis: [] },
    { title: 'only undated gives no axis', months: [null, null], axis: [] },
    { title: 'one month stands alone', months: ['2025-03'], axis: ['2025-03'] },
    {
      title: 'quiet months in between are there',
      months: ['2025-05', '2025-02', null],
      axis: ['2025-02', '2025-03', '2025-04', '2025-05'],
    },
    {
      title: 'the axis crosses the year',
      months: ['2024-11', '2025-02'],
      axis: ['2024-11', '2024-12', '2025-01', '2025-02'],
    },
    { title: 'what is no month is left out', months: ['2025-13', '', '2025-3'], axis: [] },
  ])('$title', ({ months, axis }) => {
    expect(monthAxis(months)).toEqual(axis);
  });

  it('are the twelve of a chosen year, also of a year without anything', () => {
    expect(monthAxis([], 2025)).toHaveLength(12);
    expect(monthAxis(['2025-04'], 2025).at(0)).toBe('2025-01');
    expect(monthAxis(['2025-04'], 2025).at(-1)).toBe('2025-12');
  });
});

describe('Counts by month', () => {
  const counts = [
    { key: 'REVISE', month: '2025-02', value: 2 },
    { key: 'REVISE', month: '2025-04', value: 1 },
    { key: 'REVISE', month: null, value: 5 },
    { key: 'ISSUE', month: '2025-04', value: 3 },
    { key: 'REPEAL', month: '2025-09', value: 0 },
  ];
  const table = tabulateMonths(counts, ['ESTABLISH', 'ISSUE', 'REPEAL', 'REVISE']);

  it('keep the order of the keys and leave out what never happened', () => {
    expect(table.rows.map(({ key }) => key)).toEqual(['ISSUE', 'REVISE']);
  });

  it('show quiet months as zeros and do not stretch to a month of zeros', () => {
    expect(table.months).toEqual(['2025-02', '2025-03', '2025-04']);
    expect(table.rows[1]?.values).toEqual([2, 0, 1]);
    expect(table.monthTotals).toEqual([2, 0, 4]);
  });

  it('keep what has no date apart and in the total', () => {
    expect(table.rows[1]).toMatchObject({ undated: 5, total: 8 });
    expect(table).toMatchObject({ undated: 5, total: 11 });
  });

  it('do not lose a key that is newer than this build', () => {
    const newer = tabulateMonths([{ key: 'TRANSLATE', month: null, value: 1 }], ['REVISE']);
    expect(newer.rows).toEqual([{ key: 'TRANSLATE', values: [], undated: 1, total: 1 }]);
  });
});
