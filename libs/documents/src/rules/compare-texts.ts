import { findRuns } from './longest-common.ts';

/** A piece of a paragraph: the same on both sides, or only on its own. */
export interface TextSegment {
  text: string;
  isChanged: boolean;
}

/** Two paragraphs that stand side by side; an empty side has none. */
export interface ComparedRow {
  kind: 'SAME' | 'CHANGED' | 'DELETED' | 'INSERTED';
  before: TextSegment[];
  after: TextSegment[];
}

/** So many paragraphs may differ before the rest counts as rewritten. */
const PARAGRAPH_EDITS = 1_000;
/** So many characters of two paragraphs may differ before one counts as replaced by the other. */
const CHARACTER_EDITS = 300;
/** How far ahead a changed paragraph is looked for. */
const LOOK_AHEAD = 4;
/** From this share of common pairs of characters on, two paragraphs are one that was changed. */
const ALIKE = 0.4;

/** Sets two texts side by side, paragraph by paragraph, and marks what differs within each. */
export function compareTexts(before: string, after: string): ComparedRow[] {
  const [left, right] = [paragraphsOf(before), paragraphsOf(after)];
  const rows: ComparedRow[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const flush = () => {
    rows.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const { kind, start, end } of findRuns(left, right, PARAGRAPH_EDITS)) {
    if (kind === 'DELETED') removed = left.slice(start, end);
    else if (kind === 'INSERTED') added = right.slice(start, end);
    else {
      flush();
      rows.push(...left.slice(start, end).map((text) => row('SAME', text, text)));
    }
  }
  flush();
  return rows;
}

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);

const whole = (text: string | null, isChanged: boolean): TextSegment[] =>
  text === null ? [] : [{ text, isChanged }];

const row = (kind: ComparedRow['kind'], before: string | null, after: string | null) => ({
  kind,
  before: whole(before, kind !== 'SAME'),
  after: whole(after, kind !== 'SAME'),
});

/** Puts each removed paragraph beside the added one that it became, in order. */
function pairUp(removed: readonly string[], added: readonly string[]): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let next = 0;
  for (const text of removed) {
    const ahead = added.slice(next, next + LOOK_AHEAD);
    const found = ahead.findIndex((other) => likeness(text, other) >= ALIKE);
    if (found < 0) {
      rows.push(row('DELETED', text, null));
      continue;
    }
    rows.push(...ahead.slice(0, found).map((other) => row('INSERTED', null, other)));
    rows.push(compareParagraphs(text, ahead[found]!));
    next += found + 1;
  }
  return [...rows, ...added.slice(next).map((other) => row('INSERTED', null, other))];
}

function compareParagraphs(before: string, after: string): ComparedRow {
  // By code points: half of a surrogate pair is no character.
  const [left, right] = [Array.from(before), Array.from(after)];
  const compared: ComparedRow = { kind: 'CHANGED', before: [], after: [] };
  for (const { kind, start, end } of findRuns(left, right, CHARACTER_EDITS)) {
    const text = (kind === 'INSERTED' ? right : left).slice(start, end).join('');
    const segment = { text, isChanged: kind !== 'SAME' };
    if (kind !== 'INSERTED') compared.before.push(segment);
    if (kind !== 'DELETED') compared.after.push(segment);
  }
  return compared;
}

/** The share of pairs of neighbouring characters that two texts have in common (Dice). */
function likeness(one: string, other: string): number {
  const pairs = pairsOf(one);
  const others = pairsOf(other);
  if (!pairs.size || !others.size) return 0;
  let common = 0;
  for (const pair of pairs) if (others.has(pair)) common += 1;
  return (2 * common) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}
