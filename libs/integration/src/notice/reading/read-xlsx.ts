import type { Cell, CellValue, Worksheet } from 'exceljs';
import type JSZip from 'jszip';

import { classifyLabel } from '../parsing/read-label.ts';
import { NoticeUnreadable } from './notice-unreadable.ts';
import { unpackParts } from './unpack-zip.ts';
import { writeTable, type TableCell } from './write-table.ts';

/** A ledger has thousands of rows. */
const MOST_ROWS = 50_000;
/** Merged cells are laid out one by one, so their area is bounded before. */
const MOST_MERGED = 200_000;
const MERGED = /<mergeCell [^<>]{0,40}?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g;
/** What is shown beside cells, and no text of theirs. */
const IGNORED = ['dataValidations', 'conditionalFormatting', 'drawing', 'picture', 'legacyDrawing'];
const NAMELESS = /^(?:sheet|工作表|表)\s?\d{0,3}$/i;

type Row = readonly TableCell[];

/**
 * The text of a workbook: tables of problems written out, sheet after sheet, other rows as lines. Formulas count as their
 * values; hidden sheets, rows and columns are left out, and the columns are named.
 * @throws NoticeUnreadable ACTIVE_CONTENT (macros, links to other files), TOO_MUCH_INSIDE or DAMAGED
 */
export async function readXlsx(zip: JSZip, bytes: Uint8Array): Promise<string> {
  const names = Object.keys(zip.files);
  if (names.some((name) => /vbaProject\.bin$|^xl\/externalLinks\//i.test(name)))
    throw new NoticeUnreadable('ACTIVE_CONTENT');
  const parts = await unpackParts(
    zip,
    names.filter((name) => /^xl\/.*\.xml$/i.test(name)),
  );
  for (const part of parts.values()) refuseMerges(part);
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer, { ignoreNodes: IGNORED });
  const sheets = book.worksheets.filter(({ state }) => state === 'visible');
  const texts = sheets.map(readSheet);
  const areBySheet = texts.filter(({ isTable, hasAreas }) => isTable && !hasAreas).length > 1;
  return texts
    .map(({ name, lines, isTable, hasAreas }) => {
      const isArea = areBySheet && isTable && !hasAreas && !NAMELESS.test(name);
      const title = isArea ? `问题类别：${name}` : NAMELESS.test(name) ? '' : name;
      return [title, ...lines].filter((line) => line !== '').join('\n');
    })
    .join('\n\n')
    .trim();
}

function refuseMerges(xml: string): void {
  let area = 0;
  for (const [, left = 'A', top, right = 'A', bottom] of xml.matchAll(MERGED)) {
    area += (Number(bottom) - Number(top) + 1) * (columnNumber(right) - columnNumber(left) + 1);
    if (area > MOST_MERGED) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
  }
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

interface SheetText {
  readonly name: string;
  readonly lines: readonly string[];
  readonly isTable: boolean;
  readonly hasAreas: boolean;
}

function readSheet(sheet: Worksheet): SheetText {
  if (sheet.rowCount > MOST_ROWS) throw new NoticeUnreadable('TOO_MUCH_INSIDE');
  const lines: string[] = [];
  let isTable = false;
  for (const block of blocksOf(rowsOf(sheet))) {
    const written = writeTable(block);
    isTable ||= written !== null;
    lines.push(...(written ?? block.map((row) => distinctTexts(row).join('\t'))));
  }
  lines.push(...hiddenColumns(sheet));
  const hasAreas = lines.some((line) => classifyLabel(line.split('：')[0] ?? '') === 'AREA');
  return { name: sheet.name.trim(), lines, isTable, hasAreas };
}

/** The head of each hidden column, so that it is told that something was left out. */
function hiddenColumns(sheet: Worksheet): string[] {
  return (sheet.columns ?? []).flatMap((column, index) => {
    if (!column.hidden) return [];
    const words: string[] = [];
    column.eachCell?.((cell) => {
      const isOwn = !cell.isMerged || Number(cell.master.col) === index + 1;
      if (isOwn && words.length === 0) words.push(textOf(cell.value));
    });
    return words.map((text) => `【隐藏列】${text.replace(/\n/g, '')}`);
  });
}

/** Rows of shown cells; the cells that one covers are one cell. */
function rowsOf(sheet: Worksheet): Row[] {
  const cells = new Map<Cell, TableCell>();
  const rows: Row[] = [];
  const shown = Array.from({ length: sheet.columnCount }, (_, index) => index + 1).filter(
    (column) => !sheet.getColumn(column).hidden,
  );
  sheet.eachRow({ includeEmpty: true }, (row) => {
    if (row.hidden) return;
    rows.push(
      shown.map((column) => {
        const cell = row.getCell(column);
        const master = cell.isMerged ? cell.master : cell;
        const known = cells.get(master) ?? { text: textOf(master.value), rows: 1, columns: 1 };
        if (cell.isMerged) cells.set(master, known);
        return known;
      }),
    );
  });
  return rows;
}

/** Tables below each other, told apart by an empty row and a head of their own. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let open: Row[] = [];
  const close = (): void => {
    const last = blocks.at(-1);
    if (open.length === 0) return;
    if (last && writeTable(open) === null && writeTable(last) !== null) last.push(...open);
    else blocks.push(open);
    open = [];
  };
  for (const row of rows) {
    if (row.every(({ text }) => text === '')) close();
    else open.push(row);
  }
  close();
  return blocks;
}

const distinctTexts = (row: Row): string[] =>
  [...new Set(row)].map(({ text }) => text).filter((text) => text !== '');

/** A value as people read it: the result of a formula, the day of a date. */
function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('result' in value) return textOf(value.result as CellValue);
  if ('text' in value) return textOf(value.text as CellValue);
  return '';
}
