import { findRecords } from './find-records.ts';
import { nextBreak, type FlowText } from './flow-text.ts';
import { readNumber } from './read-number.ts';
import { BREAK } from './skip-markup.ts';

/** The families of numbering; which of them is the higher level is up to each document. */
export type MarkerStyle =
  | 'PART'
  | 'SIDE'
  | 'AREA_LABEL'
  | 'CHINESE_DOT'
  | 'CHINESE_PAREN'
  | 'PROBLEM_LABEL'
  | 'ARABIC_DOT'
  | 'RECORD'
  | 'ARABIC_BARE'
  | 'DECIMAL_DEEP'
  | 'DECIMAL'
  | 'CELL'
  | 'ARABIC_PAREN'
  | 'ARABIC_HALF_PAREN'
  | 'CIRCLED'
  | 'SHI'
  | 'QI'
  | 'DI'
  | 'SEQUENCE_WORD'
  | 'AIMED';

/** What precedes a marker: a line start, the end of a sentence, a comma. Stronger ones excuse more. */
export type MarkerBoundary = 'line' | 'sentence' | 'comma';

export interface MarkerCandidate {
  readonly style: MarkerStyle;
  /** 0 stands for 最后 and for what has no number: it follows from the one before. */
  readonly ordinal: number;
  readonly start: number;
  readonly contentStart: number;
  readonly boundary: MarkerBoundary;
}

interface MarkerRule {
  readonly style: MarkerStyle;
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray) => number | null;
  readonly boundaries: readonly MarkerBoundary[];
}

const CN = '[一二三四五六七八九十]';
const BLOCK = ['line', 'sentence'] as const;
const RUNNING = ['line', 'sentence', 'comma'] as const;
const WORDS: Readonly<Record<string, number>> = { 首先: 1, 其次: 2, 再次: 3, 再者: 3, 最后: 0 };

const firstNumber = (found: RegExpExecArray): number | null =>
  readNumber(found.slice(1).find((group) => group !== undefined) ?? '');
const fromBase =
  (base: number) =>
  (found: RegExpExecArray): number =>
    found[0].charCodeAt(0) - base + 1;

