import excel from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';

import { parseNotice } from '../parsing/index.ts';
import { NoticeUnreadable } from './notice-unreadable.ts';
import { readNoticeBytes } from './read-notice-bytes.ts';

const HEAD = ['序号', '存在问题', '整改措施', '责任科室', '整改时限', '进展情况'];

async function write(fill: (book: excel.Workbook) => void): Promise<Uint8Array> {
  const book = new excel.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const items = async (bytes: Uint8Array) =>
  parseNotice((await readNoticeBytes(bytes)).text).areas.map((area) => [
    area.title,
    area.items.map(({ title, fields }) => [title, fields.unit?.text, fields.limit?.dueOn]),
  ]);
const refusal = (bytes: Uint8Array): Promise<string> =>
  readNoticeBytes(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof NoticeUnreadable ? error.code : String(error)),
  );

test('formulas are their values, dates are days, also those that lost their format', async () => {
  const bytes = await write((book) => {
    const sheet = book.addWorksheet('巡察整改台账');
    sheet.addRow(HEAD);
    sheet.addRow([
      1,
      { formula: '"台账"&"缺页"', result: '台账缺页' },
      '补齐台账',
      '办公室',
      new Date('2025-06-30'),
      '已完成',
    ]);
    sheet.addRow([2, '窗口少', '增设窗口2个', '服务科', 45930, '已完成']);
  });
  expect(await items(bytes)).toEqual([
    [
      '',
      [
        ['台账缺页', '办公室', '2025-06-30'],
        ['窗口少', '服务科', '2025-09-30'],
      ],
    ],
  ]);
});

test('a sheet is an area where several hold tables; hidden rows and sheets are left out', async () => {
  const bytes = await write((book) => {
    for (const [name, problem] of [
      ['作风建设方面', '服务不优'],
      ['财务管理方面', '台账缺页'],
    ] as const) {
      const sheet = book.addWorksheet(name);
      sheet.addRow(['整改情况一览表']);
      sheet.addRow(HEAD);
      sheet.addRow([1, problem, '整改到位1项', '办公室', '2025年底', '已完成']);
      sheet.addRow([2, '隐藏的问题', '隐藏的措施', '办公室', '2025年底', '已完成']).hidden = true;
    }
    book.addWorksheet('选项', { state: 'hidden' }).addRow(['已完成', '未完成']);
  });
  expect(await items(bytes)).toEqual([
    ['作风建设方面', [['服务不优', '办公室', '2025-12-31']]],
    ['财务管理方面', [['台账缺页', '办公室', '2025-12-31']]],
  ]);
});

test('two tables below each other, and a head that is printed again', async () => {
  const bytes = await write((book) => {
    const sheet = book.addWorksheet('整改台账');
    sheet.addRow(HEAD);
    sheet.addRow(['１', '甲问题', '做好甲事', '甲科', '立行立改', '已完成']);
    sheet.addRow(HEAD);
    sheet.addRow([2, '乙问题', '做好乙事', '乙科', '立行立改', '已完成']);
    sheet.addRow([]);
    sheet.addRow(HEAD);
    sheet.addRow([3, '丙问题', '做好丙事', '丙科', '立行立改', '已完成']);
  });
  const [[, found] = []] = await items(bytes);
  expect(found).toEqual([
    ['甲问题', '甲科', null],
    ['乙问题', '乙科', null],
    ['丙问题', '丙科', null],
  ]);
});

test('a hidden column is told as left out', async () => {
  const bytes = await write((book) => {
    const sheet = book.addWorksheet('整改台账');
    sheet.addRow([...HEAD, '佐证材料']);
    sheet.addRow([1, '甲问题', '做好甲事', '甲科', '立行立改', '已完成', '照片']);
    sheet.getColumn(7).hidden = true;
  });
  const { dropped } = parseNotice((await readNoticeBytes(bytes)).text);
  expect(dropped.map(({ text, reason }) => [text, reason])).toEqual([
    ['【隐藏列】佐证材料', 'UNKNOWN_COLUMN'],
  ]);
});

test('macros, links to other files and bombs are refused before they are read', async () => {
  const plain = await write((book) => book.addWorksheet('整改台账').addRow(HEAD));
  const more = async (name: string, content: string | Buffer): Promise<Uint8Array> => {
    const zip = await JSZip.loadAsync(plain);
    zip.file(name, content);
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  };
  expect(await refusal(plain)).toBe('read');
  expect(await refusal(await more('xl/vbaProject.bin', 'x'))).toBe('ACTIVE_CONTENT');
  expect(await refusal(await more('xl/externalLinks/externalLink1.xml', '<x/>'))).toBe(
    'ACTIVE_CONTENT',
  );
  const bomb = Buffer.alloc(60 * 1024 * 1024, 0x20);
  expect(await refusal(await more('xl/worksheets/sheet9.xml', bomb))).toBe('TOO_MUCH_INSIDE');
  const merged = '<worksheet><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>';
  expect(await refusal(await more('xl/worksheets/sheet1.xml', merged))).toBe('TOO_MUCH_INSIDE');
});
