import type { Day } from './demo-data.type.ts';

/** A day as a date column stores it. */
export const dateOf = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** A moment on a day, by the clock in Shanghai. */
export const momentOf = (day: Day, clock: string, plusMinutes = 0): Date =>
  new Date(Date.parse(`${day}T${clock}:00+08:00`) + plusMinutes * 60_000);

/** The same weekday one week on. */
export const aWeekAfter = (day: Day): Day =>
  new Date(dateOf(day).getTime() + 7 * 86_400_000).toISOString().slice(0, 10) as Day;
