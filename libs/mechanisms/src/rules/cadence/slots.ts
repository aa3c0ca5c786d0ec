import { addDays } from '@taizhang/platform/rules';
import type { Cadence, Slot } from './cadence.type.ts';
import { ruleDays } from './expand-rule.ts';
import { periodSlots } from './period-slots.ts';
import { readRule } from './read-rule.ts';

/** The cadence of a mechanism with the days between which it counts. */
export interface Timetable {
  cadence: Cadence;
  /** What the cadence counts from. */
  cadenceFrom: string;
  /** What falls before is not its own. */
  slotsFrom: string;
  endsOn: string | null;
}

/** How long the days of a rule lie apart at most, so that the one before is found. */
const APART: Readonly<Record<string, number>> = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };
/** Rules with a month or a position may leave out a lot: 29 February is found within eight years. */
const LOOK_AHEAD_DAYS = [400, 8 * 366 + 31];

/** The slots that fall between two days, both included, in their order; a clock that a fact starts has none of its own. */
export function slotsBetween(
  { cadence, cadenceFrom, slotsFrom, endsOn }: Timetable,
  from: string,
  to: string,
): Slot[] {
  const first = from > slotsFrom ? from : slotsFrom;
  const last = endsOn && endsOn < to ? endsOn : to;
  if (first > last) return [];
  switch (cadence.kind) {
    case 'FACT':
      return [];
    case 'TIMES':
      return periodSlots(cadence, first, last);
    case 'RULE':
      return ruleSlots(cadence.rule, cadenceFrom, slotsFrom, first, last);
  }
}

/** What is done counts from the day after the slot before. */
function ruleSlots(
  rule: string,
  anchor: string,
  slotsFrom: string,
  from: string,
  to: string,
): Slot[] {
  const back = addDays(from, -(apartOf(rule) + 31));
  const days = ruleDays(rule, anchor, back > anchor ? back : anchor, to);
  return days.flatMap((slotOn, index) => {
    if (slotOn < from) return [];
    const before = days[index - 1];
    const opensOn = before && before >= slotsFrom ? addDays(before, 1) : slotsFrom;
    return [{ slot: slotOn, slotOn, opensOn: opensOn > slotOn ? slotOn : opensOn }];
  });
}

function apartOf(rule: string): number {
  const read = readRule(rule);
  if ('wrong' in read) throw new Error(read.wrong);
  return APART[read.parts.get('FREQ')!]! * Number(read.parts.get('INTERVAL') ?? 1);
}

/** The first slot after a day; null when nothing falls any more. */
export function slotAfter(timetable: Timetable, day: string): Slot | null {
  const from = addDays(day > timetable.slotsFrom ? day : addDays(timetable.slotsFrom, -1), 1);
  const { cadence } = timetable;
  const stretch = cadence.kind === 'RULE' ? apartOf(cadence.rule) : 0;
  for (const ahead of [...LOOK_AHEAD_DAYS, ...(stretch > 366 ? [3 * stretch] : [])]) {
    const [slot] = slotsBetween(timetable, from, addDays(from, ahead));
    if (slot) return slot;
  }
  return null;
}
