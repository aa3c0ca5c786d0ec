import { expect, test } from 'vitest';
import { readRange } from './byte-range.ts';

const WHOLE = null;
const OUTSIDE = 'unsatisfiable';

test.each<[string | undefined, ReturnType<typeof readRange>]>([
  [undefined, WHOLE],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=2-4', { start: 2, end: 4 }],
  ['bytes=2-', { start: 2, end: 9 }],
  ['bytes=2-99', { start: 2, end: 9 }],
  ['bytes=-3', { start: 7, end: 9 }],
  ['bytes=-99', { start: 0, end: 9 }],
  ['bytes=10-', OUTSIDE],
  ['bytes=-0', OUTSIDE],
  ['bytes=4-2', WHOLE],
  ['bytes=-', WHOLE],
  ['bytes=0-1,3-4', WHOLE],
  ['items=0-1', WHOLE],
])('of a file of ten bytes the header %j asks for %j', (header, range) => {
  expect(readRange(header, 10)).toEqual(range);
});
