import type { Prisma } from '../database/generated/client/client.ts';
import { canonicalJson } from '../audit/chain-hash.ts';
import type { LedgerModel } from './ledger-model.ts';
import { ledgerSpec, loggedList, logForm } from './log-form.ts';
import { readLists, type PartLists } from './part-lists.ts';
import type { Columns } from './table-of.ts';

type Logged = Record<string, Prisma.InputJsonValue | null>;

/** What of a change is different from the stored row, and how the log tells of it. */
export interface Differences {
  columns: Columns;
  lists: PartLists;
  /** Before and after, `version` among them, once the row is written. */
  logged: (written: Columns) => { before: Logged; after: Logged };
}

/** @returns null where the change says what is stored already, and nothing that the row is made of has changed. */
export async function findDifferences(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  stored: Columns,
  columns: Columns,
  lists: PartLists,
  withItsParts = false,
): Promise<Differences | null> {
  const held = await readLists(tx, model, String(stored['id']), Object.keys(lists));
  return compare(model, { row: stored, lists: held }, columns, lists, withItsParts);
}

/** The same beside a row that is in memory with its lists in the log's form. */
export function compare(
  model: LedgerModel,
  { row: stored, lists: held }: { row: Columns; lists: Record<string, Prisma.InputJsonValue[]> },
  columns: Columns,
  lists: PartLists,
  withItsParts = false,
): Differences | null {
  const differing = differingColumns(model, stored, columns);
  const moved = Object.keys(lists).filter((name) => !isSame(held[name], inLog(model, name, lists)));
  if (!Object.keys(differing).length && !moved.length && !withItsParts) return null;
  return {
    columns: differing,
    lists: Object.fromEntries(moved.map((name) => [name, lists[name]!])),
    logged: (written) => {
      const before: Logged = {};
      const after: Logged = {};
      for (const [name, kind] of Object.entries(ledgerSpec(model).columns)) {
        if (!(name in differing) && name !== 'version') continue;
        before[name] = logForm(kind, stored[name]);
        after[name] = logForm(kind, written[name]);
      }
      for (const name of moved) {
        before[name] = held[name]!;
        after[name] = inLog(model, name, lists);
      }
      return { before, after };
    },
  };
}

function differingColumns(model: LedgerModel, stored: Columns, columns: Columns): Columns {
  const spec = ledgerSpec(model);
  return Object.fromEntries(
    Object.entries(columns).filter(([name, value]) => {
      const kind = spec.columns[name];
      // A secret and what is kept for the house have no form in the log.
      if (!kind) return !isSame(asJson(stored[name]), asJson(value));
      return !isSame(logForm(kind, stored[name]), logForm(kind, value));
    }),
  );
}

const inLog = (model: LedgerModel, name: string, lists: PartLists) =>
  loggedList(ledgerSpec(model).lists[name]!.model, lists[name]!);

const asJson = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

/** JSON objects come back from the database with their keys in another order. */
const isSame = (left: unknown, right: unknown): boolean =>
  canonicalJson({ value: left ?? null }) === canonicalJson({ value: right ?? null });
