/** Statuses in which a due date presses: all but done, dropped, and under long-term review. */
export const OPEN_STATUSES = [
  'REGISTERED',
  'ASSIGNED',
  'PLANNED',
  'IN_PROGRESS',
  'SUBMITTED',
  'LEADER_SIGNED',
  'VERIFYING',
  'REOPENED',
] as const;

const DAY_MS = 86_400_000;

interface Dated {
  status: string;
  dueOn: string | null;
  closedOn: string | null;
}

/** Whether an item is open past its due date; the due day itself is still in time. */
export const isOverdue = ({ status, dueOn }: Dated, today: string): boolean =>
  dueOn !== null && dueOn < today && (OPEN_STATUSES as readonly string[]).includes(status);

/** Days past the due date, for a closed item up to its closing; null when it is not late. */
export function daysLate(item: Dated, today: string): number | null {
  const end = item.status === 'CLOSED' ? item.closedOn : isOverdue(item, today) ? today : null;
  if (!end || !item.dueOn || end <= item.dueOn) return null;
  return Math.round((Date.parse(end) - Date.parse(item.dueOn)) / DAY_MS);
}
