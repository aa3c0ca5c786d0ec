import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { beforeAll, expect, test } from 'vitest';
import {
  isPlain,
  ITEM_FIELDS,
  neutralise,
  type FieldDescription,
} from '@taizhang/rectification/rules';
import { yuan } from '../src/write-xlsx/cell-values.ts';
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

test('has the five sheets with heads in both languages', () => {
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    '一览表',
    '问题详情',
    '汇总',
    '制度文件',
    '培训会议',
  ]);
  for (const { name } of book.worksheets) {
    for (const head of heads(name)) expect(head).toMatch(/^[\u4e00-\u9fff（）]+\n[A-Z]/);
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
  expect(row.getCell(14).value).toBe('演示数据');
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

test('every described field of an item has a column under its own heading, as its kind is written', () => {
  const columns = heads('问题详情');
  expect(columns).toEqual([
    '编号\nCode',
    '具体问题\nTitle',
    ...Object.entries<FieldDescription>(ITEM_FIELDS)
      .filter(([key, field]) => isPlain(field) && !['title', 'type', 'dueOn'].includes(key))
      .map(([, field]) => field.label.replace(' / ', '\n')),
  ]);
  const row = sheet('问题详情').getRow(4);
  const cell = (label: string) =>
    row.getCell(columns.findIndex((head) => head.startsWith(`${label}\n`)) + 1);
  expect(row.getCell(1).value).toBe('2024-05-1-1');
  expect(cell('时限原文').value).toBe('立行立改，长期坚持');
  expect(cell('时限精度').value).toBe('月底前');
  expect(cell('长期坚持').value).toBe('是');
  expect(cell('列入人大报告').value).toBe('否');
  expect(cell('涉及金额（元）').value).toBe(1_234_567.89);
  expect(cell('涉及金额（元）').numFmt).toBe('#,##0.00');
  expect(cell('问题成因').value).toBe("'=制度不健全\n监督不到位");
  expect(cell('领导批示').value).toBe('请抓紧落实');
  // What nobody said is an empty cell, neither 0 nor 否.
  for (let column = 3; column <= columns.length; column += 1)
    expect(sheet('问题详情').getRow(6).getCell(column).value).toBeNull();
  expect(sheet('问题详情').actualRowCount).toBe(3 + 11);
});

test('a sum of money says how many problems state none, withdrawn ones left out', () => {
  const columns = heads('汇总');
  const [money, none] = ['涉及金额（元）', '未载明金额'].map(
    (label) => columns.findIndex((head) => head.startsWith(`${label}\n`)) + 1,
  );
  const figures = (at: number) =>
    [money, none].map((column) => sheet('汇总').getRow(at).getCell(column!).value);
  expect(figures(4)).toEqual([1_234_568, 1]);
  // An area that states none has no sum.
  expect(figures(5)).toEqual([null, 2]);
  expect(figures(8)).toEqual([1_234_568, 8]);
});

test('a sum that Excel would round is written out', () => {
  expect(yuan(999_999_999_999_999)).toBe(9_999_999_999_999.99);
  expect(yuan(1_000_000_000_000_001)).toBe('10,000,000,000,000.01');
});
