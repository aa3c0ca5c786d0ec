import { expect, test } from 'vitest';

import { parseNotice } from './index.ts';

const BODY = `关于巡察整改进展情况的通报
2024年3月1日至4月1日，区委第一巡察组对区水务局党组开展巡察，5月6日反馈意见。
一、学习贯彻不深入方面
（一）学习不够
1.召开座谈会2次。
2.修订《学习制度》。
（二）落实不力
1.走访企业9家。
2.完善台账。
3.举办培训班1期。
`;
const lastMeasure = (closing: string): string | undefined =>
  parseNotice(BODY + closing).areas[0]?.items[1]?.measures[2]?.text;

test.each([
  ['a plan', '下一步，局党组将举办培训班，适时修订《用水办法》。\n'],
  ['totals', '截至目前，2个问题中已完成整改2个，完成率100%。\n'],
  ['any other paragraph', '局党组对支持整改工作的同志表示感谢。\n'],
])('%s behind the last measure is not its text', (_, closing) => {
  expect(lastMeasure(closing)).toBe('举办培训班1期');
  expect(parseNotice(BODY + closing).trainings).toHaveLength(3);
});

test('totals of the closing paragraphs are totals of the notice', () => {
  const { stated } = parseNotice(`${BODY}截至目前，2个问题中已完成整改1个，完成率50%。\n`);
  expect(stated.reportedItemCount).toMatchObject({ value: 2, itemPath: [] });
  expect(stated.completionRate).toMatchObject({ value: 50, itemPath: [] });
});

test('where measures run over several paragraphs the last one may do so as well', () => {
  const long = BODY.replace('2.完善台账。', '2.完善台账。\n台账每月更新。');
  const text = parseNotice(`${long}参训的有各科室人员。\n`).areas[0]?.items[1]?.measures[2]?.text;
  expect(text).toBe('举办培训班1期。参训的有各科室人员');
});

test('what a page prints behind the notice is not read', () => {
  const page = `${BODY}联系电话：021-55556666\n上一篇：关于印发《防汛办法》的通知\n主办单位：某局 电话：021-99999999\n`;
  const parsed = parseNotice(page);
  expect(parsed.contacts.map(({ value }) => value)).toEqual(['021-55556666']);
  expect(parsed.documents.map(({ title }) => title)).toEqual(['学习制度']);
});

test('problems that their own paragraphs name need no numbers', () => {
  const text = `关于巡察整改情况的通报\n一、反馈问题整改情况\n（一）党的建设方面\n针对“学习不够”的问题。一是学。二是用。\n针对“落实不力”的问题。一是抓。\n（二）作风建设方面\n针对“服务不优问题”。一是改。二是办。三是评。\n`;
  const areas = parseNotice(text).areas;
  expect(areas.map((area) => area.items.map((item) => item.measures.length))).toEqual([
    [2, 1],
    [3],
  ]);
  expect(areas[1]?.items[0]?.title).toBe('针对“服务不优问题”');
});
