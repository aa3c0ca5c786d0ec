/** In place of a month: what states no date. */
export const UNDATED = 'none';

export function isMonth(text: string | null): text is string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
}

/** A month of an address as figures name it: null for what has no day, nothing for all months. */
export const monthOf = (month: string | undefined): string | null | undefined =>
  month === UNDATED ? null : month;
