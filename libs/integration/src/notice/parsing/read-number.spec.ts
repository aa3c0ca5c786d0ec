import { expect, test } from 'vitest';

import { toIsoDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

test.each([
  ['12', 12],
  ['1,234.5', 1234.5],
  ['两', 2],
  ['十', 10],
  ['十一', 11],
  ['二十', 20],
  ['三十六', 36],
  ['一百零三', 103],
  ['一千二百', 1200],
  ['二〇二四', 2024],
  ['', null],
  ['若干', null],
  ['十百', null],
])('the number %s', (written, value) => {
  expect(readNumber(written)).toBe(value);
});

test.each([
  ['2024', '9', '9', '2024-09-09'],
  ['二〇二四', '十二', '三十一', '2024-12-31'],
  ['2024', '2', '30', null],
  ['2024', '2', undefined, null],
  [undefined, '2', '3', null],
])('the date %s-%s-%s', (year, month, day, iso) => {
  expect(toIsoDate(year, month, day)).toBe(iso);
});
