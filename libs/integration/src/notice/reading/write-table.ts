import { classifyLabel, type LabelKind } from '../parsing/read-label.ts';

/** A cell as it stands in its file; merged cells cover several rows or columns. */
export interface TableCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

interface Column {
  /** The words of its head, the lowest where heads stand above heads. */
  readonly words: string;
  readonly kind: LabelKind | null;
}

interface Head {
  readonly columns: readonly Column[];
  readonly from: number;
  readonly to: number;
}

type Grid = readonly (readonly TableCell[])[];

const EMPTY: TableCell = { text: '', rows: 1, columns: 1 };
/** Heads of tables stand near their top; below is text. */
const LAST_HEAD_ROW = 12;
const MOST_COLUMNS = 200;
const TOTAL = /^(?:合计|总计|小计|共计|累计)/;
/** Cells of these columns hold text; those of others a name, a day or a word or two. */
const LONG: ReadonlySet<LabelKind> = new Set([
  'MEASURES',
  'PROGRESS',
  'EFFECT',
  'MANIFESTATION',
  'CAUSE',
  'UNFINISHED',
  'NEXT',
  'GOAL',
  'BASIS',
]);

const NAMES: ReadonlySet<LabelKind> = new Set(['LEADER', 'PERSON', 'UNIT', 'SUPPORT']);

/**
 * Writes a table of problems out as labelled lines, a row after another: 问题1：… 责任领导：… 整改措施：…, since a text knows no
 * columns. Kinds in merged cells and rows that are one cell become headings, heads that are printed again are left out, and
 * a column that announces no field keeps its words in 【】. Null for a table of something else.
 */
export function writeTable(rows: readonly (readonly TableCell[])[]): string[] | null {
  const grid = spread(rows);
  const head = findHead(grid);
  if (!head) return null;
  const lines = grid.slice(0, head.from).flatMap((row) => distinct(row).map(({ text }) => text));
  const body = grid.slice(head.to).filter((row) => !isHeadAgain(grid, head, row));
  return [...lines, ...writeRows(head, body)].map(tidy).filter((line) => line !== '');
}

/** A cell for each place; a merged one stands at all that it covers. */
function spread(rows: readonly (readonly TableCell[])[]): Grid {
  const grid: TableCell[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column]) column += 1;
      const last = Math.min(column + Math.max(1, cell.columns), MOST_COLUMNS);
      for (let down = 0; down < Math.max(1, cell.rows) && at + down < rows.length; down += 1) {
        for (let across = column; across < last; across += 1) {
          const row = grid[at + down];
          if (row) row[across] ??= cell;
        }
      }
      column = last;
      if (column >= MOST_COLUMNS) break;
    }
  });
  const width = Math.min(
    MOST_COLUMNS,
    grid.reduce((most, row) => Math.max(most, row.length), 0),
  );
  return grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? EMPTY));
}

/** The head: a row, or two or three above each other, that name a problem and what is done about it. */
function findHead(grid: Grid): Head | null {
  for (let from = 0; from < Math.min(grid.length, LAST_HEAD_ROW); from += 1) {
    const first = grid[from] ?? [];
    if (distinct(first).length < 2) continue;
    const reach = distinct(first).reduce((most, cell) => Math.max(most, cell.rows), 1);
    for (const depth of [Math.max(reach, nextIsHead(grid, from) ? 2 : 1), 1]) {
      const columns = first.map((_, column) => readColumn(grid, from, depth, column));
      const kinds = new Set(columns.map(({ kind }) => kind));
      const namesProblem = kinds.has('PROBLEM') || kinds.has('MANIFESTATION');
      const tells = (
        ['MEASURES', 'PROGRESS', 'EFFECT', 'STATE', 'LIMIT', 'UNIT', 'LEADER'] as const
      ).filter((kind) => kinds.has(kind));
      if (namesProblem && tells.length > 0) return { columns, from, to: from + depth };
    }
  }
  return null;
}

/** 责任分工 above 牵头领导 | 责任部门, where the file does not say what is merged. */
function nextIsHead(grid: Grid, from: number): boolean {
  const [first = [], second = []] = [grid[from], grid[from + 1]];
  const named = second.filter((cell, column) => cell !== first[column] && cell.text.trim() !== '');
  const known = named.filter(({ text }) => classifyLabel(clean(text)) !== null);
  return named.length > 1 && known.length >= named.length * 0.6;
}

function readColumn(grid: Grid, from: number, depth: number, column: number): Column {
  const stacked = Array.from({ length: depth }, (_, down) => grid[from + down]?.[column] ?? EMPTY);
  const texts = distinct(stacked)
    .map(({ text }) => clean(text))
    .filter((text) => text !== '');
  const lowest = texts.at(-1) ?? '';
  const kind =
    classifyLabel(lowest) ??
    classifyLabel(texts.join('')) ??
    (/^(?:序|№|no\.?)$/i.test(lowest) ? 'NUMBER' : null);
  return { words: lowest, kind };
}

function isHeadAgain(grid: Grid, head: Head, row: readonly TableCell[]): boolean {
  return Array.from(
    { length: head.to - head.from },
    (_, down) => grid[head.from + down] ?? [],
  ).some((line) =>
    line.every((cell, column) => clean(cell.text) === clean(row[column]?.text ?? '')),
  );
}

interface Row {
  readonly cells: readonly TableCell[];
  readonly number: string;
  readonly problem: TableCell;
}

