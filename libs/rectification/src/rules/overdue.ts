import { ITEM_LIFE_CYCLE, type ItemStatus } from './item-life-cycle.ts';
import { MEASURE_LIFE_CYCLE, type MeasureStatus } from './measure-life-cycle.ts';

const DAY_MS = 86_400_000;

/** Whether a day is over; what is due on it is in time until then. */
const isOver = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today;

/** Whether an item is open past its due date. */
export const isOverdue = (
  { status, dueOn }: { status: ItemStatus; dueOn: string | null },
  today: string,
): boolean => ITEM_LIFE_CYCLE.is('isOpen', status) && isOver(dueOn, today);

/** Whether a measure is still to be carried out past its due date. */
export const isMeasureOverdue = (
  { status, dueOn }: { status: MeasureStatus; dueOn: string | null },
  today: string,
): boolean => MEASURE_LIFE_CYCLE.is('isOpen', status) && isOver(dueOn, today);

/** Days past the due date, for a closed item up to its closing; null when it is not late. */
export function daysLate(
  item: { status: ItemStatus; dueOn: string | null; closedOn: string | null },
  today: string,
): number | null {
  const isCompleted = ITEM_LIFE_CYCLE.is('isCompleted', item.status);
  const end = isCompleted ? item.closedOn : isOverdue(item, today) ? today : null;
  if (!end || !item.dueOn || end <= item.dueOn) return null;
  return Math.round((Date.parse(end) - Date.parse(item.dueOn)) / DAY_MS);
}
