import type { Prisma } from '../database/generated/client/client.ts';
import type { LedgerModel } from './ledger-model.ts';
import { ledgerSpec, loggedList, partColumns } from './log-form.ts';
import { tableOf, type Columns } from './table-of.ts';

/** Lists of rows without an id, by the relation under which their owner holds them. */
export type PartLists = Record<string, readonly unknown[]>;

/** Separates a row's own columns from its lists, and leaves out what is undefined. */
export function splitLists(model: LedgerModel, given: Columns) {
  const spec = ledgerSpec(model);
  const columns: Columns = {};
  const lists: PartLists = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (name in spec.lists) lists[name] = value as readonly unknown[];
    else columns[name] = value;
  }
  return { columns, lists };
}

/** What a row's lists hold now, in the log's form. */
export async function readLists(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  ownerId: string,
  names: readonly string[],
): Promise<Record<string, Prisma.InputJsonValue[]>> {
  const { lists } = ledgerSpec(model);
  const held: Record<string, Prisma.InputJsonValue[]> = {};
  for (const name of names) {
    const { model: part, owner } = lists[name]!;
    const rows = await tableOf(tx, part).findMany({ where: { [owner]: ownerId } });
    held[name] = loggedList(part, rows);
  }
  return held;
}

/** All lists of many rows in the log's form, by the key of their owner. */
export async function readListsOfMany(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  ownerIds: readonly string[],
): Promise<(ownerId: string) => Record<string, Prisma.InputJsonValue[]>> {
  const held: { name: string; part: string; owner: string; rows: Columns[] }[] = [];
  for (const [name, { model: part, owner }] of Object.entries(ledgerSpec(model).lists))
    held.push({
      name,
      part,
      owner,
      rows: await tableOf(tx, part).findMany({ where: { [owner]: { in: [...ownerIds] } } }),
    });
  return (ownerId) =>
    Object.fromEntries(
      held.map(({ name, part, owner, rows }) => [
        name,
        loggedList(
          part,
          rows.filter((row) => row[owner] === ownerId),
        ),
      ]),
    );
}

/** Writes the lists of a row that has none yet. */
export async function writeLists(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  ownerId: string,
  lists: PartLists,
): Promise<void> {
  for (const [name, rows] of Object.entries(lists)) {
    if (!rows.length) continue;
    const { model: part, owner } = ledgerSpec(model).lists[name]!;
    const data = rows.map((row) => ({ ...partRow(part, row), [owner]: ownerId }));
    await tableOf(tx, part).createMany({ data });
  }
}

/** Writes lists in the place of what was there. */
export async function replaceLists(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  ownerId: string,
  lists: PartLists,
): Promise<void> {
  for (const name of Object.keys(lists)) {
    const { model: part, owner } = ledgerSpec(model).lists[name]!;
    await tableOf(tx, part).deleteMany({ where: { [owner]: ownerId } });
  }
  await writeLists(tx, model, ownerId, lists);
}

/** All lists of a new row in the log's form; those that it was not given are empty. */
export const listsOfNewRow = (model: LedgerModel, given: PartLists) =>
  Object.fromEntries(
    Object.entries(ledgerSpec(model).lists).map(([name, { model: part }]) => [
      name,
      loggedList(part, given[name] ?? []),
    ]),
  );

/** The columns of a row that its owner's list may hold as the value of its only one. */
export function partRow(part: string, value: unknown): Columns {
  const columns = Object.keys(partColumns(part));
  if (columns.length === 1 && (typeof value !== 'object' || value === null))
    return { [columns[0]!]: value };
  const given = value as Columns;
  return Object.fromEntries(columns.map((name) => [name, given[name] ?? null]));
}
