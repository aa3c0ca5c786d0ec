import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import { neutralise } from '@taizhang/rectification/rules';
import { writeXlsx } from '../src/write-xlsx/write-xlsx.ts';
import { fixtureReview } from './fixture-review.ts';

const review = fixtureReview();
const book = new ExcelJS.Workbook();
let file: Buffer;

beforeAll(async () => {
  file = await writeXlsx(review);
  await book.xlsx.load(file as unknown as ExcelJS.Buffer);
});

const sheet = (name: string) => {
  const found = book.getWorksheet(name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
};
const heads = (name: string) => (sheet(name).getRow(3).values as string[]).slice(1);

test('has the four sheets with heads in both languages', () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '一览表',
    '汇总',
    '制度文件',
    '培训会议',
  ]);
  for (const { name } of book.worksheets) {
    for (const head of heads(name)) expect(head).toMatch(/^[\u4e00-\u9fff]+\n[A-Z]/);
  }
});

test('prints on A4 landscape, one page wide, the head on each page; filters and scrolls below the head', () => {
  for (const { pageSetup, views, autoFilter } of book.worksheets) {
    expect(pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    });
    expect(views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    expect(autoFilter).toBeTruthy();
  }
});

test('an item is a row, with days as dates and counts as numbers', () => {
  const row = sheet('一览表').getRow(4);
  expect(row.getCell(2).value).toBe('2024-05-1-1');
  expect(row.getCell(8).value).toEqual(new Date('2025-06-30T00:00:00Z'));
  expect(row.getCell(8).numFmt).toBe('yyyy-mm-dd');
  expect(row.getCell(12).value).toBe(3);
  expect(row.getCell(14).value).toBe('演示');
  const late = sheet('一览表').getRow(5);
  expect(late.getCell(11).value).toBe(31);
  expect(late.getCell(9).value).toBe('整改中');
  expect(sheet('一览表').getRow(6).getCell(8).value).toBeNull();
  expect(sheet('一览表').actualRowCount).toBe(3 + 11);
});

test('areas are merged, and every row under a merged cell keeps its area for filters', async () => {
  const schedule = sheet('一览表');
  expect(schedule.getCell('A5').master.address).toBe('A4');
  expect(schedule.getCell('A7').master.address).toBe('A7');
  expect(schedule.getCell('A8').master.address).toBe('A7');
  const xml = await (await JSZip.loadAsync(file)).file('xl/worksheets/sheet1.xml')?.async('string');
  const stored = ['A4', 'A5', 'A6'].map(
    (cell) => new RegExp(`<c r="${cell}"[^>]*t="s"><v>(\\d+)</v>`).exec(xml ?? '')?.[1],
  );
  expect(stored[0]).toBeDefined();
  expect(new Set(stored).size).toBe(1);
});

test('what a spreadsheet could take for a formula is text with an apostrophe', () => {
  expect(sheet('一览表').getRow(6).getCell(5).value).toBe("'=办公室");
  expect(sheet('制度文件').getRow(8).getCell(2).value).toBe("'+1专家委员会章程（征求意见稿）");
  expect(sheet('培训会议').getRow(5).getCell(2).value).toBe("'@选拔任用工作培训");
  for (const { name } of book.worksheets) {
    sheet(name).eachRow((row) =>
      row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)),
    );
  }
});

test.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', ' =1'])(
  '%j is neutralised',
  (text) => {
    expect(neutralise(text)).toBe(`'${text}`);
  },
);
test('ordinary text stays, signs that XML cannot hold go', () => {
  expect(neutralise('修订《制度》=完成')).toBe('修订《制度》=完成');
  expect(neutralise('a\u0000b\ud800c')).toBe('abc');
});

test('the summary shows the rate with its numerator and denominator', () => {
  const total = sheet('汇总').getRow(8);
  expect(total.getCell(1).value).toBe('合计 Total');
  expect([2, 3, 4, 5].map((column) => total.getCell(column).value)).toEqual([11, 3, 10, 0.3]);
  expect(total.getCell(5).numFmt).toBe('0.00%');
});

test('a training nobody counted has an empty cell, not 0', () => {
  expect(sheet('培训会议').getRow(4).getCell(6).value).toBe(46);
  expect(sheet('培训会议').getRow(5).getCell(6).value).toBeNull();
});
