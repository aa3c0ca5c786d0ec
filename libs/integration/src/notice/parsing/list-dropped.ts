import type { OutlineNode } from './build-outline.ts';
import { classifyHeading } from './classify-heading.ts';
import type { FoundArea } from './find-findings.ts';
import { nextBreak, toSource, type FlowText } from './flow-text.ts';
import type { DropReason, NoticeDropped } from './notice.type.ts';
import { BREAK } from './skip-markup.ts';
import { splitSections } from './split-sections.ts';
import { head, type Reading } from './weigh-levels.ts';

const MESSAGES: Readonly<Record<DropReason, string>> = {
  ORGANIZATION: '讲整改如何组织，不是问题 / It tells how the work was led and names no problem',
  PLAN: '讲下一步打算，不是已做的整改 / It tells what is planned, not what was done',
  OTHER_CHAPTER: '其下没有逐个报告的问题 / Nothing below it is reported on as a problem is',
  BESIDE_FINDINGS: '与各方面并列，但其下没有问题 / It stands beside the areas and has no problems',
  TOTAL_ROW: '表中的合计行 / A row of totals in a table',
  UNKNOWN_COLUMN: '台账中没有对应这一栏的字段 / The ledger has no field for this column',
  OTHER_TABLE: '这张表不是问题台账 / This table is no ledger of problems',
};
const LONGEST_SHOWN = 80;
const TOTAL = /合计|总计|小计|共计|累计/;
const FEWEST_CELLS = 2;

/** All numbered or tabled text that is in no entry, in the order of the text: whole chapters, entries, columns, rows. */
export function listDropped(
  reading: Reading,
  outline: readonly OutlineNode[],
  found: readonly FoundArea[],
): NoticeDropped[] {
  const { flow } = reading;
  const items = new Set(found.flatMap((area) => area.items.map(({ node }) => node)));
  const heads = new Set(found.flatMap(({ head: area }) => (area ? [area.node] : [])));
  const holders = new Set<OutlineNode>();
  const noteHolders = (node: OutlineNode): boolean => {
    const below = node.children.map(noteHolders);
    if (below.includes(true)) holders.add(node);
    return below.includes(true) || items.has(node) || heads.has(node);
  };
  outline.forEach(noteHolders);
  const lines = lineStarts(flow.original);
  const dropped: NoticeDropped[] = [];
  const drop = (start: number, end: number, reason: DropReason): void => {
    if (end > start) dropped.push(describe(flow, lines, start, end, reason));
  };
  const visit = (node: OutlineNode, isInside: boolean): void => {
    if (items.has(node)) dropSections(flow, node, drop);
    else if (holders.has(node)) for (const child of node.children) visit(child, true);
    // An area without problems has its own measures below it.
    else if (!heads.has(node)) drop(node.start, node.end, reasonOf(reading, node, isInside));
  };
  for (const root of outline) visit(root, false);
  const covered = outline.map(({ start, end }) => ({ start, end }));
  dropTables(flow, covered, drop);
  return dropped.sort((a, b) => a.source.start - b.source.start);
}

function reasonOf(reading: Reading, node: OutlineNode, isInside: boolean): DropReason {
  const role = classifyHeading(head(reading, node).text);
  if (role === 'PLAN') return 'PLAN';
  if (role === 'ORGANIZATION') return 'ORGANIZATION';
  return isInside ? 'BESIDE_FINDINGS' : 'OTHER_CHAPTER';
}

function dropSections(
  flow: FlowText,
  node: OutlineNode,
  drop: (start: number, end: number, reason: DropReason) => void,
): void {
  for (const { kind, words, start, end } of splitSections(
    flow,
    node.contentStart,
    node.end,
    node.children,
  )) {
    if (kind === 'OTHER') drop(start, end, TOTAL.test(words) ? 'TOTAL_ROW' : 'UNKNOWN_COLUMN');
  }
}

/** Rows of cells outside all that is numbered. */
function dropTables(
  flow: FlowText,
  covered: readonly { start: number; end: number }[],
  drop: (start: number, end: number, reason: DropReason) => void,
): void {
  const size = flow.match.length;
  let from = -1;
  let next = 0;
  for (let at = 0; at < size;) {
    const end = nextBreak(flow, at, size, BREAK.LINE);
    while ((covered[next]?.end ?? Infinity) <= at) next += 1;
    const isFree = at < (covered[next]?.start ?? Infinity);
    const isRow = isFree && countCells(flow, at, end) >= FEWEST_CELLS;
    if (isRow && from < 0) from = at;
    if (!isRow && from >= 0) {
      drop(from, at, 'OTHER_TABLE');
      from = -1;
    }
    at = end;
  }
  if (from >= 0) drop(from, size, 'OTHER_TABLE');
}

function countCells(flow: FlowText, from: number, to: number): number {
  let cells = 0;
  for (let at = from + 1; at < to; at += 1) if (flow.breaks[at] === BREAK.CELL) cells += 1;
  return cells;
}

function describe(
  flow: FlowText,
  lines: readonly number[],
  start: number,
  end: number,
  reason: DropReason,
): NoticeDropped {
  const text = flow.shown.slice(start, end);
  const source = toSource(flow, start, end);
  return {
    text: text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text,
    source,
    line: lineOf(lines, source.start),
    reason,
    message: MESSAGES[reason],
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** 1-based, by halving. */
function lineOf(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
