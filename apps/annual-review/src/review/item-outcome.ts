import type { IsoDate, ReviewItem } from './annual-review.type.ts';

/** What an item counts as on the day of the review. */
export type ItemOutcome = 'CLOSED' | 'LONG_TERM' | 'OPEN' | 'WITHDRAWN';

/**
 * An item closed after the review's day was still open on it, so a review of 2025 that is written in
 * spring 2026 gives the rate of 31 December. Earlier states are not told apart: the hub is read as it
 * stands, and a closure is the only transition with a date of its own.
 */
export function itemOutcome(item: ReviewItem, asOf: IsoDate): ItemOutcome {
  if (item.status === 'WITHDRAWN') return 'WITHDRAWN';
  if (item.status === 'LONG_TERM') return 'LONG_TERM';
  if (item.status === 'CLOSED' && (item.closedOn === null || item.closedOn <= asOf))
    return 'CLOSED';
  return 'OPEN';
}

/** Days past the due date on the review's day; null when not late. A long-term item has a review date instead. */
export function daysLate(item: ReviewItem, asOf: IsoDate): number | null {
  if (itemOutcome(item, asOf) !== 'OPEN' || item.dueOn === null || item.dueOn >= asOf) return null;
  return Math.round((Date.parse(asOf) - Date.parse(item.dueOn)) / 86_400_000);
}

/** True when the item was on the ledger, and not yet closed, at some time in the year. */
export function belongsToYear(item: ReviewItem, year: number): boolean {
  return !(item.status === 'CLOSED' && item.closedOn !== null && item.closedOn < `${year}-01-01`);
}
