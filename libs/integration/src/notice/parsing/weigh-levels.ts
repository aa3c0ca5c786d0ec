import { isBlock, isInline, type OutlineNode } from './build-outline.ts';
import { isAreaTitle, isProblemTitle } from './classify-heading.ts';
import type { FlowText } from './flow-text.ts';
import { mayStartLabel, readLabel, type LabelKind } from './read-label.ts';
import { isStatusOnly } from './read-state.ts';
import { readTitle, type ReadTitle } from './read-title.ts';

export interface Reading {
  readonly flow: FlowText;
  readonly wrapWidth: number | null;
}

export interface HeadedNode {
  readonly node: OutlineNode;
  readonly title: ReadTitle;
  readonly text: string;
}

/** A heading with what speaks for its being a problem that is reported on. */
export interface WeighedNode extends HeadedNode {
  /** What speaks for it, less what speaks against it. */
  readonly score: number;
  /** Something that hardly stands anywhere but at a problem: a row's number, labels of a report, 针对…问题. */
  readonly isStrong: boolean;
  readonly isArea: boolean;
  /** 整改措施： or the like stands in its own text. */
  readonly isLabelled: boolean;
  /** It has measures of its own: labels or 一是…. */
  readonly isReported: boolean;
  /** The headings below it; numbers behind 整改措施： are none. */
  readonly kids: readonly WeighedNode[];
}

const ROWS: ReadonlySet<string> = new Set(['RECORD', 'PROBLEM_LABEL', 'CELL']);
const REPORTS: ReadonlySet<LabelKind> = new Set(['MEASURES', 'PROGRESS', 'EFFECT', 'STATE']);
const AIMED = /^(?:针对|关于|对于?)/;
const NOTE = /[（【]([^（）【】]{2,30})[）】]$/;
const LABEL_REACH = 600;
const POINTS = { row: 4, labelled: 4, aimed: 3, lists: 3, problem: 1.5, note: 1.5, leaves: 1.5 };
const GROUP_SCORE = 3;

/** Weighs a number and all below it, the lowest first. */
export function weigh(reading: Reading, node: OutlineNode): WeighedNode {
  const headed = head(reading, node);
  const isLabelled = hasReport(reading, headed);
  const listed = node.children.filter((child) => !isInline(child.style));
  const kids = isLabelled ? [] : listed.map((child) => weigh(reading, child));
  const isArea = node.style === 'AREA_LABEL' || node.style === 'SIDE' || isAreaTitle(headed.text);
  const isAimed = AIMED.test(headed.text) && /问题/.test(headed.text) && !isArea;
  const isProblem = !isArea && isProblemTitle(headed.text);
  const inline = node.children.length - listed.length;
  const isGroup = kids.length > 0 && mean(kids.map(({ score }) => score)) >= GROUP_SCORE;
  const leaves = kids.length > 0 && !isGroup && kids.every((kid) => kid.kids.length === 0);
  const body = (node.children[0]?.start ?? node.end) - headed.title.bodyStart;
  const noted = NOTE.exec(headed.text)?.[1];
  const score =
    (ROWS.has(node.style) ? POINTS.row : 0) +
    (isLabelled ? POINTS.labelled : 0) +
    (isAimed ? POINTS.aimed : 0) +
    (inline > 0 ? POINTS.lists : 0) +
    (isProblem ? POINTS.problem : 0) +
    (noted && isStatusOnly(noted.split('，')[0] ?? '') ? POINTS.note : 0) +
    (leaves ? POINTS.leaves : 0) +
    (body > 0 ? 0.5 : 0) -
    (isArea ? 3 : 0) -
    (isGroup ? 3 : 0);
  return {
    ...headed,
    score,
    isStrong:
      ROWS.has(node.style) ||
      isLabelled ||
      isAimed ||
      (isProblem && (inline > 0 || leaves || body > 0)),
    isArea,
    isLabelled,
    isReported: isLabelled || inline > 0,
    kids,
  };
}

export function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}

export function head(reading: Reading, node: OutlineNode): HeadedNode {
  const first = node.children[0];
  const holdsHeadings = first !== undefined && isBlock(first.style);
  const title = readTitle(
    reading.flow,
    node.contentStart,
    ownEnd(node),
    reading.wrapWidth,
    holdsHeadings,
  );
  return { node, title, text: reading.flow.match.slice(title.start, title.end) };
}

function ownEnd(node: OutlineNode): number {
  return node.children[0]?.start ?? node.end;
}

/** True when a label of a report stands in the text above what is listed below, or heads what is listed. */
function hasReport({ flow }: Reading, { node, title }: HeadedNode): boolean {
  if (node.children.some((child) => isReport(flow, child.contentStart))) return true;
  const limit = Math.min(ownEnd(node), title.bodyStart + LABEL_REACH);
  for (let at = title.bodyStart; at < limit; at += 1) {
    if (at !== title.bodyStart && !mayStartLabel(flow, at)) continue;
    if (isReport(flow, at)) return true;
  }
  return false;
}

function isReport(flow: FlowText, at: number): boolean {
  const label = readLabel(flow, at);
  return label !== null && REPORTS.has(label.kind);
}
