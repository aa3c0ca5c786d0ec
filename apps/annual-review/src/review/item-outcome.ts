import {
  daysLate,
  isOverdue,
  ITEM_LIFE_CYCLE,
  type ItemStatus,
} from '@taizhang/rectification/rules';
import type { IsoDate, ReviewItem } from './annual-review.type.ts';

/** What an item counts as on the day of the review. */
export type ItemOutcome = 'CLOSED' | 'LONG_TERM' | 'OPEN' | 'WITHDRAWN';

/**
 * An item closed after the review's day was still open on it, so a review of 2025 that is written in
 * spring 2026 gives the rate of 31 December. Earlier states are not told apart: the hub is read as it
 * stands, and a closure is the only transition with a date of its own.
 */
export function statusOn({ status, closedOn }: ReviewItem, asOf: IsoDate): ItemStatus {
  const wasOpen = ITEM_LIFE_CYCLE.is('isCompleted', status) && closedOn !== null && closedOn > asOf;
  return wasOpen ? 'VERIFYING' : status;
}

/** What an item comes to on the review's day, by what holds of its status. */
export function itemOutcome(item: ReviewItem, asOf: IsoDate): ItemOutcome {
  const status = statusOn(item, asOf);
  if (!ITEM_LIFE_CYCLE.is('isCounted', status)) return 'WITHDRAWN';
  if (ITEM_LIFE_CYCLE.is('isCompleted', status)) return 'CLOSED';
  return ITEM_LIFE_CYCLE.is('isOpen', status) ? 'OPEN' : 'LONG_TERM';
}

/** Days that an item is overdue on the review's day; null when it is not. */
export function daysOverdue(item: ReviewItem, asOf: IsoDate): number | null {
  const then = { status: statusOn(item, asOf), dueOn: item.dueOn, closedOn: null };
  return isOverdue(then, asOf) ? daysLate(then, asOf) : null;
}

/** True when the item was on the ledger, and not yet closed, at some time in the year. */
export function belongsToYear({ status, closedOn }: ReviewItem, year: number): boolean {
  const isCompleted = ITEM_LIFE_CYCLE.is('isCompleted', status);
  return !(isCompleted && closedOn !== null && closedOn < `${year}-01-01`);
}
