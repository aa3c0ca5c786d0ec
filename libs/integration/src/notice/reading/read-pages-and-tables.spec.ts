import { describe, expect, test } from 'vitest';

import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { parseNotice, type ParsedNotice } from '../parsing/index.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { joinPdfLines, toPdfLines, type PdfFragment } from './join-pdf-lines.ts';
import { buildDocx } from './build-docx.fixture.ts';
import { readNoticeBytes } from './read-notice-bytes.ts';
import { readHtml } from './read-html.ts';

const provincial = loadFixtures().find(({ name }) => name === 'provincial-department-totals');
const text = provincial?.text ?? '';

const gist = (parsed: ParsedNotice): unknown => ({
  measures: parsed.areas.map((area) =>
    area.items.map((item) => item.measures.map((entry) => entry.text)),
  ),
  documents: parsed.documents.map(({ title, action }) => [title, action]),
  trainings: parsed.trainings.map(({ kind }) => kind),
  round: parsed.round,
  contacts: parsed.contacts.map(({ value }) => value),
});

test('a page saved from a government site says what the notice says and nothing else', () => {
  const [title = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const body = lines.map((line, index) =>
    // Half of the paragraphs are set apart by <br>, as editors leave them.
    index % 2 === 0 ? `</p><p>&nbsp;&nbsp;&emsp;${line}` : `<br/>&emsp;&emsp;${line}`,
  );
  const page = `<!DOCTYPE html><html><head><title>${title}_省交通运输厅</title></head><body>
<div class="top"><ul class="w_nav"><li><a>首页</a></li><li><a>一、机构职能</a></li><li><a>学习培训</a></li></ul></div>
<div class="crumb">您的位置：<a>首页</a> &gt; 巡视整改</div><div class="con"><h1>${title}</h1>
<div>发布时间：2024-03-29 来源：机关党委 字号：[<a>大</a> <a>中</a> <a>小</a>] 分享到：<a>微信</a></div>
<div class="TRS_Editor"><p>${body.join('')}</p></div><div>【<a>打印本页</a>】【<a>关闭窗口</a>】</div></div>
<div><h3>相关文章</h3><ul><li><a>关于印发《江北省农村公路条例实施细则》的通知</a></li><li>1.举办公路养护培训班</li></ul></div>
<div class="footer">主办单位：江北省交通运输厅 电话：025-99999999 地址：宁川市某路1号</div></body></html>`;
  expect(gist(parseNotice(readHtml(page)))).toEqual(gist(parseNotice(text)));
});

const HEADER = ['序号', '反馈问题', '整改措施', '整改情况', '完成时限'];
const ROWS = [
  ['1', '河长制落实不到位', '1.召开推进会。2.修订办法。', '已召开推进会3次。', '2025年6月底'],
  ['2', '防汛准备不扎实', '1.举办培训班。2.编制预案。', '举办培训班2期。', '长期坚持'],
];
const HEADING = '关于巡察整改进展情况的通报';
const CHAPTER = '一、反馈问题整改落实情况';

function expectTable(read: string): void {
  const parsed = parseNotice(read);
  const items = parsed.areas.flatMap((area) => area.items);
  expect(items.map((item) => item.measures.map((entry) => entry.text))).toEqual([
    ['召开推进会', '修订办法'],
    ['举办培训班', '编制预案'],
  ]);
  expect(items.map(({ fields }) => fields.limit?.text)).toEqual(['2025年6月底', '长期坚持']);
  expect(items.map(({ fields }) => fields.progress?.text)).toEqual([
    '已召开推进会3次',
    '举办培训班2期',
  ]);
  // What was to be done and what was done is one training and not two.
  expect(parsed.trainings.map(({ kind }) => kind)).toEqual(['MEETING', 'TRAINING']);
}

describe('the columns of a table stay apart', () => {
  test('in a page', () => {
    const rows = [HEADER, ...ROWS].map(
      (row) =>
        `<tr>${row.map((cell) => `<td><p>${cell.replace('2.', '<br>2.')}</p></td>`).join('')}</tr>`,
    );
    expectTable(
      readHtml(`<html><p>${HEADING}</p><p>${CHAPTER}</p><table>${rows.join('')}</table></html>`),
    );
  });

  test('in a Word document', async () => {
    const table = [HEADER, ...ROWS].map((row) => row.map((text) => ({ text })));
    const { text: read } = await readNoticeBytes(
      await buildDocx([{ text: HEADING }, { text: CHAPTER }, table]),
    );
    expectTable(read);
  });

  test('a table of something else keeps its cells behind tabs', () => {
    const row = (...cells: string[]): string =>
      `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    const table = `<table>${row('姓名', '备注')}${row('甲', '乙')}</table>`;
    expect(readHtml(`<html>${table}</html>`)).toBe('姓名\t备注\n\n甲\t乙');
  });
});

describe('merged cells of a Word document', () => {
  const cell = (text: string, merge?: 'restart' | 'continue') => ({
    text,
    ...(merge && { merge }),
  });
  const table = [
    [
      cell('类别'),
      cell('序号'),
      cell('反馈问题'),
      cell('整改措施'),
      cell('责任单位'),
      cell('完成时限'),
    ],
    [
      cell('组织建设方面', 'restart'),
      cell('1', 'restart'),
      cell('记录不全', 'restart'),
      cell('补齐记录8份'),
      cell('办公室', 'restart'),
      cell('立行立改'),
    ],
    [
      cell('', 'continue'),
      cell('', 'continue'),
      cell('', 'continue'),
      cell('制定《会议办法》'),
      cell('', 'continue'),
      cell('2025年底'),
    ],
    [
      cell('', 'continue'),
      cell('2'),
      cell('台账缺页'),
      cell('重建台账'),
      cell('财务科'),
      cell('2025年底'),
    ],
    [
      { text: '合计', columns: 3 },
      { text: '3条措施', columns: 3 },
    ],
  ];

  test('are kinds, problems and their measures', async () => {
    const { text: read } = await readNoticeBytes(
      await buildDocx([{ text: '某单位巡察整改台账' }, table]),
    );
    const [area, ...others] = parseNotice(read).areas;
    expect(others).toEqual([]);
    expect(area?.title).toBe('组织建设方面');
    expect(area?.items.map(({ title, fields }) => [title, fields.unit?.text])).toEqual([
      ['记录不全', '办公室'],
      ['台账缺页', '财务科'],
    ]);
    expect(
      area?.items[0]?.measures.map((measure) => [measure.text, measure.fields.limit?.text]),
    ).toEqual([
      ['补齐记录8份', '立行立改'],
      ['制定《会议办法》', '2025年底'],
    ]);
  });
});

describe('what a PDF prints on every page', () => {
  const at = (y: number, words: string): PdfFragment => ({
    text: words,
    x: 90,
    y,
    width: words.length * 16,
    height: 16,
  });
  const line = '举办培训班二期，讲解程序和要求，参加的有各科室';
  const read = (pages: PdfFragment[][]): string =>
    dropRunningLines(pages.map(toPdfLines)).map(joinPdfLines).join('\n\n');

  test('is left out, whatever order the file lists it in', () => {
    const pages = [1, 2, 3].map((page) => [
      ...[700, 672, 644, 616, 588, 560].map((y) => at(y, `${'甲乙丙'[page - 1]}${line}`)),
      at(800, '整改情况通报（公开稿）'),
      at(40, `第 ${page} 页 共 3 页`),
    ]);
    expect(read(pages)).toBe([...'甲乙丙'].map((name) => `${name}${line}`.repeat(6)).join('\n\n'));
  });

  test('lines of the text at the edges stay, also where they look alike', () => {
    const pages = ['甲', '乙'].map((name) => [at(700, `${name}${line}`), at(672, `一是${name}。`)]);
    expect(read(pages)).toContain('一是甲。');
    expect(read([[at(700, line), at(40, '2')]])).toContain('2');
  });

  test('signs that a font maps to radicals are the signs that people read', () => {
    expect(read([[at(700, '⻛险⻔⼝的意⻅')]])).toBe('风险门口的意见');
  });
});
