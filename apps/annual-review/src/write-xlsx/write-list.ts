import type { CellValue, Workbook } from 'exceljs';
import type { Term } from '@taizhang/client/terms';
import {
  dress,
  rowHeight,
  setUpPage,
  writeHeads,
  writeTitle,
  type SheetColumn,
} from './sheet-look.ts';

const HEAD_ROW = 3;

/** A sheet of rows below their heads. */
export function writeList(
  book: Workbook,
  name: string,
  title: Term,
  caption: string,
  columns: readonly SheetColumn[],
  rows: readonly CellValue[][],
): void {
  const sheet = book.addWorksheet(name);
  setUpPage(sheet, HEAD_ROW);
  writeHeads(sheet, HEAD_ROW, columns);
  rows.forEach((values, offset) => {
    const row = sheet.getRow(HEAD_ROW + 1 + offset);
    columns.forEach((column, index) => {
      const cell = row.getCell(index + 1);
      cell.value = values[index] ?? null;
      dress(cell, column);
    });
    row.height = rowHeight(
      columns
        .map((column, index) => ({ text: String(values[index] ?? ''), width: column.width }))
        .filter(
          // A date's text is longer than what its format shows.
          (_, index) => !(values[index] instanceof Date),
        ),
    );
  });
  writeTitle(sheet, title, caption, columns.length);
}
