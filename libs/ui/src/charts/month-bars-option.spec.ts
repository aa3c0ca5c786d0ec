import { describe, expect, it } from 'vitest';
import { monthBarsOption, monthLabel } from './month-bars-option.ts';

describe('Bars by month', () => {
  it.each([
    { month: '2025-03', isFirst: false, language: 'zh', label: '3月' },
    { month: '2025-03', isFirst: true, language: 'zh', label: '3月\n2025' },
    { month: '2025-01', isFirst: false, language: 'en', label: 'Jan\n2025' },
    { month: '2025-12', isFirst: false, language: 'en', label: 'Dec' },
  ] as const)('label $month as $label', ({ month, isFirst, language, label }) => {
    expect(monthLabel(month, isFirst, language)).toBe(label);
  });

  it('differ between light and dark in every colour that carries text or a series', () => {
    const series = [{ key: 'ISSUE', label: '印发', values: [1], colorIndex: 0 }];
    const colors = (theme: 'light' | 'dark') => {
      const option = monthBarsOption(['2025-03'], series, { theme, language: 'zh', fontSize: 12 });
      return JSON.stringify(option).match(/#[0-9a-f]{6}/g) ?? [];
    };
    const dark = new Set(colors('dark'));
    expect(dark.size).toBeGreaterThan(4);
    expect(colors('light').filter((color) => dark.has(color))).toEqual([]);
  });
});
