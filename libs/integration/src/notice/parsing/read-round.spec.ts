import { expect, test } from 'vitest';

import { parseNotice } from './index.ts';

const REST =
  '\n二、巡察反馈意见整改落实情况\n（一）关于党的建设方面\n1. 针对管理不严的问题。一是召开会议。\n';
const read = (opening: string) => parseNotice(`${opening}${REST}`);

test.each([
  [
    '中共甲县财政局党组关于巡察整改进展情况的通报\n2023年4月3日至2023年6月30日，县委第一巡察组对我局党组进行了巡察，并于同年8月2日反馈了巡察意见。',
    ['中共甲县财政局党组', '县委第一巡察组', '2023-04-03', '2023-06-30', '2023-08-02'],
  ],
  [
    '关于巡察整改进展情况的通报\n根据区委统一部署，区委巡察三组于2024年11月20日至2025年1月15日对甲区民政局党组开展巡察。2025年3月6日，区委巡察三组反馈了巡察意见。',
    ['甲区民政局党组', '区委巡察三组', '2024-11-20', '2025-01-15', '2025-03-06'],
  ],
  [
    '关于巡察整改进展情况的通报\n十三届市委第六轮巡察第二巡察组于2024年3月至5月对甲集团党委进行了巡察，7月反馈了巡察意见。',
    ['甲集团党委', '十三届市委第六轮巡察第二巡察组', null, null, null],
  ],
  [
    '关于巡察整改进展情况的通报\n自2024年3月5日起，县委第三巡察组对甲镇党委开展了为期45天的巡察。',
    ['甲镇党委', '县委第三巡察组', '2024-03-05', null, null],
  ],
])('the round: %s', (opening, expected) => {
  const { round } = read(opening);
  expect(Object.values(round)).toEqual(expected);
});

test('a date without its day is left empty and pointed out', () => {
  const { warnings } = read(
    '关于巡察整改进展情况的通报\n市委第二巡察组于2024年3月至5月对甲集团党委进行了巡察。',
  );
  expect(
    warnings.map(({ line, message }) => [line, /日期不完整.*left empty/.test(message)]),
  ).toEqual([[2, true]]);
});
