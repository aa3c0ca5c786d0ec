const DIGITS = '零一二三四五六七八九';
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Pattern source for a number as notices write it: 12, 1,234.5, 十一, 两, 二百零三. */
export const NUMBER_PATTERN =
  '(?:\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?|[零〇一二两三四五六七八九十百千]{1,9})';

/**
 * Reads 12, 1,234.5, 十一, 二十, 两, 一百零三 or a bare digit run such as 二〇二四.
 * Answers null for anything else: a figure that cannot be read is never guessed.
 */
export function readNumber(written: string): number | null {
  const text = written.replace(/,/g, '');
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  const plain = text.replace(/〇/g, '零').replace(/两/g, '二');
  if (!/^[零一二三四五六七八九十百千]+$/.test(plain)) return null;
  if (!/[十百千]/.test(plain)) {
    return Number([...plain].map((digit) => DIGITS.indexOf(digit)).join(''));
  }
  let total = 0;
  let pending = -1;
  let smallestUnit = Number.POSITIVE_INFINITY;
  for (const sign of plain) {
    const unit = UNITS[sign];
    if (unit === undefined) {
      const digit = DIGITS.indexOf(sign);
      if (pending > 0) return null;
      pending = digit;
    } else {
      if (unit >= smallestUnit) return null;
      smallestUnit = unit;
      total += (pending > 0 ? pending : 1) * unit;
      pending = -1;
    }
  }
  return total + Math.max(pending, 0);
}
