import { v7 as newKey } from 'uuid';
import type { EventAuthor } from '../audit/append-events.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { EventDefinition } from '../rules/define-events.ts';
import { deriveEvent, type RowEvent } from './derive-event.ts';
import { compare } from './find-differences.ts';
import type { LedgerModel, PastColumns, PastRow } from './ledger-model.ts';
import { ledgerSpec, loggedRow } from './log-form.ts';
import { withSortKeys } from '../sort/sort-columns.ts';
import { listsOfNewRow, partRow, splitLists, type PartLists } from './part-lists.ts';
import type { Columns } from './table-of.ts';

/** Who wrote, when, and why. */
export interface Told extends Omit<EventAuthor, 'address'> {
  reason?: string | null | undefined;
}

/** One change, to be written with many others. */
export type Write = { event: EventDefinition; told: Told; given: Columns } & (
  { operation: 'CREATE' } | { operation: 'CHANGE'; id: string }
);

/** A row to make. */
export const making = <Model extends LedgerModel>(
  event: EventDefinition<Model>,
  row: PastRow<Model>,
  told: Told,
): Write => ({ operation: 'CREATE', event, told, given: row as Columns });

/** Columns to change of a row that an earlier write makes; what differs in nothing is no change. */
export const changing = <Model extends LedgerModel>(
  event: EventDefinition<Model>,
  id: string,
  columns: PastColumns<Model>,
  told: Told,
): Write => ({ operation: 'CHANGE', event, told, id, given: columns as Columns });

/** A row as its writes leave it. */
interface PlannedRow {
  row: Columns;
  /** As it was before its last change; null when there was none. */
  earlier: Columns | null;
  lists: PartLists;
  logged: Record<string, Prisma.InputJsonValue[]>;
}

/** The rows and events that writes come to. */
export interface WritePlan {
  /** By model, in the order in which the first row of each was made. */
  rows: ReadonlyMap<LedgerModel, ReadonlyMap<string, PlannedRow>>;
  events: readonly { event: RowEvent; told: Told }[];
}

/**
 * Takes writes in the order of their moments (of one moment in the order given), without a database: what
 * each leaves is the row, what each changes is its event, by the same functions as for a single change.
 *
 * @throws Error when a write changes a row that no earlier one made, or opens one that none made.
 */
export function planWrites(writes: readonly Write[]): WritePlan {
  const rows = new Map<LedgerModel, Map<string, PlannedRow>>();
  const events: { event: RowEvent; told: Told }[] = [];
  const inOrder = writes.toSorted((one, other) => Number(one.told.now) - Number(other.told.now));
  for (const write of inOrder) {
    const { subject } = write.event;
    if (!rows.has(subject)) rows.set(subject, new Map());
    const ofModel = rows.get(subject)!;
    const event =
      write.operation === 'CREATE' ? make(write, ofModel) : change(write, ofModel.get(write.id));
    if (!event) continue;
    refuseOpening(event, rows);
    events.push({ event, told: write.told });
  }
  return { rows, events };
}

function make({ event, told, given }: Write, rows: Map<string, PlannedRow>): RowEvent {
  const { subject } = event;
  const spec = ledgerSpec(subject);
  const { columns, lists } = splitLists(subject, given);
  const stamps = Object.fromEntries(spec.madeAt.map((name) => [name, told.now]));
  const named = withSortKeys(subject, columns);
  const row = { id: newKey(), ...spec.defaults, ...stamps, ...named, version: 1 };
  const logged = listsOfNewRow(subject, lists);
  rows.set(String(row.id), { row, earlier: null, lists, logged });
  const after = { ...loggedRow(spec, row), ...logged };
  return deriveEvent(event, row, {
    operation: 'CREATE',
    before: null,
    after,
    reason: told.reason,
  });
}

function change({ event, told, given }: Write, held: PlannedRow | undefined): RowEvent | null {
  const { subject } = event;
  if (!held) throw new Error(`${event.type} changes a row of ${subject} that was never made`);
  const { columns, lists } = splitLists(subject, given);
  const differing = compare(subject, { row: held.row, lists: held.logged }, columns, lists);
  if (!differing) return null;
  const stamps = Object.fromEntries(ledgerSpec(subject).changedAt.map((name) => [name, told.now]));
  held.earlier = held.row;
  held.row = {
    ...held.row,
    ...withSortKeys(subject, differing.columns),
    ...stamps,
    version: Number(held.row['version']) + 1,
  };
  const logged = differing.logged(held.row);
  for (const [name, list] of Object.entries(differing.lists)) {
    held.lists = { ...held.lists, [name]: list };
    held.logged = { ...held.logged, [name]: logged.after[name] as Prisma.InputJsonValue[] };
  }
  return deriveEvent(event, held.row, { operation: 'CHANGE', ...logged, reason: told.reason });
}

/** Rows stored before would come into sight with it, and have no event here that tells so. */
function refuseOpening({ type, operation, sightOf }: RowEvent, rows: WritePlan['rows']): void {
  if (operation !== 'CREATE' || !sightOf) return;
  if (rows.get(sightOf.model as LedgerModel)?.has(sightOf.id)) return;
  throw new Error(`${type} opens a row of ${sightOf.model} that does not come with the same load`);
}

/** The rows without an id that planned rows own, by their model. */
export function partsOf(model: LedgerModel, rows: Iterable<PlannedRow>): Map<string, Columns[]> {
  const parts = new Map<string, Columns[]>();
  const { lists: specs } = ledgerSpec(model);
  for (const { row, lists } of rows)
    for (const [name, values] of Object.entries(lists)) {
      const { model: part, owner } = specs[name]!;
      const ofPart = parts.get(part) ?? [];
      ofPart.push(...values.map((value) => ({ ...partRow(part, value), [owner]: row['id'] })));
      parts.set(part, ofPart);
    }
  return parts;
}
