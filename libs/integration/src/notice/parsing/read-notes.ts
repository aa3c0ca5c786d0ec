import type { FlowText } from './flow-text.ts';
import { classifyLabel, type LabelKind } from './read-label.ts';
import { isStatusOnly } from './read-state.ts';
import { BREAK } from './skip-markup.ts';
import type { FlowRange } from './split-clauses.ts';

/** One thing that a note or a labelled line says. */
export interface FieldPiece extends FlowRange {
  readonly kind: LabelKind;
  /** What the names behind the first one are, where the label names two things. */
  readonly rest?: LabelKind | null;
}

export interface TakenNotes {
  /** Where the text ends without them. */
  readonly end: number;
  readonly pieces: readonly FieldPiece[];
  /** True when a full stop stands before them: they speak of all that was told before. */
  readonly isApart: boolean;
}

const LONGEST_NOTE = 160;
const CLOSING: Readonly<Record<string, string>> = { '）': '（', '】': '【' };
/** A limit without a label; alone in its brackets it is the state. */
const IMMEDIATE = /^(?:立行立改|即知即改|立知立改|立查立改)$/;
const TOKEN_LABEL = /^([\p{Script=Han}、/]{2,14})：/u;
const IN_NOTES: ReadonlySet<LabelKind> = new Set([
  'LEADER',
  'PERSON',
  'UNIT',
  'SUPPORT',
  'LIMIT',
  'STATE',
  'AMOUNT',
  'ACCOUNTABILITY',
]);

/**
 * Takes what is noted at the end of a report: （责任单位：市财政局；整改时限：2025年3月底）, （已完成）, and a last sentence that
 * tells the state alone (该问题已完成整改。).
 */
export function takeNotes(flow: FlowText, from: number, to: number): TakenNotes {
  const pieces: FieldPiece[] = [];
  let end = to;
  let isApart = false;
  for (;;) {
    const last = trimEnd(flow, from, end);
    const opening = CLOSING[flow.match[last - 1] ?? ''];
    const start = opening
      ? openingBefore(flow, from, last, opening)
      : lastSentence(flow, from, last);
    if (start === null || start <= from - 1) break;
    const found = opening ? readNote(flow, start + 1, last - 1) : stateAlone(flow, start, last);
    if (found.length === 0) break;
    pieces.unshift(...found);
    end = start;
    isApart =
      start === from || '。！'.includes(flow.match[trimSpaces(flow, from, start) - 1] ?? '-');
    if (start === from) break;
  }
  return { end, pieces, isApart };
}

/** What a note in brackets says; nothing when it is no such note. */
export function readNote(flow: FlowText, from: number, to: number): FieldPiece[] {
  const pieces: FieldPiece[] = [];
  for (const token of tokens(flow, from, to)) {
    const text = flow.match.slice(token.start, token.end);
    const words = TOKEN_LABEL.exec(text)?.[1];
    const kind = words === undefined ? null : classifyLabel(words);
    const before = pieces.at(-1);
    if (kind && words !== undefined && IN_NOTES.has(kind)) {
      pieces.push({ kind, start: token.start + words.length + 1, end: token.end });
    } else if (before?.kind === 'LIMIT' && /长期|持续|立行立改/.test(text)) {
      // 整改时限：2024年12月底前，长期坚持
      pieces[pieces.length - 1] = { ...before, end: token.end };
    } else if (IMMEDIATE.test(text)) pieces.push({ kind: 'LIMIT', ...token });
    else if (isStatusOnly(text)) pieces.push({ kind: 'STATE', ...token });
    else if (before) pieces[pieces.length - 1] = { ...before, end: token.end };
    else return [];
  }
  const [only, ...others] = pieces;
  return only?.kind === 'LIMIT' && others.length === 0 && isStatusOnly(flow.match.slice(from, to))
    ? [{ ...only, kind: 'STATE' }]
    : pieces;
}

function tokens(flow: FlowText, from: number, to: number): FlowRange[] {
  const found: FlowRange[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    if (at < to && !'；，。'.includes(flow.match[at] ?? '') && !isCell(flow, at, start)) continue;
    const end = at;
    if (end > start) found.push({ start, end });
    start = isCell(flow, at, start) ? at : at + 1;
  }
  return found;
}

function isCell(flow: FlowText, at: number, start: number): boolean {
  return at > start && (flow.breaks[at] ?? 0) >= BREAK.LINE;
}

function stateAlone(flow: FlowText, start: number, end: number): FieldPiece[] {
  if (!isStatusOnly(flow.match.slice(start, end))) return [];
  return [{ kind: 'STATE', start, end }];
}

/** Start of the last sentence, or null where it is the whole text. */
function lastSentence(flow: FlowText, from: number, end: number): number | null {
  for (let at = end - 1; at > from && end - at <= 24; at -= 1) {
    if ('。；！'.includes(flow.match[at - 1] ?? '-')) return at;
    if ((flow.breaks[at] ?? 0) >= BREAK.LINE) return at;
  }
  return null;
}

function openingBefore(flow: FlowText, from: number, end: number, opening: string): number | null {
  for (let at = end - 2; at >= from && end - at <= LONGEST_NOTE; at -= 1) {
    if (flow.match[at] === opening) return at;
  }
  return null;
}

function trimEnd(flow: FlowText, from: number, end: number): number {
  let last = end;
  while (last > from && '，；。、 '.includes(flow.match[last - 1] ?? '-')) last -= 1;
  return last;
}

function trimSpaces(flow: FlowText, from: number, end: number): number {
  let last = end;
  while (last > from && flow.match[last - 1] === ' ') last -= 1;
  return last;
}
