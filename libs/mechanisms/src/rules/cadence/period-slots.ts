import { addDays, addMonths, weekdayOf } from '@taizhang/platform/rules';
import type { CadencePeriod, Slot } from './cadence.type.ts';

const MONTHS: Record<Exclude<CadencePeriod, 'WEEK'>, number> = {
  MONTH: 1,
  QUARTER: 3,
  HALF_YEAR: 6,
  YEAR: 12,
};

/** The first day of the period that a day lies in; weeks begin on a Monday. */
function startOf(period: CadencePeriod, day: string): string {
  if (period === 'WEEK') return addDays(day, -weekdayOf(day));
  const [year, month] = day.split('-').map(Number) as [number, number];
  const first = month - ((month - 1) % MONTHS[period]);
  return `${year}-${String(first).padStart(2, '0')}-01`;
}

const nextStart = (period: CadencePeriod, start: string) =>
  period === 'WEEK' ? addDays(start, 7) : addMonths(start, MONTHS[period]);

/** What a period is called: 2026-W05 (ISO 8601), 2026-03, 2026-Q1, 2026-H1, 2026. */
export function periodName(period: CadencePeriod, start: string): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  switch (period) {
    case 'WEEK': {
      // The week is of the year that its Thursday is in.
      const thursday = addDays(start, 3);
      const first = Date.parse(`${thursday.slice(0, 4)}-01-01`);
      const week = Math.floor((Date.parse(thursday) - first) / (7 * 86_400_000)) + 1;
      return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
    }
    case 'MONTH':
      return start.slice(0, 7);
    case 'QUARTER':
      return `${year}-Q${(month + 2) / 3}`;
    case 'HALF_YEAR':
      return `${year}-H${(month + 5) / 6}`;
    case 'YEAR':
      return String(year);
  }
}

/** So many times in each period, due at its end: those of the periods that end in a stretch of days. */
export function periodSlots(
  { times, period }: { times: number; period: CadencePeriod },
  from: string,
  to: string,
): Slot[] {
  const slots: Slot[] = [];
  for (let start = startOf(period, from); ;) {
    const next = nextStart(period, start);
    const slotOn = addDays(next, -1);
    if (slotOn > to) return slots;
    for (let time = 1; time <= times; time += 1)
      slots.push({ slot: `${periodName(period, start)}/${time}`, slotOn, opensOn: start });
    start = next;
  }
}
