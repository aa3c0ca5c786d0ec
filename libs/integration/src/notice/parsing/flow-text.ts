import { foldSigns, isDigit } from './fold-signs.ts';
import type { SourceSpan } from './notice.type.ts';
import { BREAK, skipMarkup, type BreakStrength } from './skip-markup.ts';

/**
 * The notice as one run of signs: no line breaks, no markup, one width. A page break in the middle of a
 * sentence therefore disappears, and `breaks` remembers where one stood, as a hint and not as a rule.
 * `match` (folded) and `shown` (as written) have one sign at each index; `starts`/`ends` lead back.
 */
export interface FlowText {
  readonly original: string;
  readonly match: string;
  readonly shown: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The strongest break right before each index. */
  readonly breaks: Uint8Array;
}

const PAGE_NUMBER =
  /[ \t]{0,40}(?:[-—–－]{1,2}[ ]?\d{1,4}[ ]?[-—–－]{1,2}|第[ ]?\d{1,4}[ ]?页(?:[，,/ ]{0,3}共[ ]?\d{1,4}[ ]?页)?)[ \t]{0,40}(?=[\r\n\f]|$)/y;
const LONE_NUMBER = /[ \t]{0,40}\d{1,3}[ \t]{0,40}(?=\r?\n[ \t]*\r?\n|\f|$)/y;
const CONTINUES_NUMBER = /^\s{0,20}[.．、，)）年月日%％个项条名人次场万亿元\d]/;
const HEADING_MARK = /#{1,6}[ \t]+/y;
/** What a code unit is before it is text: 1 a space, 2 invisible, 3 a cell's edge, 4 may begin markup. */
const KIND = { TEXT: 0, SPACE: 1, IGNORED: 2, CELL: 3, MARKUP: 4 } as const;
const SPACES = /[\s\u3000\u00a0]/;
/** Control signs, soft hyphens, zero-width signs and byte order marks: invisible, and never text. */
const IGNORED = /[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffe]/u;
const KINDS = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (sign !== '\ufeff' && SPACES.test(sign)) return KIND.SPACE;
  if (IGNORED.test(sign)) return KIND.IGNORED;
  if (sign === '|' || sign === '│' || sign === '┃') return KIND.CELL;
  return '<&*_~'.includes(sign) ? KIND.MARKUP : KIND.TEXT;
});

/** Builds the flow in one pass; linear in the length of the text. */
export function buildFlow(original: string): FlowText {
  const size = original.length;
  // A space that is put in stands for one that was there, so there are never more signs.
  const room = size + 2;
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const breaks = new Uint8Array(room);
  const shown = new Uint16Array(room);
  const hasTable = /序\s{0,4}号/.test(original);
  let length = 0;
  let pending: BreakStrength = BREAK.PARAGRAPH;
  let sawSpace = false;

  const push = (code: number, start: number, end: number): void => {
    starts[length] = start;
    ends[length] = end;
    breaks[length] = pending;
    shown[length] = code;
    pending = BREAK.NONE;
    length += 1;
  };
  const emit = (code: number, start: number, end: number): void => {
    if (sawSpace && pending <= BREAK.LINE && needsSpace(shown[length - 1] ?? 0, code))
      push(SPACE, start, start);
    push(code, start, end);
    sawSpace = false;
  };

  for (let at = 0; at < size;) {
    const code = original.charCodeAt(at);
    const kind = KINDS[code];
    if (kind === KIND.TEXT) {
      emit(code, at, at + 1);
      at += 1;
    } else if (kind === KIND.SPACE) {
      const run = readSpaceRun(original, at);
      pending = Math.max(pending, run.strength) as BreakStrength;
      sawSpace = true;
      at = run.end;
      if (run.strength >= BREAK.LINE) at = skipPageFurniture(original, at, run.strength, hasTable);
    } else if (kind === KIND.IGNORED) {
      at += 1;
    } else if (kind === KIND.CELL) {
      pending = Math.max(pending, BREAK.CELL) as BreakStrength;
      at += 1;
    } else {
      const skipped = skipMarkup(original, at);
      if (skipped) {
        pending = Math.max(pending, skipped.breakStrength) as BreakStrength;
        const stands = skipped.sign.charCodeAt(0);
        if (KINDS[stands] === KIND.SPACE) sawSpace = true;
        else if (skipped.sign !== '') emit(stands, at, skipped.end);
        at = skipped.end;
      } else {
        emit(code, at, at + 1);
        at += 1;
      }
    }
  }
  breaks[length] = BREAK.PARAGRAPH;
  const signs = shown.subarray(0, length);
  return {
    original,
    match: toText(foldSigns(signs)),
    shown: toText(signs),
    starts: starts.subarray(0, length + 1),
    ends: ends.subarray(0, length + 1),
    breaks: breaks.subarray(0, length + 2),
  };
}

