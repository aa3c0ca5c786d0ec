import { toIsoDate } from './read-date.ts';
import { readNumber } from './read-number.ts';

export type LimitPrecision = 'DAY' | 'MONTH_END' | 'YEAR_END';

/** What the words of a time limit say; the words themselves are kept beside it. */
export interface ReadLimit {
  /** ISO day; null where the words name no date, or none with its year. */
  readonly dueOn: string | null;
  /** What the day stands for; null without one. */
  readonly precision: LimitPrecision | null;
  /** 立行立改 */
  readonly isImmediate: boolean;
  /** 长期坚持, alone or behind a date. */
  readonly isKeptUp: boolean;
}

const YEAR = '(?<year>\\d{4}|[零〇一二三四五六七八九]{4})';
const MONTH = '(?<month>\\d{1,2}|[一二三四五六七八九十]{1,3})';
const DAY = '(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})';
const IMMEDIATE = /立行立改|即知即改|立知立改|立查立改|立即整改|马上就改/;
const KEPT_UP = /长期坚持|持续坚持|长期整改|长期推进|持续推进|长效坚持|常态化|^长期$|(?:并|，)长期/;

/** Tried in order, the exact ones first. */
const FORMS: readonly (readonly [RegExp, LimitPrecision, (parts: Parts) => string | null])[] = [
  [
    new RegExp(`${YEAR}(?:年|[-./])${MONTH}(?:月|[-./])${DAY}(?!\\d)[日号]?`),
    'DAY',
    ({ year, month, day }) => toIsoDate(year, month, day),
  ],
  [
    /(?<!\d)(?<year>20\d{2})(?<month>[01]\d)(?<day>[0-3]\d)(?!\d)/,
    'DAY',
    ({ year, month, day }) => toIsoDate(year, month, day),
  ],
  [
    new RegExp(`${YEAR}年?第?(?<quarter>[一二三四1-4])季度`),
    'MONTH_END',
    ({ year, quarter }) => endOfMonth(year, (readNumber(quarter ?? '') ?? 0) * 3),
  ],
  [new RegExp(`${YEAR}年?上半年`), 'MONTH_END', ({ year }) => endOfMonth(year, 6)],
  [
    new RegExp(`${YEAR}(?:年|[-./])${MONTH}(?!\\d)(?:月(?:份)?)?`),
    'MONTH_END',
    ({ year, month }) => endOfMonth(year, readNumber(month ?? '')),
  ],
  [
    new RegExp(`${YEAR}年?(?:年?底|末|内|下半年|全年|年终)?`),
    'YEAR_END',
    ({ year }) => toIsoDate(year, 12, 31),
  ],
];

type Parts = Readonly<Record<string, string | undefined>>;

/** Reads 2025年6月30日前, 2025.6.30, 6月底前, 2025年底, 立行立改, 2025年底前并长期坚持. `text` is folded. */
export function readLimit(text: string): ReadLimit {
  const plain = text.replace(/\s/g, '');
  const isImmediate = IMMEDIATE.test(plain);
  const isKeptUp = KEPT_UP.test(plain);
  for (const [form, precision, toDay] of FORMS) {
    const dueOn = toDay(form.exec(plain)?.groups ?? {});
    if (dueOn !== null) return { dueOn, precision, isImmediate, isKeptUp };
  }
  return { dueOn: null, precision: null, isImmediate, isKeptUp };
}

function endOfMonth(year: string | undefined, month: number | null): string | null {
  const written = year === undefined ? null : readNumber(year);
  if (written === null || month === null || month < 1 || month > 12) return null;
  return toIsoDate(written, month, new Date(Date.UTC(written, month, 0)).getUTCDate());
}
