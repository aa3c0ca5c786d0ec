import type { OutlineNode } from './build-outline.ts';
import type { FlowText } from './flow-text.ts';
import { isSectionLabel } from './read-label.ts';
import { BREAK } from './skip-markup.ts';
import type { FlowRange } from './split-clauses.ts';

/** How the paragraphs begin that look back on the whole or ahead, below the last measure. */
const OPENER =
  /(?:下一?步|下阶段|接下来|今后|截至|目前，|总的来?看|总体上?看|总之|整改工作(?:虽|取得)|(?:虽然|尽管|通过|经过)[^。]{0,24}(?:整改|成效)|公示(?:时间|期))/y;
const AHEAD = /(?:下一?步|下阶段|接下来|今后)/g;
/** So many measures of one paragraph each show that a second paragraph is none of the measure's. */
const ENOUGH_LEAVES = 4;

/**
 * Index within `last` (the innermost number that is open at the end) where the closing paragraphs begin,
 * which carry no number of their own: 下一步，… or 截至目前，9个问题中… Where the other measures are
 * one paragraph each, so is the last one; elsewhere the paragraph must begin like a closing one.
 */
export function findClosing(
  flow: FlowText,
  last: OutlineNode,
  leaves: readonly OutlineNode[],
  isWrapped: boolean,
): number {
  const others = leaves.filter((leaf) => leaf !== last);
  const isOnePiece =
    !isWrapped &&
    others.length >= ENOUGH_LEAVES &&
    others.every((leaf) => nextParagraph(flow, leaf.contentStart, leaf.end, false) === leaf.end);
  let at = nextParagraph(flow, last.contentStart, last.end, isWrapped);
  while (at < last.end) {
    OPENER.lastIndex = at;
    if (!isSectionLabel(flow, at) && (isOnePiece || OPENER.test(flow.match))) return at;
    at = nextParagraph(flow, at, last.end, isWrapped);
  }
  return last.end;
}

/** What lies ahead in the closing paragraphs, each from 下一步 to the end of its paragraph. */
export function findOutlook(flow: FlowText, from: number, to: number): FlowRange[] {
  const ranges: FlowRange[] = [];
  for (const found of flow.match.slice(from, to).matchAll(AHEAD)) {
    const start = from + found.index;
    if (start < (ranges[ranges.length - 1]?.end ?? from)) continue;
    if (start > from && !'。；，'.includes(flow.match[start - 1] ?? '-') && !isLine(flow, start))
      continue;
    ranges.push({ start, end: nextParagraph(flow, start, to, false) });
  }
  return ranges;
}

function nextParagraph(flow: FlowText, from: number, to: number, isWrapped: boolean): number {
  const least = isWrapped ? BREAK.PARAGRAPH : BREAK.LINE;
  for (let at = from + 1; at < to; at += 1) {
    const followsSentence = '。！；'.includes(flow.match[at - 1] ?? '-');
    if (followsSentence && (flow.breaks[at] ?? 0) >= least && !isSectionLabel(flow, at)) return at;
  }
  return to;
}

function isLine(flow: FlowText, at: number): boolean {
  return (flow.breaks[at] ?? 0) >= BREAK.LINE;
}
