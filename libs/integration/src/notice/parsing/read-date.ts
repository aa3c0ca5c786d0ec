import { readNumber } from './read-number.ts';

/** Pattern source of a year, month, day as notices write them, Arabic or Chinese numerals. */
const DIGIT = '[\\d零〇○ＯO一二三四五六七八九十]';
export const YEAR_PATTERN = `(${DIGIT}{4})年`;
export const MONTH_PATTERN = `(${DIGIT}{1,3})月`;
export const DAY_PATTERN = `(${DIGIT}{1,3})[日号]`;

/** Joins the written parts to YYYY-MM-DD; null when a part is missing or the day does not exist. */
export function toIsoDate(
  year: string | number | null | undefined,
  month: string | number | null | undefined,
  day: string | number | null | undefined,
): string | null {
  const [y, m, d] = [year, month, day].map(toPart);
  if (y == null || m == null || d == null) return null;
  const date = new Date(Date.UTC(y, m - 1, d));
  if (y < 1900 || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

function toPart(part: string | number | null | undefined): number | null {
  if (part == null) return null;
  if (typeof part === 'number') return part;
  return readNumber(part.replace(/[○ＯO]/g, '〇'));
}
