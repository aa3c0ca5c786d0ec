import { cutWords, wordsWithin } from './cut-words.ts';
import { normalizeText } from './normalize-text.ts';
import { countPlaces, placesIn } from './places.ts';
import { readFacts, readRuns, type Run } from './read-runs.ts';

/** How much a field counts: its title most, long texts least. */
export type Weight = 'A' | 'B' | 'C';

/** A piece of text that a record is found by. */
export interface WeighedText {
  text: string;
  weight: Weight;
}

/** Between two fields, so that no phrase reaches over their border. */
const GAP = 8;

/** PostgreSQL counts no place beyond this one. */
const LAST_PLACE = 16_383;

/** Longer ones are machine output, which nobody types. */
const LONGEST_LEXEME = 64;

/** How many parts of a code, from the last, each begin a lexeme. */
const MOST_PARTS = 8;

/**
 * Writes texts as a PostgreSQL tsvector: the words at their weight, and under the least weight (D)
 * each pair of neighbouring characters, so that no way of cutting hides a word. A place is the
 * number of the character, as Unicode counts: a phrase of pairs is then exactly a substring, and
 * no pair holds half of a character beyond U+FFFF, which PostgreSQL does not take.
 *
 * What lies behind the last place that PostgreSQL counts is left out.
 */
export function writeVector(texts: readonly WeighedText[]): string {
  const places = new Map<string, Map<number, Weight | ''>>();
  let base = 1;
  const add = (lexeme: string, at: number, weight: Weight | '') => {
    if (lexeme.length > LONGEST_LEXEME || base + at > LAST_PLACE) return;
    const known = places.get(lexeme) ?? new Map<number, Weight | ''>();
    places.set(lexeme, known);
    if (!known.get(base + at)) known.set(base + at, weight);
  };
  for (const { text: original, weight } of texts) {
    const { text } = normalizeText(original.slice(0, LAST_PLACE));
    const placeOf = placesIn(text);
    for (const run of readRuns(text))
      for (const [lexeme, at, isWord] of run.isChinese ? chineseLexemes(run) : latinLexemes(run))
        add(lexeme, placeOf(run.start) + at, isWord ? weight : '');
    for (const { lexemes, start } of readFacts(text))
      for (const lexeme of lexemes) add(lexeme, placeOf(start), weight);
    base += countPlaces(text) + GAP;
  }
  return [...places]
    .map(([lexeme, at]) => `'${lexeme}':${[...at].map((place) => place.join('')).join()}`)
    .join(' ');
}

/** A lexeme, and how many characters behind the beginning of its run it stands. */
type Placed = [lexeme: string, at: number, isWord: boolean];

function chineseLexemes({ text }: Run): Placed[] {
  const found: Placed[] = [];
  let at = 0;
  for (const word of cutWords(text)) {
    for (const inner of wordsWithin(word))
      found.push([inner, at + countPlaces(word.slice(0, Math.max(0, word.indexOf(inner)))), true]);
    at += countPlaces(word);
  }
  const characters = [...text];
  characters.forEach((character, index) => {
    // A single character is looked for as the beginning of a pair; the last one begins none.
    found.push([character + (characters[index + 1] ?? ''), index, false]);
  });
  return found;
}

/** A code under itself and under each of its ends: whoever leaves out its first parts still finds it. */
function latinLexemes({ text }: Run): Placed[] {
  const starts = [0, ...[...text.matchAll(/[-._/]/g)].map(({ index }) => index + 1)];
  const kept = starts.length > MOST_PARTS ? [0, ...starts.slice(1 - MOST_PARTS)] : starts;
  return kept.map((from) => [text.slice(from), countPlaces(text.slice(0, from)), true]);
}
