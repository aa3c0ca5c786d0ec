import { expect, test } from 'vitest';
import type { ItemStatus } from './item-life-cycle.ts';
import { daysLate, isOverdue } from './overdue.ts';

const TODAY = '2026-11-20';

test.each<[string, ItemStatus, string | null, string | null, boolean, number | null]>([
  ['open past its date', 'IN_PROGRESS', '2026-11-19', null, true, 1],
  ['open on the due day itself', 'IN_PROGRESS', '2026-11-20', null, false, null],
  ['open before its date', 'PLANNED', '2026-11-21', null, false, null],
  ['without a date', 'IN_PROGRESS', null, null, false, null],
  ['late over a leap day', 'SUBMITTED', '2024-02-28', null, true, 996],
  ['reopened past its date', 'REOPENED', '2026-11-10', null, true, 10],
  ['under verification past its date', 'VERIFYING', '2026-11-18', null, true, 2],
  ['long-term past its date', 'LONG_TERM', '2026-01-01', null, false, null],
  ['withdrawn past its date', 'WITHDRAWN', '2026-01-01', null, false, null],
  ['closed in time', 'CLOSED', '2026-11-10', '2026-11-10', false, null],
  ['closed late', 'CLOSED', '2026-11-10', '2026-11-13', false, 3],
  ['closed early', 'CLOSED', '2026-11-10', '2026-10-01', false, null],
  ['closed without a date', 'CLOSED', null, '2026-11-13', false, null],
])('an item %s', (_title, status, dueOn, closedOn, overdue, late) => {
  const item = { status, dueOn, closedOn };
  expect([isOverdue(item, TODAY), daysLate(item, TODAY)]).toEqual([overdue, late]);
});
