import { addDays, addMonths, weekdayOf, yearOf } from '@taizhang/platform/rules';
import { PUBLISHED_CALENDARS, type YearCalendar } from './published-calendars.ts';

export type DayOffRule = 'BEFORE' | 'AFTER' | 'KEEP';
export type DelayUnit = 'DAY' | 'WORKING_DAY' | 'MONTH';

/** So many days, working days or months. */
export interface Delay {
  count: number;
  unit: DelayUnit;
}

const SATURDAY = 5;

/**
 * The working days of the years that are known. Of a year that is not, Saturdays and Sundays are taken for
 * days off, and whoever asks is told that this is provisional.
 */
export interface WorkingDays {
  isKnown: (day: string) => boolean;
  isDayOff: (day: string) => boolean;
  /** Where what falls on a day goes. */
  move: (day: string, rule: DayOffRule) => string;
  /** The day on which a delay that begins on a day ends: the day itself is not counted. */
  after: (day: string, delay: Delay) => string;
  years: readonly YearCalendar[];
}

/**
 * The calendar of the hub.
 *
 * @param published what was published in the hub; it goes before what the program comes with.
 */
export function workingDays(published: readonly YearCalendar[]): WorkingDays {
  const years = new Map(
    [...PUBLISHED_CALENDARS, ...published].map((calendar) => [
      calendar.year,
      { ...calendar, off: new Set(calendar.daysOff), worked: new Set(calendar.workedDays) },
    ]),
  );
  const isDayOff = (day: string) => {
    const year = years.get(yearOf(day));
    if (year?.worked.has(day)) return false;
    return weekdayOf(day) >= SATURDAY || (year?.off.has(day) ?? false);
  };
  const move = (day: string, rule: DayOffRule) => {
    let moved = day;
    while (rule !== 'KEEP' && isDayOff(moved)) moved = addDays(moved, rule === 'AFTER' ? 1 : -1);
    return moved;
  };
  const after = (day: string, { count, unit }: Delay) => {
    if (unit === 'MONTH') return addMonths(day, count);
    if (unit === 'DAY') return addDays(day, count);
    let end = day;
    for (let left = count; left > 0; left -= 1) {
      do end = addDays(end, 1);
      while (isDayOff(end));
    }
    return end;
  };
  return {
    isKnown: (day) => years.has(yearOf(day)),
    isDayOff,
    move,
    after,
    years: [...years.values()].toSorted((one, other) => one.year - other.year),
  };
}
