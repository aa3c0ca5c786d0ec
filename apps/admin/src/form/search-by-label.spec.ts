import { expect, test } from 'vitest';
import { searchByLabel } from './search-by-label.ts';

test.each([
  ['ｍｈ－ｗｌ', 'MH-WL 文旅局', true],
  ['2024', '２０２４年轮次', true],
  ['文旅', 'MH-WL 文旅局', true],
  ['司法', 'MH-WL 文旅局', false],
])('%s typed finds %s: %s', (typed, label, isFound) => {
  expect(searchByLabel.filterOption(typed, { label })).toBe(isFound);
});

test('what has no words is not found by any', () => {
  expect(searchByLabel.filterOption('a', {})).toBe(false);
});
