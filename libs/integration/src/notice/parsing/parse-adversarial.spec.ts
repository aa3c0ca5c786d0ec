import { expect, test } from 'vitest';

import { countWork } from '../fixtures/count-work.ts';
import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { parseNotice } from './index.ts';

const HEAD =
  '关于巡察整改进展情况的通报\n二、巡察反馈意见整改落实情况\n（一）关于学习方面的整改\n1. 针对学习问题。';
const SIZE = 12_000;
/** Twice as much may cost twice as much, and a little for what grows in steps. */
const MOST_GROWTH = 2.5;

const growth = async (text: (size: number) => string): Promise<number> => {
  const [short, long] = [text(SIZE), text(SIZE * 2)];
  const once = await countWork(() => parseNotice(short));
  return (await countWork(() => parseNotice(long))) / once;
};

test.each([
  '《',
  '》',
  '《a',
  '《a》、',
  '一是。',
  '1.\n',
  '（一）\n',
  '（',
  '【',
  '整改措施：1.',
  '整改情况：',
  '问题：\n整改措施：一是做。\n',
  '问题类别：方面\n',
  '学习不够\n整改措施：做\n',
  '【甲方面】\n',
  '（责任单位：甲）',
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
  '收回资金1万元',
  '批评教育1人',
  '甲\t乙\t丙\n',
  '十',
  '1,',
  '\n',
  ' ',
  '**',
])('twice as many of %j cost twice as much', async (piece) => {
  const cost = await growth((size) => HEAD + piece.repeat(Math.ceil(size / piece.length)));
  expect(cost).toBeLessThan(MOST_GROWTH);
});

test('twice as many notices cost twice as much', async () => {
  const all = loadFixtures()
    .map((fixture) => fixture.text)
    .join('\n');
  const notices = all.repeat(Math.ceil((SIZE * 8) / all.length));
  expect(await growth((size) => notices.slice(0, size * 4))).toBeLessThan(MOST_GROWTH);
});
