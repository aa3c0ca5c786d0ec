import { describe, expect, test } from 'vitest';

import { loadFixtures } from '../fixtures/load-fixtures.ts';
import { parseNotice, type ParsedNotice } from '../parsing/index.ts';
import { dropRunningLines } from './drop-running-lines.ts';
import { joinPdfLines, toPdfLines, type PdfFragment } from './join-pdf-lines.ts';
import { labelDocxCells } from './label-docx-cells.ts';
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
  ['1', '河长制落实不到位', '1.召开推进会。2.修订办法。', '已召开推进会3次。', '已完成'],
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
  expect(items.map((item) => item.statedStatus)).toEqual(['已完成', '长期坚持']);
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

  test('in a Word document', () => {
    const run = (cell: string): string => `<w:p><w:pPr/><w:r><w:t>${cell}</w:t></w:r></w:p>`;
    const table = [HEADER, ...ROWS]
      .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${run(cell)}</w:tc>`).join('')}</w:tr>`)
      .join('');
    const xml = labelDocxCells(`${run(HEADING)}${run(CHAPTER)}<w:tbl>${table}</w:tbl>`);
    expectTable(xml.replace(/<\/w:p>/g, '\n').replace(/<[^<>]*>/g, ''));
  });

  test('a table of something else and a row with merged cells are left alone', () => {
    const row = (...cells: string[]): string =>
      `<w:tr>${cells.map((cell) => `<w:tc><w:r><w:t>${cell}</w:t></w:r></w:tc>`).join('')}</w:tr>`;
    const other = `<w:tbl>${row('姓名', '备注')}${row('甲', '乙')}</w:tbl>`;
    const merged = `<w:tbl>${row('问题', '整改措施')}${row('合并')}</w:tbl>`;
    expect(labelDocxCells(other + merged)).toBe(other + merged);
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
