import { findMarkers, type MarkerCandidate, type MarkerStyle } from './find-markers.ts';
import { nextBreak, type FlowText } from './flow-text.ts';
import { BREAK } from './skip-markup.ts';

/** One numbered piece of the notice. What it is (area, item, measure) is decided later. */
export interface OutlineNode {
  readonly style: MarkerStyle;
  readonly ordinal: number;
  readonly start: number;
  readonly contentStart: number;
  end: number;
  readonly children: OutlineNode[];
  /** How the number departs from its neighbours, for the warnings. */
  readonly irregularity: 'skipped' | 'duplicate' | null;
}

/** The number at which a style was last closed: 问题4 may go on below the next area. */
type LastNumbers = Map<MarkerStyle, number>;

interface OpenLevel {
  readonly node: OutlineNode;
  readonly siblings: OutlineNode[];
  /** A list behind 整改措施： and the like: it begins anew behind the next such label. */
  readonly isLabelled: boolean;
}

/** 一是, 首先 …: they run on within a paragraph and never head a chapter. */
const INLINE_STYLES: ReadonlySet<MarkerStyle> = new Set(['SHI', 'QI', 'DI', 'SEQUENCE_WORD']);
const EITHER_STYLES: ReadonlySet<MarkerStyle> = new Set([
  'ARABIC_PAREN',
  'ARABIC_HALF_PAREN',
  'CIRCLED',
]);
/** Rows without a number of their own are counted. */
const COUNTED_STYLES: ReadonlySet<MarkerStyle> = new Set(['AIMED', 'RECORD', 'AREA_LABEL']);
const MEASURES_LABEL =
  /(?:整改|具体|主要|采取)(?:的)?(?:落实|工作)?(?:任务|措施|情况|进展|做法|举措|成效)(?:[及和与、][^，。；：]{2,8})?[：】）]*$/;
const ANY_LABEL = /(?:整改|措施|情况|进展|做法|举措|成效|结果|表现)[^，。；：]{0,4}[：】]$/;
const LABEL_AHEAD = /整改(?:落实)?(?:措施|情况|进展|成效|举措)[：】]/;

export function isInline(style: MarkerStyle): boolean {
  return INLINE_STYLES.has(style);
}

/** Heads of chapters or items: neither 一是 nor （1） ①, which may be either. */
export function isBlock(style: MarkerStyle): boolean {
  return !INLINE_STYLES.has(style) && !EITHER_STYLES.has(style);
}

/**
 * Arranges the numbers of a notice in a tree. A number is believed when it opens a list (1) or goes on
 * with one that is open (n + 1); which style stands above which follows from the order in which this
 * document opened them. Everything else is a number in a sentence.
 */
export function buildOutline(flow: FlowText, wrapWidth: number | null): OutlineNode[] {
  const roots: OutlineNode[] = [];
  const open: OpenLevel[] = [];
  const lastNumbers: LastNumbers = new Map();
  const lastFollower = Math.max(flow.match.lastIndexOf('其次'), flow.match.lastIndexOf('最后'));
  for (const candidate of findMarkers(flow, wrapWidth)) {
    // 首先 alone, without 其次 or 最后 behind it, is an adverb.
    if (candidate.style === 'SEQUENCE_WORD' && candidate.start > lastFollower) continue;
    place(flow, candidate, open, roots, lastNumbers);
  }
  closeTo(open, 0, flow.match.length);
  return roots;
}

function place(
  flow: FlowText,
  candidate: MarkerCandidate,
  open: OpenLevel[],
  roots: OutlineNode[],
  lastNumbers: LastNumbers,
): void {
  const depth = findLevel(flow, candidate, open);
  const level = open[depth];
  if (!level) {
    openLevel(flow, candidate, open, roots, lastNumbers);
    return;
  }
  const last = level.node.ordinal;
  const ordinal = candidate.ordinal || last + 1;
  const isBelieved = candidate.boundary !== 'comma';
  if (ordinal === 1 && last >= 1 && !(last === 1 && !isBelieved)) {
    if (!isBelieved || isEnumerationInside(flow, candidate)) return;
    if (opensNestedList(flow, candidate, open)) {
      openLevel(flow, candidate, open, roots, lastNumbers);
      return;
    }
  } else if (ordinal !== last + 1) {
    const isNear = ordinal === last || (ordinal > last && ordinal <= last + 3);
    const strong = isBlock(candidate.style) ? startsParagraph(flow, candidate) : isBelieved;
    if (!isNear || !strong) return;
  }
  closeTo(open, depth, candidate.start);
  const irregularity = ordinal === last ? 'duplicate' : ordinal > last + 1 ? 'skipped' : null;
  const isRestart = ordinal === 1;
  const node = toNode(candidate, ordinal, isRestart ? null : irregularity);
  level.siblings.push(node);
  lastNumbers.set(candidate.style, ordinal);
  open.push({ node, siblings: level.siblings, isLabelled: level.isLabelled });
}