function writeRows({ columns }: Head, body: Grid): string[] {
  const at = (kind: LabelKind): number => columns.findIndex((column) => column.kind === kind);
  const area = at('AREA');
  const problem = at('PROBLEM') === -1 ? at('MANIFESTATION') : at('PROBLEM');
  const number = at('NUMBER');
  const lines: string[] = [];
  let kind: TableCell | null = null;
  let item: Row[] = [];
  let last = 0;
  const close = (): void => {
    const [first] = item;
    if (first) {
      // A row without a number of its own goes on counting.
      last = /^\d{1,3}$/.test(first.number) ? Number(first.number) : last + 1;
      lines.push(...writeItem(columns, item, [area, number, problem], last));
    }
    item = [];
  };
  for (const [index, cells] of body.entries()) {
    const only = distinct(cells).filter(({ text }) => text.trim() !== '');
    const [first] = only;
    if (!first) continue;
    const isWhole =
      only.length === 1 && (first.columns >= cells.length - 1 || !isProblemCell(cells, problem));
    if (TOTAL.test(clean(first.text))) {
      close();
      lines.push(
        `【${clean(first.text).slice(0, 14)}】${only
          .slice(1)
          .map(({ text }) => joinLines(text))
          .join(' ')}`,
      );
    } else if (isWhole) {
      close();
      const isLast = body.slice(index + 1).every((row) => distinct(row).length < 2);
      // A row that is one cell gathers those below it; behind the last row it is a remark.
      lines.push(isLast ? `【备注】${joinLines(first.text)}` : `问题类别：${bare(first.text)}`);
      kind = null;
    } else {
      const group = area === -1 ? null : (cells[area] ?? null);
      if (
        group &&
        group.text.trim() !== '' &&
        group !== kind &&
        clean(group.text) !== clean(kind?.text ?? '')
      ) {
        close();
        kind = group;
        lines.push(`${columns[area]?.words ?? '问题类别'}：${bare(group.text)}`);
      }
      const row = {
        cells,
        number: number === -1 ? '' : clean(cells[number]?.text ?? '').normalize('NFKC'),
        problem: cells[problem] ?? EMPTY,
      };
      if (!goesOn(item.at(-1), row)) close();
      item.push(row);
    }
  }
  close();
  return lines;
}

function isProblemCell(cells: readonly TableCell[], problem: number): boolean {
  return (cells[problem]?.text ?? '').trim() !== '';
}

/** A row with no problem of its own, or with that of the row above: one more measure. */
function goesOn(last: Row | undefined, row: Row): boolean {
  if (!last) return false;
  if (row.problem === last.problem) return true;
  const [before, now] = [clean(last.problem.text), clean(row.problem.text)];
  const isSameNumber = row.number === '' || row.number === last.number;
  return isSameNumber && (now === '' || now === before);
}

/** What a problem's rows share comes first; then a line a cell, row after row. */
function writeItem(
  columns: readonly Column[],
  rows: readonly Row[],
  apart: readonly number[],
  number: number,
): string[] {
  const [first] = rows;
  if (!first) return [];
  const lines = [`问题${number}：${bare(first.problem.text)}`];
  const write = (column: number, cell: TableCell | undefined): void => {
    const { words = '', kind = null } = columns[column] ?? {};
    if (cell && cell.text.trim() !== '' && words !== '')
      lines.push(writeCell(words, kind, cell.text));
  };
  const others = columns.map((_, column) => column).filter((column) => !apart.includes(column));
  const isShared = (column: number): boolean =>
    columns[column]?.kind !== 'MEASURES' &&
    rows.every(({ cells }) => {
      const text = clean(cells[column]?.text ?? '');
      return text === '' || text === clean(first.cells[column]?.text ?? '');
    });
  const shared = rows.length > 1 ? others.filter(isShared) : [];
  for (const column of shared) write(column, first.cells[column]);
  rows.forEach(({ cells }, index) => {
    const own = others.filter((column) => !shared.includes(column));
    // The measure first: what stands beside it in the row is told of it.
    if (rows.length > 1)
      own.sort(
        (a, b) => Number(columns[b]?.kind === 'MEASURES') - Number(columns[a]?.kind === 'MEASURES'),
      );
    for (const column of own) {
      const cell = cells[column];
      const isSpread = cell !== undefined && cells.indexOf(cell) !== column;
      const isAbove =
        index > 0 &&
        rows[index - 1]?.cells[column] === cell &&
        columns[column]?.kind === 'MEASURES';
      if (!isSpread && !isAbove) write(column, cell);
    }
  });
  return lines;
}

/** A date that lost its format is the number of days since the end of 1899. */
const SERIAL = /^[345]\d{4}(?:\.0+)?$/;

function dayOfSerial(days: number): string {
  const date = new Date(Date.UTC(1899, 11, 30 + days));
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

function writeCell(words: string, kind: LabelKind | null, text: string): string {
  if (kind === 'LIMIT' && SERIAL.test(text.trim())) return `${words}：${dayOfSerial(Number(text))}`;
  const said = kind && LONG.has(kind) ? text : joinLines(text, kind && NAMES.has(kind) ? '、' : '');
  const label = kind ? `${words}：` : `【${words.slice(0, 16)}】`;
  return clean(said).startsWith(`${words}：`) ? said : `${label}${said}`;
}

function distinct(cells: readonly TableCell[]): TableCell[] {
  return [...new Set(cells)].filter((cell) => cell !== EMPTY);
}

/** Names on lines of their own in one cell are a list; other lines are wrapped. */
function joinLines(text: string, between = ''): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.reduce(
    (joined, line) =>
      joined === '' || /[，。；、：]$/.test(joined) ? joined + line : joined + between + line,
    '',
  );
}

/** Without its own number, which a heading of the text would begin with. */
function bare(text: string): string {
  return joinLines(text).replace(
    /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))\s*/,
    '',
  );
}

function clean(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000*]/g, '')
    .replace(/[:：]$/, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
}

function tidy(line: string): string {
  return line
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
}
