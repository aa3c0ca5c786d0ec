import { expect, test } from 'vitest';

import { parseNotice } from './index.ts';

const read = (text: string) =>
  parseNotice(text).dropped.map(({ text: words, reason, line }) => [
    line,
    reason,
    words.slice(0, 12),
  ]);

const TEXT = `某局党组关于巡察整改进展情况的通报
一、整改工作组织领导情况
党组召开会议。
二、巡察反馈问题整改情况
（一）强化组织领导。党组书记带头领办。
（二）作风建设方面
1.针对“服务不优”的问题。一是增设窗口；二是制定《服务办法》。
三、其他事项
（一）会务安排。
四、下一步打算
一是抓常；二是抓长。
`;

test('chapters and entries that are no problems are told with their place and reason', () => {
  expect(read(TEXT)).toEqual([
    [2, 'ORGANIZATION', '一、整改工作组织领导情况'],
    [5, 'ORGANIZATION', '（一）强化组织领导。党组'],
    [8, 'OTHER_CHAPTER', '三、其他事项（一）会务安'],
    [10, 'PLAN', '四、下一步打算一是抓常；'],
  ]);
});

test('rows and columns of tables too', () => {
  const table = `某局巡察整改台账
填报单位\t某局\t2025年
问题类别：作风建设方面
问题1：台账缺页
整改措施：补齐台账
【佐证编号】1-1-1
【合计】1个
`;
  expect(read(table)).toEqual([
    [2, 'OTHER_TABLE', '填报单位某局2025年'],
    [6, 'UNKNOWN_COLUMN', '【佐证编号】1-1-1'],
    [7, 'TOTAL_ROW', '【合计】1个'],
  ]);
});

test('every reason is told in both languages, and what is told is where it says', () => {
  const { dropped } = parseNotice(TEXT);
  for (const { message, text, source } of dropped) {
    expect(message).toMatch(/\p{Script=Han}.* \/ [A-Z]/u);
    expect(TEXT.slice(source.start, source.end).replace(/\s/g, '')).toContain(text.slice(0, 10));
  }
});

test('a text of which all is read drops nothing', () => {
  const text = TEXT.split('\n').filter((line) => /^某局|^二|^（二）|^1/.test(line));
  expect(read(text.join('\n'))).toEqual([]);
});
