import type { MarkerCandidate } from './find-markers.ts';
import { nextBreak, type FlowText } from './flow-text.ts';
import { readLabel, type Label, type LabelKind } from './read-label.ts';
import { BREAK } from './skip-markup.ts';

/** Labels behind the title of a problem: they tell that a row of the ledger is being written out. */
const REPORTING: ReadonlySet<LabelKind> = new Set([
  'MEASURES',
  'PROGRESS',
  'EFFECT',
  'STATE',
  'LEADER',
  'PERSON',
  'UNIT',
  'LIMIT',
  'CAUSE',
  'MANIFESTATION',
  'GOAL',
]);
const AREA_LIKE = /(?:方面|领域|类|环节|建设)(?:（[^（）]{1,16}）)?[：。]?$/;
/** Stricter, since there is no number to go by. */
const AREA_LINE = /^[^。；，：]+(?:方面|领域)(?:存在)?(?:的)?(?:问题)?(?:（[^（）]{1,16}）)?$/;
const LONGEST_AREA = 60;
const FEWEST_TITLED = 2;
const LONGEST_TITLE = 80;
const SHORTEST_TITLE = 4;

interface FoundLabel {
  readonly label: Label;
  /** The heading whose one line stands right before it. */
  readonly heading: MarkerCandidate | null;
}

/**
 * Rows of a ledger that are written out as labelled lines and have no number: 问题：… 整改措施：… 责任人：…, and
 * kinds that gather them (问题类别：…). A label starts a row where the text comes back to it; where it stands once below
 * each heading, it only tells more of that heading.
 */
export function findRecords(
  flow: FlowText,
  numbered: readonly MarkerCandidate[],
  wrapWidth: number | null,
): MarkerCandidate[] {
  const lines = findLines(flow, numbered);
  const areas = lines.filter(({ label }) => label.kind === 'AREA');
  const headings = lines.filter(({ label }) => isBracketedArea(flow, label));
  const problems = startingRows(flow, lines, numbered);
  const areaLines = areas.length + headings.length > 0 ? [] : findAreaLines(flow, numbered);
  const titled = problems.length > 0 || wrapWidth !== null ? [] : findTitled(flow, numbered);
  return [
    ...areas.map(({ label }) => toCandidate('AREA_LABEL', label.start, label.contentStart)),
    ...headings.map(({ label }) => toCandidate('AREA_LABEL', label.start, label.start + 1)),
    ...problems.map(({ label }) => toCandidate('RECORD', label.start, label.contentStart)),
    ...areaLines.map((at) => toCandidate('AREA_LABEL', at, at)),
    ...titled.map((at) => toCandidate('RECORD', at, at)),
  ].sort((a, b) => a.start - b.start);
}

function findLines(flow: FlowText, numbered: readonly MarkerCandidate[]): FoundLabel[] {
  const found: FoundLabel[] = [];
  let next = 0;
  let before: MarkerCandidate | null = null;
  for (
    let at = 0;
    at < flow.match.length;
    at = nextBreak(flow, at, flow.match.length, BREAK.LINE)
  ) {
    for (; (numbered[next]?.start ?? Infinity) < at; next += 1) {
      if (numbered[next]?.boundary === 'line') before = numbered[next] ?? null;
    }
    if (numbered[next]?.start === at) continue;
    const label = readLabel(flow, at);
    if (!label) continue;
    const isBehind = before !== null && lineEnd(flow, before.contentStart) >= at;
    found.push({ label, heading: isBehind ? before : null });
  }
  return found;
}

