/**
 * A cell text that a spreadsheet could take for a formula or a command gets an apostrophe in front. Excel does
 * not run a typed string, but the sheet is saved as CSV and pasted on; there the first sign decides.
 */
export function neutralise(text: string): string {
  const clean = text.replace(CONTROL, '');
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠\t\r]/.test(clean) ? `'${clean}` : clean;
}

/** Signs that XML 1.0 cannot hold; tab, line feed and carriage return it can. A lone surrogate is one. */
const CONTROL = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
