/** What the fold of a row needs of each of its events. */
export interface FoldedEvent {
  operation: 'CREATE' | 'CHANGE' | 'REMOVE' | null;
  after: unknown;
}

/**
 * Rebuilds a row from its own events, oldest first: every column but those that no log keeps (secrets,
 * housekeeping, times of writing, what is made for sorting). Events that change no row do not count.
 *
 * @returns the row by Prisma's column names, in the log's form: days as `yyyy-mm-dd`, moments as ISO 8601 in
 *   UTC, decimals as text; null where the row was never made or has been removed.
 */
export function foldEvents(events: readonly FoldedEvent[]): Record<string, unknown> | null {
  let row: Record<string, unknown> | null = null as Record<string, unknown> | null;
  for (const { operation, after } of events) {
    if (operation === 'REMOVE') row = null;
    else if (operation === 'CREATE') row = { ...(after as object) };
    else if (operation === 'CHANGE') row = { ...row, ...(after as object) };
  }
  return row;
}
