import type { Borders, Cell, Fill, Worksheet } from 'exceljs';
import type { Term } from '@taizhang/client/terms';

/** A column of a sheet: head in both languages, width in signs, and how its values show. */
export interface SheetColumn extends Term {
  readonly width: number;
  readonly align?: 'left' | 'center';
  readonly format?: string;
}

export const DATE_FORMAT = 'yyyy-mm-dd';
export const MONEY_FORMAT = '#,##0.00';
const line = { style: 'thin', color: { argb: 'FFA39D92' } } as const;
const BORDER: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const HEAD_FILL: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1EEE8' } };

export const FONT = { body: '仿宋', head: '黑体', title: '方正小标宋简体' } as const;

/** A4 landscape, one page wide, the head repeated on each, page number at the foot. */
export function setUpPage(sheet: Worksheet, headRow: number): void {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    printTitlesRow: `${headRow}:${headRow}`,
  };
  sheet.headerFooter.oddFooter = '&C— &P —';
  sheet.views = [{ state: 'frozen', ySplit: headRow, showGridLines: false }];
}

/** Title line over the whole width, a caption under it. */
export function writeTitle(sheet: Worksheet, title: Term, caption: string, width: number): void {
  const head = sheet.getRow(1);
  head.height = 34;
  head.getCell(1).value = {
    richText: [
      { text: title.zh, font: { name: FONT.title, size: 18, bold: true } },
      {
        text: `\u3000${title.en}`,
        font: { name: 'Georgia', size: 10, color: { argb: 'FF6D675E' } },
      },
    ],
  };
  head.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  const second = sheet.getRow(2);
  second.height = 18;
  second.getCell(1).value = caption;
  second.getCell(1).font = { name: FONT.body, size: 10, color: { argb: 'FFB3261E' } };
  second.getCell(1).alignment = { horizontal: 'right', vertical: 'middle' };
  sheet.mergeCells(1, 1, 1, width);
  sheet.mergeCells(2, 1, 2, width);
}

/** Heads in row `headRow`; Chinese above English. */
export function writeHeads(
  sheet: Worksheet,
  headRow: number,
  columns: readonly SheetColumn[],
): void {
  const row = sheet.getRow(headRow);
  row.height = 32;
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = column.width;
    const cell = row.getCell(index + 1);
    cell.value = `${column.zh}\n${column.en}`;
    cell.font = { name: FONT.head, size: 10.5 };
    cell.fill = HEAD_FILL;
    cell.border = BORDER;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  });
  sheet.autoFilter = {
    from: { row: headRow, column: 1 },
    to: { row: headRow, column: columns.length },
  };
}

export function dress(cell: Cell, column: SheetColumn): void {
  cell.font = { name: FONT.body, size: 10.5 };
  cell.border = BORDER;
  const horizontal = column.align ?? 'left';
  cell.alignment = {
    horizontal,
    vertical: 'middle',
    wrapText: true,
    ...(horizontal === 'left' ? { indent: 1 } : {}),
  };
  if (column.format) cell.numFmt = column.format;
}

/** Points for the fullest cell of a row: neither Excel nor LibreOffice sizes rows of a written file reliably. */
export function rowHeight(texts: readonly { text: string; width: number }[]): number {
  const lines = texts.map(({ text, width }) =>
    text
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil((displayWidth(part) * 1.08) / width)), 0),
  );
  // 409 pt is the highest row that Excel draws.
  return Math.min(409, Math.max(1, ...lines) * 14.4 + 6);
}

function displayWidth(text: string): number {
  let width = 0;
  for (const sign of text) width += (sign.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}