const SPACE = 0x20;
const DECODER = new TextDecoder('utf-16le', { ignoreBOM: true });

/** As many signs as codes: half of a pair alone becomes one sign as well. */
function toText(codes: Uint16Array): string {
  return DECODER.decode(codes);
}

function readSpaceRun(text: string, from: number): { end: number; strength: BreakStrength } {
  let end = from;
  let lines = 0;
  let wide = 0;
  let strength: BreakStrength = BREAK.NONE;
  for (; end < text.length && KINDS[text.charCodeAt(end)] === KIND.SPACE; end += 1) {
    const sign = text[end] ?? '';
    if (sign === '\n' || (sign === '\r' && text[end + 1] !== '\n') || sign === '\u2028') lines += 1;
    if (sign === '\f' || sign === '\u2029') lines += 2;
    if (sign === '\t') strength = BREAK.CELL;
    if (sign === '\u3000') wide += 1;
  }
  if (lines >= 2) return { end, strength: BREAK.PARAGRAPH };
  // Two ideographic spaces are a paragraph's indentation, also where the line break itself got lost.
  if (lines === 1 || wide >= 2) return { end, strength: BREAK.LINE };
  return { end, strength };
}

/** Leaves out page numbers and the # of a Markdown heading, both only at the start of a line. */
function skipPageFurniture(
  text: string,
  at: number,
  before: BreakStrength,
  hasTable: boolean,
): number {
  for (const pattern of [HEADING_MARK, PAGE_NUMBER]) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return at + found[0].length;
  }
  // A table's 序号 stands alone on its line as well, so lone numbers stay where there is a table.
  if (hasTable || before < BREAK.PARAGRAPH) return at;
  LONE_NUMBER.lastIndex = at;
  const lone = LONE_NUMBER.exec(text);
  if (!lone || CONTINUES_NUMBER.test(text.slice(at + lone[0].length, at + lone[0].length + 24))) {
    return at;
  }
  return at + lone[0].length;
}

function needsSpace(previous: number, next: number): boolean {
  if (isLetter(previous)) return isLetter(next) || isDigit(next);
  return isDigit(previous) && isLetter(next);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** The span of the flow range [from, to) in the original text; an empty range gives an empty span. */
export function toSource(flow: FlowText, from: number, to: number): SourceSpan {
  if (to <= from) {
    const at = flow.starts[from] ?? flow.original.length;
    return { start: at, end: at };
  }
  return { start: flow.starts[from] ?? 0, end: flow.ends[to - 1] ?? 0 };
}

/** 1-based line in the original text for a flow index. */
export function toLine(flow: FlowText, index: number): number {
  const last = flow.match.length - 1;
  const offset = flow.starts[Math.max(0, Math.min(index, last))] ?? 0;
  let line = 1;
  for (let at = flow.original.indexOf('\n'); at !== -1 && at < offset;) {
    line += 1;
    at = flow.original.indexOf('\n', at + 1);
  }
  return line;
}

/** First index in (from, to] with a break at least this strong before it, or `to`. */
export function nextBreak(flow: FlowText, from: number, to: number, strength: number): number {
  for (let at = from + 1; at < to; at += 1) {
    if ((flow.breaks[at] ?? 0) >= strength) return at;
  }
  return to;
}
