const DAY_MS = 86_400_000;

/** The day on which the generated ledger stands still, so that it never depends on the clock. */
export const LEDGER_DAY = '2026-11-01';

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** A moment in office hours (China) of a day. */
export const momentOn = (day: string, minutes: number): string =>
  new Date(Date.parse(day) + (60 + (minutes % 540)) * 60_000).toISOString();
