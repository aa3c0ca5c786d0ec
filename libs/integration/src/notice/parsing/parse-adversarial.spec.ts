import { expect, test } from 'vitest';

import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { parseNotice } from './index.ts';

const HEAD =
  '关于巡察整改进展情况的通报\n二、巡察反馈意见整改落实情况\n（一）关于学习方面的整改\n1. 针对学习问题。';
/** Generous for a loaded machine; a quadratic step takes minutes already at this size. */
const LIMIT = 10_000;
const SIZE = 200_000;

test('a notice of 30,000 signs is read in well under a second', () => {
  const text = loadFixtures()
    .map((fixture) => fixture.text)
    .join('\n')
    .repeat(3)
    .slice(0, 30_000);
  parseNotice(text);
  const started = performance.now();
  parseNotice(text);
  expect(performance.now() - started).toBeLessThan(900);
});

test.each([
  '《',
  '》',
  '《a',
  '《a》、',
  '一是。',
  '1.\n',
  '（一）\n',
  '整改措施：1.',
  '整改情况：',
  '首先，其次，',
  '<a <',
  '<script>',
  '&#',
  '于',
  '培训',
  '学习',
  '走访',
  '《a》修订',
  '《a》（以下简称“b”）“b”',
  '2024年3月1日至',
  '电话：12345678、',
  '地址：',
  'a@b.',
  '序号\n问题\n整改措施\n1\n',
  '十',
  '1,',
  '\n',
  ' ',
  '**',
])(
  '200,000 signs of %j are read in linear time',
  (piece) => {
    const text = HEAD + piece.repeat(Math.ceil(SIZE / piece.length));
    const started = performance.now();
    parseNotice(text);
    expect(performance.now() - started).toBeLessThan(LIMIT);
  },
  LIMIT * 2,
);

test(
  'a million signs of notices are read in seconds',
  () => {
    const text = loadFixtures()
      .map((fixture) => fixture.text)
      .join('\n')
      .repeat(60)
      .slice(0, 1_000_000);
    const started = performance.now();
    expect(parseNotice(text).areas.length).toBeGreaterThan(900);
    expect(performance.now() - started).toBeLessThan(LIMIT);
  },
  LIMIT * 2,
);
