/** A stretch of a normalized text that is searched as one: Chinese, or letters and digits. */
export interface Run {
  text: string;
  start: number;
  isChinese: boolean;
}

/** A day or a document number in a normalized text, however it is written. */
export interface Fact {
  /** What it is known by in the index; the last is the most exact. */
  lexemes: string[];
  start: number;
  end: number;
}

const CHINESE = String.raw`[\p{Script=Han}]`;
const LATIN = String.raw`(?:(?!\p{Script=Han})[\p{L}\p{N}])`;
const RUNS = new RegExp(`(${CHINESE}+)|${LATIN}+(?:[-._/]${LATIN}+)*`, 'gu');

const DAY = /(?<![a-z0-9.-])(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)日?/gu;
const MONTH = /(?<![a-z0-9.-])(\d{4})年(\d{1,2})月(?!\d)/gu;
const DOCUMENT_NUMBER = /[〔[(【](\d{4})[〕\])】]\s*第?(\d{1,5})号/gu;

/** The runs of a normalized text. */
export const readRuns = (text: string): Run[] =>
  [...text.matchAll(RUNS)].map((match) => ({
    text: match[0],
    start: match.index,
    isChinese: match[1] !== undefined,
  }));

/** The days, months and document numbers of a normalized text. */
export function readFacts(text: string): Fact[] {
  const two = (digits: string) => digits.padStart(2, '0');
  return [
    ...[...text.matchAll(DOCUMENT_NUMBER)].map((match) =>
      fact(match, [`${match[1]}/${Number(match[2])}号`]),
    ),
    ...[...text.matchAll(DAY)].map((match) => {
      const month = `${match[1]}/${two(match[2]!)}月`;
      return fact(match, [month, `${month}${two(match[3]!)}日`]);
    }),
    ...[...text.matchAll(MONTH)].map((match) => fact(match, [`${match[1]}/${two(match[2]!)}月`])),
  ];
}

const fact = (match: RegExpExecArray, lexemes: string[]): Fact => ({
  lexemes,
  start: match.index,
  end: match.index + match[0].length,
});
