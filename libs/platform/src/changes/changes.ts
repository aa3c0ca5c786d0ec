import type { Prisma } from '../database/generated/client/client.ts';
import { ConflictError } from '../errors/domain-errors.ts';
import type { EventDefinition } from '../rules/define-events.ts';
import { checkVersion, conflictOf } from './check-version.ts';
import { deriveEvent, type RowEvent } from './derive-event.ts';
import { findDifferences } from './find-differences.ts';
import type { ColumnChanges, LedgerModel, NewRow, Row } from './ledger-model.ts';
import { checkListed } from './listed-whole.ts';
import { ledgerSpec, loggedRow } from './log-form.ts';
import { listsOfNewRow, readLists, replaceLists, splitLists, writeLists } from './part-lists.ts';
import { withSortKeys } from '../sort/sort-columns.ts';
import { tableOf, type Columns } from './table-of.ts';

/** What is said of a change beside what it writes. */
export interface About {
  /** Why; kept in the history. */
  reason?: string | null | undefined;
}

/** What is said of a change of a stored row. */
export interface AboutChange extends About {
  /** The version that its author read; when unsaid, the one that was loaded. */
  expectedVersion?: number;
  /** Rows that its form shows as a part of it have changed: its version counts too, so that of two who edit at once one is told. */
  withItsParts?: boolean;
}

/**
 * The one way to write rows of the ledger: each call saves, counts the version and derives the event from
 * the columns written. The events are appended with the last step of the transaction.
 */
export interface Changes {
  /** Makes a row. @returns it as stored. */
  create: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    row: NewRow<Model>,
    about?: About,
  ) => Promise<Row<Model>>;
  /** Makes rows of one kind, an event each. @returns them as stored, in their order. */
  createMany: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    rows: readonly NewRow<Model>[],
    about?: About,
  ) => Promise<Row<Model>[]>;
  /**
   * Changes columns of a row that was loaded whole. What differs in nothing is no change: no version, no event.
   *
   * @returns the row as it is stored now.
   * @throws ConflictError when the row has moved on since it was read, with both values of what differs.
   */
  change: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    stored: Row<Model>,
    columns: ColumnChanges<Model>,
    about?: AboutChange,
  ) => Promise<Row<Model>>;
  /** Removes a row that was loaded whole, with its lists. @throws ConflictError when it has moved on. */
  remove: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    stored: Row<Model>,
    about?: AboutChange,
  ) => Promise<void>;
}

/** As many rows as one statement takes parameters for. */
const BATCH = 500;

/** The writer of one transaction; `pending` gets the event of each change, in their order. */
export function changesIn(tx: Prisma.TransactionClient, pending: RowEvent[]): Changes {
  const createMany: Changes['createMany'] = async (event, rows, about) => {
    const made: Columns[] = [];
    for (let start = 0; start < rows.length; start += BATCH)
      made.push(
        ...(await createBatch(tx, pending, event, rows.slice(start, start + BATCH), about)),
      );
    return made as never;
  };
  return {
    createMany,
    create: async (event, row, about) => (await createMany(event, [row], about))[0]!,
    change: async (event, stored, columns, about) =>
      (await changeRow(tx, pending, event, stored as Columns, columns as Columns, about)) as never,
    remove: (event, stored, about) => removeRow(tx, pending, event, stored as Columns, about),
  };
}

async function createBatch(
  tx: Prisma.TransactionClient,
  pending: RowEvent[],
  event: EventDefinition,
  rows: readonly object[],
  about: About | undefined,
): Promise<Columns[]> {
  const { subject } = event;
  const batch = rows.map((row) => splitLists(subject, row as Columns));
  const data = batch.map(({ columns }) => withSortKeys(subject, columns));
  const stored = await tableOf(tx, subject).createManyAndReturn({ data });
  await checkListed(tx, subject, stored, stored[0] ?? {});
  for (const [index, row] of stored.entries()) {
    const { lists } = batch[index]!;
    await writeLists(tx, subject, String(row['id']), lists);
    const after = { ...loggedRow(ledgerSpec(subject), row), ...listsOfNewRow(subject, lists) };
    pending.push(deriveEvent(event, row, { operation: 'CREATE', before: null, after, ...about }));
  }
  return stored;
}

async function changeRow(
  tx: Prisma.TransactionClient,
  pending: RowEvent[],
  event: EventDefinition,
  stored: Columns,
  changes: Columns,
  about: AboutChange | undefined,
): Promise<Columns> {
  const { subject } = event;
  const { sensitive } = ledgerSpec(subject);
  const [id, version] = [String(stored['id']), Number(stored['version'])];
  const { columns, lists } = splitLists(subject, changes);
  checkVersion({ ...stored, version }, about?.expectedVersion, columns, sensitive);
  const differing = await findDifferences(tx, subject, stored, columns, lists, about?.withItsParts);
  if (!differing) return stored;
  const [row] = await tableOf(tx, subject).updateManyAndReturn({
    where: { id, version },
    data: { ...withSortKeys(subject, differing.columns), version: { increment: 1 } },
  });
  if (!row) throw conflictOf(version + 1, stored, columns, sensitive);
  await checkListed(tx, subject, [row], differing.columns);
  await replaceLists(tx, subject, id, differing.lists);
  const logged = differing.logged(row);
  pending.push(deriveEvent(event, row, { operation: 'CHANGE', ...logged, ...about }));
  return row;
}

async function removeRow(
  tx: Prisma.TransactionClient,
  pending: RowEvent[],
  event: EventDefinition,
  stored: Columns,
  about: AboutChange | undefined,
): Promise<void> {
  const { subject } = event;
  const spec = ledgerSpec(subject);
  const [id, version] = [String(stored['id']), Number(stored['version'])];
  checkVersion({ version }, about?.expectedVersion);
  const held = await readLists(tx, subject, id, Object.keys(spec.lists));
  const nothing = Object.fromEntries(Object.keys(spec.lists).map((list) => [list, []]));
  await replaceLists(tx, subject, id, nothing);
  const { count } = await tableOf(tx, subject).deleteMany({ where: { id, version } });
  if (!count) throw new ConflictError(version + 1);
  const before = { ...loggedRow(spec, stored), ...held };
  pending.push(deriveEvent(event, stored, { operation: 'REMOVE', before, after: null, ...about }));
}