/** Those labels of problems that start a row, by the rule above. */
function startingRows(
  flow: FlowText,
  lines: readonly FoundLabel[],
  numbered: readonly MarkerCandidate[],
): FoundLabel[] {
  const isProblem = ({ label }: FoundLabel): boolean =>
    label.kind === 'PROBLEM' || label.kind === 'MANIFESTATION';
  const isTold = (index: number): boolean => REPORTING.has(lines[index + 1]?.label.kind ?? 'OTHER');
  const starts = lines.filter((line, index) => isProblem(line) && isTold(index));
  // 问题一 \n【反馈问题】…: the number stands alone and its title is behind the label.
  const free = starts.filter(({ heading }) => heading === null || hasTitle(flow, heading));
  const comesBack = new Set(
    free.filter(({ heading }) => heading === null).map(({ label }) => label.words),
  );
  const hasNumbers = numbered.some(({ style }) => style === 'PROBLEM_LABEL');
  const rows = free.filter(({ label, heading }) => {
    if (comesBack.has(label.words)) return true;
    if (label.kind !== 'PROBLEM' || hasNumbers || heading === null) return false;
    const title = flow.match.slice(heading.contentStart, lineEnd(flow, heading.contentStart));
    return heading.style === 'CHINESE_DOT' || AREA_LIKE.test(title);
  });
  // 具体表现 below 反馈问题 tells more of the same row.
  const isLed = rows.some(({ label }) => label.kind === 'PROBLEM');
  return isLed ? rows.filter(({ label }) => label.kind === 'PROBLEM') : rows;
}

/** 【坚持党的领导方面】 on a line of its own. */
function isBracketedArea(flow: FlowText, { kind, words, start, contentStart }: Label): boolean {
  const isAlone = (flow.breaks[contentStart] ?? 0) >= BREAK.LINE;
  return kind === 'OTHER' && isAlone && flow.match[start] === '【' && AREA_LIKE.test(words);
}

function hasTitle(flow: FlowText, heading: MarkerCandidate): boolean {
  return lineEnd(flow, heading.contentStart) > heading.contentStart;
}

/** A line of its own, without number or full stop, with the labels of a report right below it. */
function findTitled(flow: FlowText, numbered: readonly MarkerCandidate[]): number[] {
  const starts = new Set(numbered.map(({ start }) => start));
  const lineStarts = new Set(
    numbered.filter(({ boundary }) => boundary === 'line').map(({ start }) => start),
  );
  const found: number[] = [];
  let previous = -1;
  for (let at = 0; at < flow.match.length;) {
    const end = nextBreak(flow, at, flow.match.length, BREAK.LINE);
    const length = end - at;
    const isTitle =
      length >= SHORTEST_TITLE &&
      length <= LONGEST_TITLE &&
      !'。；：，'.includes(flow.match[end - 1] ?? '。');
    if (isTitle && previous >= 0 && !starts.has(at) && !readLabel(flow, at)) {
      const label = readLabel(flow, end);
      const isApart =
        '。；！：'.includes(flow.match[at - 1] ?? '。') ||
        lineStarts.has(previous) ||
        endsLabelled(flow, previous, at);
      if (label && REPORTING.has(label.kind) && isApart) found.push(at);
    }
    previous = at;
    at = end;
  }
  return found.length >= FEWEST_TITLED ? found : [];
}

/** 关于坚持党的领导方面 on a line of its own right above 1.: a heading that was left without its number. */
function findAreaLines(flow: FlowText, numbered: readonly MarkerCandidate[]): number[] {
  const firsts = new Set(
    numbered
      .filter(({ ordinal, boundary }) => ordinal > 0 && boundary === 'line')
      .map(({ start }) => start),
  );
  const found: number[] = [];
  for (let at = 0; at < flow.match.length;) {
    const end = nextBreak(flow, at, flow.match.length, BREAK.LINE);
    const isShort = end - at >= SHORTEST_TITLE && end - at <= LONGEST_AREA;
    if (isShort && !firsts.has(at) && firsts.has(end) && AREA_LINE.test(flow.match.slice(at, end)))
      found.push(at);
    at = end;
  }
  return found.length >= FEWEST_TITLED ? found : [];
}

/** 完成时限：长期坚持 ends without a full stop. */
function endsLabelled(flow: FlowText, from: number, to: number): boolean {
  return to - from < LONGEST_TITLE && readLabel(flow, from) !== null;
}

function lineEnd(flow: FlowText, from: number): number {
  // A number alone on its line has nothing behind it.
  if ((flow.breaks[from] ?? 0) >= BREAK.LINE) return from;
  return nextBreak(flow, from, flow.match.length, BREAK.LINE);
}

function toCandidate(
  style: 'AREA_LABEL' | 'RECORD',
  start: number,
  contentStart: number,
): MarkerCandidate {
  return { style, ordinal: 0, start, contentStart, boundary: 'line' };
}
