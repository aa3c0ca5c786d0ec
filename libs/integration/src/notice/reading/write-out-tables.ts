import { writeTable, type TableCell } from './write-table.ts';

interface Block {
  readonly rows: readonly (readonly string[])[];
  /** Lines that it takes. */
  readonly length: number;
}

const FEWEST_CELLS = 3;
const FEWEST_ROWS = 2;
const RULE = /^\s*\|?[\s|:+-]+\|?\s*$/;

/**
 * Writes out the tables of problems in a plain text: rows pasted from a sheet, with tabs between their cells, and
 * rows between | and |. Other text stays as it is; doing it again changes nothing.
 */
export function writeOutTables(text: string): string {
  if (!/\t[^\n]*\t|\|[^\n]*\|/.test(text)) return text;
  const lines = text.split(/\r?\n/);
  const parts: string[] = [];
  for (let at = 0; at < lines.length;) {
    const block = readPipes(lines, at) ?? readTabs(lines, at);
    const written =
      block && block.rows.length >= FEWEST_ROWS ? writeTable(block.rows.map(toCells)) : null;
    const length = block?.length ?? 1;
    if (written) parts.push(...written, '');
    else parts.push(...lines.slice(at, at + length));
    at += length;
  }
  return parts.join('\n');
}

const toCells = (row: readonly string[]): TableCell[] =>
  row.map((text) => ({ text: text.trim().replace(/<br\s{0,3}\/?>/gi, '\n'), rows: 1, columns: 1 }));

function readPipes(lines: readonly string[], from: number): Block | null {
  const rows: string[][] = [];
  let at = from;
  for (; /^\s*\|.*\|\s*$/.test(lines[at] ?? ''); at += 1) {
    const line = lines[at] ?? '';
    if (!RULE.test(line)) rows.push(line.trim().slice(1, -1).split('|'));
  }
  return at > from ? { rows, length: at - from } : null;
}

/** Excel puts a cell with line breaks between quotes. */
function readTabs(lines: readonly string[], from: number): Block | null {
  const rows: string[][] = [];
  let at = from;
  let width = 0;
  while (at < lines.length) {
    const { cells, next } = readRow(lines, at);
    if (cells.length < (rows.length === 0 ? FEWEST_CELLS : 2)) break;
    width = Math.max(width, cells.length);
    rows.push(cells);
    at = next;
  }
  if (at === from) return null;
  return {
    rows: rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
    length: at - from,
  };
}

const MOST_CELL_LINES = 60;

function readRow(lines: readonly string[], from: number): { cells: string[]; next: number } {
  let line = lines[from] ?? '';
  let next = from + 1;
  const isOpen = (text: string): boolean =>
    /(?:^|\t)"/.test(text) && (text.split('"').length - 1) % 2 === 1;
  while (isOpen(line) && next < lines.length && next - from <= MOST_CELL_LINES) {
    line += `\n${lines[next] ?? ''}`;
    next += 1;
  }
  if (isOpen(line)) return { cells: (lines[from] ?? '').split('\t'), next: from + 1 };
  const cells = line
    .split('\t')
    .map((cell) => cell.replace(/^"([^]*)"$/, '$1').replace(/""/g, '"'));
  return { cells, next };
}
