/** In place of a month: what states no date. */
export const UNDATED = 'none';

interface DayRange {
  from: string;
  to: string;
}

/** The days of a month, else of a year; nothing when neither narrows, or when there is no date to narrow. */
export function dayRange(
  month: string | undefined,
  year: number | undefined,
): DayRange | undefined {
  if (month === UNDATED) return undefined;
  if (month !== undefined) return monthRange(month);
  return year === undefined ? undefined : { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The first and the last day of a month `2025-02`. */
export function monthRange(month: string): DayRange {
  const [year, number] = month.split('-').map(Number);
  // Day 0 of the next month is the last day of this one, leap years included.
  const last = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${last}` };
}

export function isMonth(text: string | null): text is string {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text ?? '');
}
