import { BIWEEKLY_UNIT_LIFE_CYCLE, type BiweeklyUnitStatus } from './unit-report-life-cycle.ts';
import { addDays } from '@taizhang/platform/rules';

const DAY_MS = 86_400_000;
export const PERIOD_DAYS = 14;
/** More missed periods than these are not made up for: nobody can report on what is long past. */
const MOST_MADE_UP = 6;

/** One period of a round. */
export interface Period {
  /** From 1, with the day of the feedback. */
  ordinal: number;
  startsOn: string;
  endsOn: string;
}

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** A round's period of the given place. */
export function periodAt(feedbackOn: string, ordinal: number): Period {
  const startsOn = addDays(feedbackOn, (ordinal - 1) * PERIOD_DAYS);
  return { ordinal, startsOn, endsOn: addDays(startsOn, PERIOD_DAYS - 1) };
}

/**
 * The periods that have to be opened today: the current one, and before it those that were missed
 * since the last one opened, as after an outage. A round that was entered late begins with its current
 * period, and so does one that missed a quarter of a year.
 *
 * @param opened the places of the periods opened already.
 */
export function periodsToOpen(
  feedbackOn: string,
  today: string,
  opened: readonly number[],
): Period[] {
  const age = daysBetween(feedbackOn, today);
  if (age < 0) return [];
  const current = Math.floor(age / PERIOD_DAYS) + 1;
  const last = Math.max(0, ...opened.filter((ordinal) => ordinal < current));
  const first = last > 0 && current - last <= MOST_MADE_UP + 1 ? last + 1 : current;
  return Array.from({ length: current - first + 1 }, (_, index) => first + index)
    .filter((ordinal) => !opened.includes(ordinal))
    .map((ordinal) => periodAt(feedbackOn, ordinal));
}

/** How a unit stands that has not handed in: nothing yet, near the end of the period, or after it. */
export type Urgency = 'NONE' | 'DUE' | 'LATE';

/** Days after a period in which its late units are still reminded by themselves. */
const LATE_REMINDER_DAYS = 7;

/** Which reminder falls due today: from the day before the end, or from the day after it. */
export function urgencyOf(endsOn: string, today: string): Urgency {
  const left = daysBetween(today, endsOn);
  if (left < 0) return left >= -LATE_REMINDER_DAYS ? 'LATE' : 'NONE';
  return left <= 1 ? 'DUE' : 'NONE';
}

/** Whether a unit is late: the period is over, and it has not handed in. */
export const isUnitLate = (
  { status, endsOn }: { status: BiweeklyUnitStatus; endsOn: string },
  today: string,
): boolean => endsOn < today && BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', status);
