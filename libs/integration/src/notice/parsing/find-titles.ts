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
    if (open.length > 0 && closesAgain(flow, at, open[0] ?? start)) continue;
    open.length = 0;
    addTitle(flow, start, at + 1, titles);
  }
  return titles;
}

/** True when the outer title closes as well: 《关于印发《甲》的通知》, against a lost 》 before 《乙》. */
function closesAgain(flow: FlowText, at: number, outer: number): boolean {
  const limit = Math.min(flow.match.length, outer + LONGEST);
  for (let next = at + 1; next < limit; next += 1) {
    const sign = flow.match[next];
    if (sign === '》') return true;
    if (sign === '《' || sign === '。') return false;
  }
  return false;
}

function addTitle(flow: FlowText, start: number, end: number, titles: TitleMark[]): void {
  const title = flow.shown.slice(start + 1, end - 1).trim();
  const key = flow.match.slice(start + 1, end - 1).replace(/\s/g, '');
  if (key.length === 0) return;
  titles.push({ start, end, title, key });
}
