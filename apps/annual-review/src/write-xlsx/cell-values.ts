import { neutralise, showFen } from '@taizhang/rectification/rules';

/** A text for a cell, or an empty cell where the ledger says nothing. */
export function text(value: string | null): string | null {
  return value === null || value === '' ? null : neutralise(value);
}

/** A real date, at midnight UTC, which is how exceljs writes days without a shift. */
export function day(date: string | null): Date | null {
  return date === null ? null : new Date(`${date}T00:00:00Z`);
}

/** Excel keeps 15 digits of a number. */
const MOST_EXACT_FEN = 999_999_999_999_999;

/** A sum in yuan, as a number that can be summed; one too large for Excel to hold exactly is text. */
export function yuan(fen: number | null): number | string | null {
  if (fen === null) return null;
  return fen > MOST_EXACT_FEN ? showFen(fen) : fen / 100;
}