function openLevel(
  flow: FlowText,
  candidate: MarkerCandidate,
  open: OpenLevel[],
  roots: OutlineNode[],
  lastNumbers: LastNumbers,
): void {
  const { boundary, style } = candidate;
  const ordinal = COUNTED_STYLES.has(style) ? 1 : candidate.ordinal;
  const mayStartAtTwo =
    ordinal === 2 && boundary !== 'comma' && (isInline(style) || boundary === 'line');
  const goesOn = isBlock(style) && boundary === 'line' && lastNumbers.get(style) === ordinal - 1;
  if (ordinal !== 1 && !mayStartAtTwo && !goesOn) return;
  if (isBlock(style) && boundary === 'line') {
    // A heading on its own line ends the 一是… that ran before it.
    let depth = open.length;
    while (depth > 0 && isInline(open[depth - 1]?.node.style ?? style)) depth -= 1;
    closeTo(open, depth, candidate.start);
  }
  const siblings = open[open.length - 1]?.node.children ?? roots;
  const node = toNode(candidate, ordinal, ordinal === 1 || goesOn ? null : 'skipped');
  lastNumbers.set(style, ordinal);
  siblings.push(node);
  open.push({ node, siblings, isLabelled: MEASURES_LABEL.test(textBefore(flow, candidate)) });
}

/** The innermost open level of this style, or the outer one when the text ahead speaks for it. */
function findLevel(flow: FlowText, candidate: MarkerCandidate, open: readonly OpenLevel[]): number {
  const depths: number[] = [];
  open.forEach((level, depth) => {
    if (level.node.style === candidate.style) depths.push(depth);
  });
  const inner = depths[depths.length - 1] ?? -1;
  const outer = depths[depths.length - 2];
  if (outer === undefined) return inner;
  const goesOn = (depth: number): boolean => open[depth]?.node.ordinal === candidate.ordinal - 1;
  if (!goesOn(outer)) return inner;
  if (!goesOn(inner)) return outer;
  // Its own line and the start of the next one: a label further on belongs to a later number.
  const from = candidate.contentStart;
  const lineEnd = nextBreak(flow, from, Math.min(flow.match.length, from + 160), BREAK.LINE);
  return LABEL_AHEAD.test(flow.match.slice(from, lineEnd + 8)) ? outer : inner;
}

/** A number out of order is believed only where a paragraph may start: 举一反\n三、 is a wrapped idiom. */
function startsParagraph(flow: FlowText, candidate: MarkerCandidate): boolean {
  const followsSentence = '。；！？：）"'.includes(flow.match[candidate.start - 1] ?? '。');
  const isApart = (flow.breaks[candidate.start] ?? 0) >= BREAK.PARAGRAPH;
  return candidate.boundary === 'line' && (followsSentence || isApart);
}

/** 整改措施：1. … below a problem that is itself numbered 1.; one such list in another, never more. */
function opensNestedList(
  flow: FlowText,
  candidate: MarkerCandidate,
  open: readonly OpenLevel[],
): boolean {
  if (!isBlock(candidate.style)) return false;
  const same = open.filter((level) => level.node.style === candidate.style);
  if (same.length > 1 || same[0]?.isLabelled) return false;
  return MEASURES_LABEL.test(textBefore(flow, candidate));
}

/** 二是抓好两件事：一是 … inside a measure does not start the measures again. */
function isEnumerationInside(flow: FlowText, candidate: MarkerCandidate): boolean {
  const before = textBefore(flow, candidate);
  return isInline(candidate.style) && before.endsWith('：') && !ANY_LABEL.test(before);
}

function textBefore(flow: FlowText, candidate: MarkerCandidate): string {
  return flow.match.slice(Math.max(0, candidate.start - 12), candidate.start);
}

function toNode(
  candidate: MarkerCandidate,
  ordinal: number,
  irregularity: OutlineNode['irregularity'],
): OutlineNode {
  const { style, start, contentStart } = candidate;
  return { style, ordinal, start, contentStart, end: start, children: [], irregularity };
}

function closeTo(open: OpenLevel[], depth: number, end: number): void {
  while (open.length > depth) {
    const level = open.pop();
    if (level) level.node.end = end;
  }
}
