import { cutWords } from './cut-words.ts';
import { normalizeText } from './normalize-text.ts';
import { countPlaces, placesIn } from './places.ts';
import { readFacts, readRuns, type Run } from './read-runs.ts';

/** What is looked for in a record's texts to mark it. */
export type Needle =
  | { text: string; isCode: boolean; isWhole: boolean }
  /** A day or document number, by its lexeme. */
  | { lexeme: string };

/** A text to search for, understood. */
export interface SearchQuery {
  /** As PostgreSQL reads it. */
  tsquery: string;
  needles: Needle[];
}

interface Term {
  tsquery: string;
  needles: Needle[];
}

/** More words than this say nothing more, and each costs. */
const MOST_TERMS = 16;

/** Characters that join words and mean nothing alone. */
const JOINING = new Set('的和与及了在对之等或');

const PHRASE = /["“”„«»「」『』]([^"“”„«»「」『』]*)["“”„«»「」『』]/gu;

/**
 * Reads what somebody typed: words that all have to be there, phrases in quotation marks as they
 * stand, days and document numbers however written. The last word may be unfinished.
 *
 * No sign of it reaches PostgreSQL as an operator: only letters, digits and the `-._/` of codes are kept.
 *
 * @returns null when there is nothing to look for in it.
 */
export function readQuery(typed: string): SearchQuery | null {
  const { text } = normalizeText(typed);
  const phrases: Term[] = [];
  const facts: Term[] = [];
  let rest = text.replaceAll(PHRASE, (whole: string, phrase: string) => {
    const term = phraseTerm(phrase);
    if (term) phrases.push(term);
    return ' '.repeat(whole.length);
  });
  for (const { lexemes, start, end } of readFacts(rest)) {
    const lexeme = lexemes.at(-1)!;
    // A month inside a day that was taken already is blank by now.
    if (!rest.slice(start, end).trim()) continue;
    facts.push({ tsquery: quote(lexeme), needles: [{ lexeme }] });
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  const runs = readRuns(rest);
  const words = runs.flatMap((run, index) =>
    run.isChinese ? chineseTerms(run.text) : [codeTerm(run.text, index === runs.length - 1)],
  );
  const terms = [...phrases, ...facts, ...words].slice(0, MOST_TERMS);
  if (!terms.length) return null;
  return {
    tsquery: terms.map(({ tsquery }) => tsquery).join(' & '),
    needles: terms.flatMap(({ needles }) => needles),
  };
}

const quote = (lexeme: string) => `'${lexeme}'`;

/** A code is also found by its beginning, and so is the last word, which may still be being typed. */
function codeTerm(code: string, isLast: boolean): Term {
  const isOpen = isLast || /[-._/]/.test(code);
  return {
    // Named twice, the whole code counts more than one that only begins like it.
    tsquery: isOpen ? `(${quote(code)} | ${quote(code)}:*)` : quote(code),
    needles: [{ text: code, isCode: true, isWhole: !isOpen }],
  };
}

function chineseTerms(run: string): Term[] {
  return joinSingles(cutWords(run)).map((word) => ({
    tsquery:
      countPlaces(word) > 2
        ? `(${quote(word)} | (${chain([chineseRun(word)])}))`
        : chain([chineseRun(word)]),
    needles: [{ text: word, isCode: false, isWhole: false }],
  }));
}

/** A single character matches almost everything: it belongs to its neighbour, or is left out when it only joins. */
function joinSingles(words: string[]): string[] {
  const joined: string[] = [];
  let isOpen = false;
  for (const word of words) {
    if (JOINING.has(word) && words.length > 1) isOpen = false;
    else if (isOpen && (isSingle(word) || isSingle(joined.at(-1)!)))
      joined.push(`${joined.pop()}${word}`);
    else {
      joined.push(word);
      isOpen = true;
    }
  }
  return joined;
}

const isSingle = (word: string) => countPlaces(word) === 1;

const chineseRun = (text: string): Run => ({ text, start: 0, isChinese: true });

function phraseTerm(phrase: string): Term | null {
  const runs = readRuns(phrase);
  if (!runs.length) return null;
  return {
    tsquery: `(${chain(runs, placesIn(phrase))})`,
    needles: [
      {
        text: phrase.slice(runs[0]!.start, runs.at(-1)!.start + runs.at(-1)!.text.length),
        isCode: !runs[0]!.isChinese,
        isWhole: false,
      },
    ],
  };
}

/** Lexemes at fixed distances from each other: exactly the characters of the runs, as far apart as they are. */
function chain(runs: readonly Run[], placeOf = (unit: number) => unit): string {
  const placed = runs.flatMap(({ text, start, isChinese }) =>
    isChinese
      ? pairsOver([...text]).map(([lexeme, at]) => [lexeme, placeOf(start) + at] as const)
      : [[quote(text), placeOf(start)] as const],
  );
  return placed
    .map(([lexeme, at], index) =>
      index === 0 ? lexeme : ` <${at - placed[index - 1]![1]}> ${lexeme}`,
    )
    .join('');
}

/** As few pairs as cover a run. */
function pairsOver(characters: string[]): (readonly [lexeme: string, at: number])[] {
  const last = characters.length - 1;
  if (last === 0) return [[`${quote(characters[0]!)}:*`, 0]];
  const starts = characters.flatMap((_, at) => (at % 2 === 0 && at < last ? [at] : []));
  if (last % 2 === 0) starts.push(last - 1);
  return starts.map((at) => [quote(characters[at]! + characters[at + 1]!), at]);
}
