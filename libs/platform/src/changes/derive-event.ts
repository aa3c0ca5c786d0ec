import type { Prisma } from '../database/generated/client/client.ts';
import type { EventOperation } from '../database/generated/client/enums.ts';
import type { EventDefinition, EventType } from '../rules/define-events.ts';
import { earlierForm, ledgerSpec } from './log-form.ts';
import type { Columns } from './table-of.ts';

type Logged = Record<string, Prisma.InputJsonValue | null>;

/** The event of one change of one row, before it has a number and a place in the chain. */
export interface RowEvent {
  type: EventType;
  operation: EventOperation;
  subjectType: string;
  subjectId: string;
  subjectVersion: number;
  itemId: string | null;
  reason: string | null;
  before: Logged | null;
  after: Logged | null;
  /** Rows that may enter or leave sight with this change: what hangs on them is looked at too. */
  sightOf: { model: string; id: string; isItself: boolean } | null;
}

interface Change {
  operation: EventOperation;
  before: Logged | null;
  after: Logged | null;
  reason?: string | null | undefined;
}

/** Makes the event of a change from the columns written. */
export function deriveEvent(
  { type, subject, isQuiet }: EventDefinition,
  row: Columns,
  { operation, before, after, reason }: Change,
): RowEvent {
  const [subjectId, version] = [String(row['id']), Number(row['version'])];
  return {
    type,
    operation,
    subjectType: subject,
    subjectId,
    subjectVersion: version,
    itemId: isQuiet ? null : itemOf(subject, row),
    reason: reason ?? null,
    before: before && mapValues(before, earlierForm),
    after,
    sightOf: sightOf(subject, row, operation, after),
  };
}

/** The item in whose history the change stands. */
function itemOf(subject: EventDefinition['subject'], row: Columns): string | null {
  if (subject === 'RectificationItem') return String(row['id']);
  if (row['subjectType'] === 'RectificationItem') return String(row['subjectId']);
  return (row['itemId'] as string | null | undefined) ?? null;
}

function sightOf(
  subject: EventDefinition['subject'],
  row: Columns,
  operation: EventOperation,
  after: Logged | null,
): RowEvent['sightOf'] {
  const { opens, places, lists } = ledgerSpec(subject);
  const moves = [...places, ...Object.keys(lists)].some((name) => after && name in after);
  // A new row has nothing below it, and what hangs on a removed one had to go before.
  if (opens && (operation !== 'CHANGE' || moves))
    return { model: opens.model, id: String(row[opens.key]), isItself: true };
  return operation === 'CHANGE' && moves
    ? { model: subject, id: String(row['id']), isItself: false }
    : null;
}

const mapValues = <Value>(record: Record<string, Value>, map: (value: Value) => Value) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