/** Tried in this order at every boundary; the first that fits wins. */
const RULES: readonly MarkerRule[] = [
  {
    style: 'PART',
    pattern: new RegExp(`第(${CN}{1,3}|\\d{1,2})(?:部分|章)[：、，]?(?![的已中内])`, 'y'),
    read: firstNumber,
    boundaries: ['line'],
  },
  {
    style: 'SIDE',
    pattern: new RegExp(`第(${CN}{1,3}|\\d{1,2})(?:个)?(?:方面|类|大类)[：、，]`, 'y'),
    read: firstNumber,
    boundaries: ['line'],
  },
  {
    style: 'SHI',
    pattern: new RegExp(`(${CN}{1,3})是(?!否|非)`, 'y'),
    read: firstNumber,
    boundaries: RUNNING,
  },
  {
    style: 'QI',
    pattern: new RegExp(`其(${CN})(?=，|、|是|：)`, 'y'),
    read: firstNumber,
    boundaries: BLOCK,
  },
  {
    style: 'DI',
    pattern: new RegExp(`第(${CN}|\\d)[，、：]`, 'y'),
    read: firstNumber,
    boundaries: BLOCK,
  },
  {
    style: 'SEQUENCE_WORD',
    pattern: /(首先|其次|再次|再者|最后)(?=，|、|：|是)/y,
    read: (found) => WORDS[found[1] ?? ''] ?? null,
    boundaries: BLOCK,
  },
  {
    style: 'PROBLEM_LABEL',
    pattern: new RegExp(
      `[【（]?(?:反馈|具体|整改|存在)?问题(?:(${CN}{1,3})|(\\d{1,2})(?!\\d|个|项|条))[】）]?(?:[：:、.](?!${CN}))?`,
      'y',
    ),
    read: firstNumber,
    boundaries: ['line'],
  },
  {
    style: 'CHINESE_DOT',
    pattern: new RegExp(`(${CN}{1,3})(?:、|\\.)(?!${CN}|\\d{1,3}(?!\\d))`, 'y'),
    read: firstNumber,
    boundaries: BLOCK,
  },
  {
    style: 'CHINESE_PAREN',
    pattern: new RegExp(`（(${CN}{1,3})）[、.]?`, 'y'),
    read: firstNumber,
    boundaries: BLOCK,
  },
  { style: 'CHINESE_PAREN', pattern: /[㈠-㈩]/y, read: fromBase(0x3220), boundaries: BLOCK },
  {
    style: 'DECIMAL_DEEP',
    pattern: /\d{1,2}\.\d{1,2}\.(\d{1,2})[.、]?(?![\d.%年月日])/y,
    read: firstNumber,
    boundaries: ['line'],
  },
  {
    style: 'DECIMAL',
    // 1.1 heads a line; 1.1 亿元 or 1.1 倍 is a figure that happened to be wrapped there.
    pattern: /\d{1,2}\.(\d{1,2})[.、]?(?![\d.%万亿元倍米公平分个吨千百升度年月日人次])/y,
    read: firstNumber,
    boundaries: ['line'],
  },
  {
    style: 'ARABIC_DOT',
    pattern: /(\d{1,2})(?:[.、](?!\d)|[.、](?=\d{4}年))/y,
    read: firstNumber,
    boundaries: BLOCK,
  },
  { style: 'ARABIC_DOT', pattern: /[⒈-⒛]/y, read: fromBase(0x2488), boundaries: BLOCK },
  {
    style: 'ARABIC_PAREN',
    pattern: /（(\d{1,2})）[、.]?/y,
    read: firstNumber,
    boundaries: RUNNING,
  },
  { style: 'ARABIC_PAREN', pattern: /[⑴-⒇]/y, read: fromBase(0x2474), boundaries: RUNNING },
  {
    style: 'ARABIC_HALF_PAREN',
    pattern: /(\d{1,2})）[、.]?/y,
    read: firstNumber,
    boundaries: BLOCK,
  },
  { style: 'CIRCLED', pattern: /[①-⑳][、.]?/y, read: fromBase(0x2460), boundaries: RUNNING },
];
/** A problem without a number, which its own paragraph names: 针对“…”的问题。一是… */
const AIMED =
  /(?:针对|关于)(?:(?:"[^"]{4,120}"|[^，。；：]{4,80})(?:方面)?的?问题|"[^"]{4,118}问题")(?:的整改(?:落实)?(?:情况)?)?(?:[。：]|，?(?=[一1]是|（1）|①))/y;
const HEADING_START = /^(?:[一二三四五六七八九十]{1,3}、|（|\d{1,2}[.、]|针对|关于)/;
/** One such paragraph may be a sentence of a measure; several are the way the notice is written. */
const FEWEST_AIMED = 3;
const CIRCLED = /[①-⑳⑴-⒇]/;
const CELL_NUMBER = /(\d{1,2})/y;
const BARE_NUMBER = /\d{1,2}(?=\p{Script=Han})/uy;
const DECIMAL_LINE = /^[ \t\u3000]{0,8}\d{1,2}[.．]\d{1,2}[ \u3000\t]{0,4}\p{Script=Han}/mu;
const INLINE: ReadonlySet<MarkerStyle> = new Set(['SHI', 'QI', 'DI', 'SEQUENCE_WORD']);

/** Every place where a number could head something; whether it does is decided by `buildOutline`. */
export function findMarkers(flow: FlowText, wrapWidth: number | null): MarkerCandidate[] {
  const candidates: MarkerCandidate[] = [];
  const tableFrom = findTableHeader(flow);
  const hasDecimals = DECIMAL_LINE.test(flow.original);
  for (let at = 0; at < flow.match.length; at += 1) {
    const boundary = boundaryAt(flow, at);
    if (!boundary) continue;
    const candidate =
      (at > tableFrom ? readCellNumber(flow, at) : null) ??
      readMarker(flow, at, boundary) ??
      (hasDecimals && boundary === 'line' ? readBare(flow, at) : null) ??
      readAimed(flow, at, boundary);
    if (candidate) candidates.push(candidate);
  }
  const records = findRecords(flow, candidates, wrapWidth);
  const aimed = candidates.filter(({ style }) => style === 'AIMED');
  const isBelieved = (candidate: MarkerCandidate, index: number): boolean =>
    candidate.style !== 'AIMED' ||
    aimed.length >= FEWEST_AIMED ||
    followsHeading(flow, candidates[index - 1], candidate.start);
  const numbered = candidates.filter(isBelieved);
  if (records.length === 0) return numbered;
  return [...numbered, ...records].sort((a, b) => a.start - b.start);
}

/** True where nothing but the one line of a heading stands between it and this index. */
function followsHeading(flow: FlowText, heading: MarkerCandidate | undefined, at: number): boolean {
  if (heading?.boundary !== 'line' || at <= heading.contentStart) return false;
  if (INLINE.has(heading.style)) return false;
  // 1.关于干部教育培训\n针对性不强的问题: the heading itself is still to come to its 问题.
  const title = flow.match.slice(heading.contentStart, at);
  if (/^(?:针对|关于|对|在)/.test(title) && !/(?:问题|方面|整改|情况)$/.test(title)) return false;
  return nextBreak(flow, heading.contentStart, at, BREAK.LINE) === at;
}

function readAimed(flow: FlowText, at: number, boundary: MarkerBoundary): MarkerCandidate | null {
  AIMED.lastIndex = at;
  if (boundary !== 'line' || !AIMED.test(flow.match)) return null;
  // 关于…的通报 on top of the notice must not run on to the first 问题 below it.
  for (let inside = at + 1; inside < AIMED.lastIndex; inside += 1) {
    const isLine = (flow.breaks[inside] ?? 0) >= BREAK.LINE;
    if (isLine && HEADING_START.test(flow.match.slice(inside, inside + 6))) return null;
  }
  return { style: 'AIMED', ordinal: 0, start: at, contentStart: at, boundary };
}

function readMarker(flow: FlowText, at: number, boundary: MarkerBoundary): MarkerCandidate | null {
  for (const rule of RULES) {
    if (!rule.boundaries.includes(boundary)) continue;
    rule.pattern.lastIndex = at;
    const found = rule.pattern.exec(flow.match);
    const ordinal = found && rule.read(found);
    if (!found || ordinal === null || ordinal > 60) continue;
    if (rule.style === 'PROBLEM_LABEL' && !endsNumber(flow, found)) continue;
    return {
      style: rule.style,
      ordinal,
      start: at,
      contentStart: at + found[0].length,
      boundary,
    };
  }
  return null;
}

/** 问题一是 tells something; 问题一： and 问题一 alone on its line are numbers. */
function endsNumber(flow: FlowText, found: RegExpExecArray): boolean {
  const end = found.index + found[0].length;
  if (/\d$|[】）：:、.]$/.test(found[0])) return true;
  return (flow.breaks[end] ?? 0) >= BREAK.CELL || isGap(flow, end);
}

/** 1 总体情况: believed only in a text that also numbers 1.1. */
function readBare(flow: FlowText, at: number): MarkerCandidate | null {
  BARE_NUMBER.lastIndex = at;
  const found = BARE_NUMBER.exec(flow.match);
  if (!found) return null;
  const contentStart = at + found[0].length;
  if (!isGap(flow, contentStart) || (flow.breaks[contentStart] ?? 0) > BREAK.CELL) return null;
  return {
    style: 'ARABIC_BARE',
    ordinal: Number(found[0]),
    start: at,
    contentStart,
    boundary: 'line',
  };
}

function isGap(flow: FlowText, at: number): boolean {
  return (flow.starts[at] ?? 0) > (flow.ends[at - 1] ?? 0);
}

/** In a flattened table the 序号 is a number alone in its cell. */
function readCellNumber(flow: FlowText, at: number): MarkerCandidate | null {
  if ((flow.breaks[at] ?? 0) < BREAK.CELL) return null;
  CELL_NUMBER.lastIndex = at;
  const found = CELL_NUMBER.exec(flow.match);
  if (!found || (flow.breaks[at + found[0].length] ?? 0) < BREAK.CELL) return null;
  const ordinal = Number(found[1]);
  return {
    style: 'CELL',
    ordinal,
    start: at,
    contentStart: at + found[0].length,
    boundary: 'line',
  };
}

/** Index behind the table's header (序号 … 问题 … 措施/整改), or infinity without one. */
function findTableHeader(flow: FlowText): number {
  for (let at = flow.match.indexOf('序号'); at !== -1; at = flow.match.indexOf('序号', at + 2)) {
    const behind = flow.match.slice(at, at + 60);
    const isAlone =
      (flow.breaks[at] ?? 0) >= BREAK.CELL && (flow.breaks[at + 2] ?? 0) >= BREAK.CELL;
    if (isAlone && /问题|事项/.test(behind) && /整改|措施|情况/.test(behind)) return at;
  }
  return Number.POSITIVE_INFINITY;
}

function boundaryAt(flow: FlowText, at: number): MarkerBoundary | null {
  if (at === 0 || (flow.breaks[at] ?? 0) >= BREAK.LINE) return 'line';
  const previous = flow.match[at - 1] ?? '';
  if ('。；！？：'.includes(previous)) return 'sentence';
  if (previous === '"' || previous === '）' || previous === '》') {
    return '。；！？'.includes(flow.match[at - 2] ?? ' ') ? 'sentence' : null;
  }
  if (previous === '，' || previous === '、') return 'comma';
  // ①完善验收单 ②抽查合同: nothing else is written so.
  if (CIRCLED.test(flow.match[at] ?? '')) return 'comma';
  return (flow.breaks[at] ?? 0) === BREAK.CELL ? 'sentence' : null;
}
