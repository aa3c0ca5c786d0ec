import { expect, it } from 'vitest';
import { formatRate } from './format-rate.ts';

it.each([
  [7 / 10, '70.0%'],
  [688 / 697, '98.7%'],
  [19 / 25, '76.0%'],
  [1, '100.0%'],
  [9999 / 10000, '99.9%'],
  [0, '0.0%'],
  [1 / 10000, '0.1%'],
  [null, '—'],
])('a rate of %s reads %s', (rate, text) => {
  expect(formatRate(rate)).toBe(text);
});
