import { normalizeText } from './normalize-text.ts';
import { readFacts } from './read-runs.ts';
import type { Needle } from './read-query.ts';

/** From where to where a text matches, in UTF-16 units; `end` lies behind the last. */
export interface TextRange {
  start: number;
  end: number;
}

/** A text, or the part around its first match, with what matches in it. */
export interface MarkedText {
  text: string;
  ranges: TextRange[];
}

/** How much of a long text is shown, and how much of that before the first match. */
const SHOWN = 160;
const SHOWN_BEFORE = 40;

/** Marks the needles in a text; null when none is there. */
export function markText(original: string, needles: readonly Needle[]): MarkedText | null {
  const { text, origin } = normalizeText(original);
  const found = needles
    .flatMap((needle) =>
      'lexeme' in needle ? findFact(text, needle.lexeme) : findText(text, needle),
    )
    .map(({ start, end }) => ({ start: origin[start]!, end: origin[end]! }));
  return found.length ? cutAround(original, mergeRanges(found)) : null;
}

const findFact = (text: string, lexeme: string): TextRange[] =>
  readFacts(text).filter(({ lexemes }) => lexemes.includes(lexeme));

function findText(
  text: string,
  needle: { text: string; isCode: boolean; isWhole: boolean },
): TextRange[] {
  const found: TextRange[] = [];
  const isInWord = (at: number) => /[a-z0-9]/.test(text[at] ?? '');
  let at = text.indexOf(needle.text);
  while (at >= 0) {
    const end = at + needle.text.length;
    const isApart = (!needle.isCode || !isInWord(at - 1)) && (!needle.isWhole || !isInWord(end));
    if (isApart) found.push({ start: at, end });
    at = text.indexOf(needle.text, end);
  }
  return found;
}

function mergeRanges(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

function cutAround(text: string, ranges: TextRange[]): MarkedText {
  if (text.length <= SHOWN) return { text, ranges };
  const from = wholeCharacter(
    text,
    Math.max(0, Math.min(ranges[0]!.start - SHOWN_BEFORE, text.length - SHOWN)),
  );
  const to = wholeCharacter(text, Math.min(text.length, from + SHOWN));
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const shift = head.length - from;
  return {
    text: `${head}${text.slice(from, to)}${tail}`,
    ranges: ranges
      .filter(({ start }) => start < to)
      .map(({ start, end }) => ({ start: start + shift, end: Math.min(end, to) + shift })),
  };
}

/** Never between the two halves of one character. */
const wholeCharacter = (text: string, at: number) =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
