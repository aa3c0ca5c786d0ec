import { Parser } from 'htmlparser2';

import { writeTable, type TableCell } from './write-table.ts';

/** What stands in these is shown nowhere, or a second time. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:moveFrom', 'w:del', 'w:instrText', 'w:delText']);
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

interface OpenCell {
  text: string;
  columns: number;
  /** True where the cell goes on with the one above it. */
  isMerged: boolean;
}

interface OpenTable {
  readonly rows: OpenCell[][];
}

/**
 * The text of `word/document.xml`: a line a paragraph, tables of problems written out as they are in a page, cells of
 * other tables behind tabs. One pass over the file.
 */
export function readDocumentXml(xml: string): string {
  const parts: string[] = [];
  const tables: OpenTable[] = [];
  let leftOut = 0;
  let isText = false;

  const cell = (): OpenCell | undefined => tables.at(-1)?.rows.at(-1)?.at(-1);
  const add = (text: string): void => {
    const open = cell();
    if (open) open.text += text;
    // Between cells there is nothing to read.
    else if (tables.length === 0) parts.push(text);
  };
  const closeTable = (): void => {
    const table = tables.pop();
    if (table) add(`${writeRows(table)}\n\n`);
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (LEFT_OUT.has(name)) leftOut += 1;
        if (leftOut > 0) return;
        if (name === 'w:t') isText = true;
        else if (name === 'w:tbl') tables.push({ rows: [] });
        else if (name === 'w:tr') tables.at(-1)?.rows.push([]);
        else if (name === 'w:tc')
          tables.at(-1)?.rows.at(-1)?.push({ text: '', columns: 1, isMerged: false });
        else if (name === 'w:gridSpan') setSpan(cell(), attributes['w:val']);
        else if (name === 'w:vMerge') setMerged(cell(), attributes['w:val']);
        else add(SIGNS[name] ?? '');
      },
      ontext(text) {
        if (isText && leftOut === 0) add(text);
      },
      onclosetag(name) {
        if (LEFT_OUT.has(name)) leftOut = Math.max(0, leftOut - 1);
        if (leftOut > 0) return;
        if (name === 'w:t') isText = false;
        else if (name === 'w:p') add('\n');
        else if (name === 'w:tbl') closeTable();
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
  while (tables.length > 0) closeTable();
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const MOST_COLUMNS = 200;

function setSpan(cell: OpenCell | undefined, written: string | undefined): void {
  const columns = Number.parseInt(written ?? '', 10);
  if (cell && columns > 0) cell.columns = Math.min(columns, MOST_COLUMNS);
}

function setMerged(cell: OpenCell | undefined, written: string | undefined): void {
  if (cell) cell.isMerged = written !== 'restart';
}

function writeRows({ rows }: OpenTable): string {
  const lines = writeTable(mergeDown(rows));
  if (lines) return `\n${lines.join('\n')}`;
  return rows.map((row) => row.map(({ text }) => text.trim()).join('\t')).join('\n');
}

/** Word repeats a merged cell empty in each row that it covers. */
function mergeDown(rows: readonly (readonly OpenCell[])[]): TableCell[][] {
  const above = new Map<number, { text: string; rows: number; columns: number }>();
  return rows.map((row) => {
    let column = 0;
    const cells: TableCell[] = [];
    for (const { text, columns, isMerged } of row) {
      const upper = isMerged ? above.get(column) : undefined;
      if (upper) upper.rows += 1;
      else {
        const own = { text: text.trim(), rows: 1, columns };
        above.set(column, own);
        cells.push(own);
      }
      column += columns;
    }
    return cells;
  });
}
