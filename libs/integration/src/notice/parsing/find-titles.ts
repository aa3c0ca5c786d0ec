import type { FlowText } from './flow-text.ts';

/** A title in 《》 as it stands in the flow: `start` at 《, `end` behind 》. */
export interface TitleMark {
  readonly start: number;
  readonly end: number;
  /** As written, without the outer marks, line breaks and markup. */
  readonly title: string;
  /** Folded and without spaces: two mentions of one document have the same key. */
  readonly key: string;
}

/** Longest title in signs; what stands open longer has lost its closing mark. */
const LONGEST = 160;

/** Finds the outermost 《…》, also with 《》 or 〈〉 inside; one pass, whatever is left unclosed. */
export function findTitles(flow: FlowText): TitleMark[] {
  const titles: TitleMark[] = [];
  const open: number[] = [];
  for (let at = 0; at < flow.match.length; at += 1) {
    const sign = flow.match[at];
    if (sign !== '《' && sign !== '》') continue;
    while (open.length > 0 && at - (open[0] ?? at) > LONGEST) open.shift();
    if (sign === '《') {
      // 《 beyond three levels is a lost closing mark, not a title in a title.
      if (open.length >= 3) open.shift();
      open.push(at);
      continue;
    }
    const start = open.pop();
    if (start === undefined) continue;
    if (open.length > 0 && closesAgain(flow, at, open)) continue;
    open.length = 0;
    addTitle(flow, start, at + 1, titles);
  }
  return titles;
}

/** True when the outer titles close as well: 《关于印发《甲》《乙》的通知》, against a lost 》 before 《乙》. */
function closesAgain(flow: FlowText, at: number, open: readonly number[]): boolean {
  const limit = Math.min(flow.match.length, (open[0] ?? at) + LONGEST);
  let depth = open.length;
  for (let next = at + 1; next < limit && depth > 0; next += 1) {
    const sign = flow.match[next];
    if (sign === '。') return false;
    if (sign === '《') depth += 1;
    if (sign === '》') depth -= 1;
  }
  return depth === 0;
}

function addTitle(flow: FlowText, start: number, end: number, titles: TitleMark[]): void {
  const title = flow.shown.slice(start + 1, end - 1).trim();
  const key = flow.match.slice(start + 1, end - 1).replace(/\s/g, '');
  if (key.length === 0) return;
  titles.push({ start, end, title, key });
}
