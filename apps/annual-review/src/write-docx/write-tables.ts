import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import type { Schedule, ScheduleRow, TableColumn } from '../outline/outline.type.ts';
import type { Face } from './fonts.ts';
import { OFF_GRID } from './package-parts.ts';
import { BLOCK, SIZE, TURNED_WIDTH } from './page-metrics.ts';
import { english, line, run } from './write-lines.ts';

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '8A8378' } as const;
/** Without margins of its own a cell's text touches the border. */
const CELL_MARGIN = { top: 40, bottom: 40, left: 50, right: 50 } as const;

/** A table of figures with this many rows or fewer is not spread over two pages. */
const KEPT_WHOLE = 12;

/** A table of figures in the report's text. */
export function figureTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Table {
  const widths = share(columns, BLOCK.width);
  const isKept = rows.length <= KEPT_WHOLE;
  const body = rows.map(
    (row, place) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, index) =>
          cell(
            text.split('\n').map((part) => {
              const align = columns[index]?.align ?? 'left';
              return cellLine(part, SIZE.table, align, 'body', isKept && place < rows.length - 1);
            }),
            widths[index] ?? 0,
          ),
        ),
      }),
  );
  return grid([headRow(columns, widths, SIZE.table), ...body], widths, BLOCK.width);
}

/** The schedule over the landscape page: heads repeat, an area is a band over its rows. */
export function scheduleTable(schedule: Schedule): Table {
  const widths = share(schedule.columns, TURNED_WIDTH);
  const rows = schedule.groups.flatMap((group) => [
    new TableRow({
      cantSplit: true,
      children: [
        cell(
          [cellLine(group.title, SIZE.schedule + 1, 'left', 'kai', true)],
          TURNED_WIDTH,
          schedule.columns.length,
          'FAF9F6',
        ),
      ],
    }),
    ...group.rows.map((row) => scheduleRow(row, schedule.columns, widths)),
  ]);
  return grid([headRow(schedule.columns, widths, SIZE.schedule), ...rows], widths, TURNED_WIDTH);
}

function scheduleRow(
  row: ScheduleRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
): TableRow {
  const measures = row.measures.length > 0 ? row.measures.map((text) => `·${text}`) : ['—'];
  const texts = [
    [row.code],
    [row.title],
    measures,
    [row.unit],
    [row.leader],
    [row.type],
    [row.dueOn],
    [row.status],
    [row.closedOn],
    [row.note],
  ];
  return new TableRow({
    cantSplit: !row.isTall,
    children: texts.map((lines, index) =>
      cell(
        lines.map((text) => cellLine(text, SIZE.schedule, columns[index]?.align ?? 'left')),
        widths[index] ?? 0,
      ),
    ),
  });
}

function headRow(
  columns: readonly TableColumn[],
  widths: readonly number[],
  size: number,
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(
        [
          cellLine(column.zh, size, 'center', 'hei', true),
          line([english(column.en, size - 4)], {
            alignment: AlignmentType.CENTER,
            spacing: tight(size - 4),
            style: OFF_GRID,
          }),
        ],
        widths[index] ?? 0,
        1,
        'F1EEE8',
      ),
    ),
  });
}

function grid(rows: TableRow[], widths: readonly number[], width: number): Table {
  return new Table({
    rows,
    columnWidths: [...widths],
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
  });
}

function cell(children: Paragraph[], width: number, columnSpan = 1, fill?: string): TableCell {
  return new TableCell({
    children,
    columnSpan,
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGIN,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(fill ? { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } } : {}),
  });
}

function cellLine(
  text: string,
  size: number,
  align: 'left' | 'center',
  name: Face = 'body',
  keepNext = false,
): Paragraph {
  return line([run(text, name, { size })], {
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: tight(size),
    style: OFF_GRID,
    keepNext,
  });
}

/** `size` in half-points → a line of 1.35 times it, in twentieths. */
function tight(size: number) {
  return {
    line: Math.round(size * 13.5),
    lineRule: LineRuleType.EXACT,
    before: 0,
    after: 0,
  } as const;
}

/** Column shares → widths that add up to the table's exactly. */
function share(columns: readonly TableColumn[], width: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((column.width / total) * width));
  const rest = width - widths.reduce((sum, part) => sum + part, 0);
  return widths.map((part, index) => (index === 0 ? part + rest : part));
}
