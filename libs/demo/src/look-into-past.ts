import { planWrites, type LedgerModel } from '@taizhang/platform/past';
import { momentOf } from './china-time.ts';
import type { Day } from './demo-data.type.ts';
import type { DemoPast } from './demo-past.ts';

/** The ledger as it was, told by its own events. */
export interface Look {
  /** What a column held at a moment. @returns undefined before the row was there. */
  at: (id: string, column: string, moment: Date) => unknown;
  /** The ids of the rows of a model. */
  idsOf: (model: LedgerModel) => readonly string[];
}

/** Looks at what has been told so far. */
export function lookInto(past: DemoPast): Look {
  const { rows, events } = planWrites(past.writes);
  const changes = new Map<string, { now: Date; after: Record<string, unknown> }[]>();
  for (const { event, told } of events) {
    const ofRow = changes.get(event.subjectId) ?? [];
    ofRow.push({ now: told.now, after: event.after ?? {} });
    changes.set(event.subjectId, ofRow);
  }
  return {
    at: (id, column, moment) =>
      changes.get(id)?.findLast(({ now, after }) => now < moment && column in after)?.after[column],
    idsOf: (model) => [...(rows.get(model)?.keys() ?? [])],
  };
}

/** The moment with which a day ends. */
export const endOf = (day: Day): Date => new Date(momentOf(day, '00:00').getTime() + 86_400_000);
