import type { WorkingDays } from '../calendar/working-days.ts';
import type { Cadence, ReckonedDays, Reckoning, Slot } from './cadence.type.ts';

/** When a slot is due and until when it still counts as kept, by the calendar of working days. */
export function reckon(
  slotOn: string,
  { dayOff, grace }: Reckoning,
  calendar: WorkingDays,
): ReckonedDays {
  const dueOn = calendar.move(slotOn, dayOff);
  const graceEndsOn = calendar.after(dueOn, grace);
  const asksCalendar = dayOff !== 'KEEP' || grace.unit === 'WORKING_DAY';
  const isProvisional =
    asksCalendar && [slotOn, dueOn, graceEndsOn].some((day) => !calendar.isKnown(day));
  return { dueOn, graceEndsOn, isProvisional };
}

/** The slot that a fact opens, once a mechanism. */
export function factSlot(
  fact: { id: string; happenedOn: string },
  cadence: Extract<Cadence, { kind: 'FACT' }>,
  calendar: WorkingDays,
): Slot & { isProvisional: boolean } {
  const slotOn = calendar.after(fact.happenedOn, cadence.delay);
  return {
    slot: `fact/${fact.id}`,
    slotOn,
    opensOn: fact.happenedOn,
    isProvisional:
      cadence.delay.unit === 'WORKING_DAY' &&
      ![fact.happenedOn, slotOn].every((day) => calendar.isKnown(day)),
  };
}
