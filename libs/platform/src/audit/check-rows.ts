import { Prisma } from '../database/generated/client/client.ts';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerModel } from '../changes/ledger-model.ts';
import { ledgerSpec, loggedRow, type LedgerSpec } from '../changes/log-form.ts';
import { readListsOfMany } from '../changes/part-lists.ts';
import { tableOf } from '../changes/table-of.ts';
import { foldEvents, type FoldedEvent } from '../rules/fold-events.ts';
import { canonicalJson } from './chain-hash.ts';

/** Every model whose rows are folded from the log. */
export const FOLDED_MODELS = (Object.keys(LEDGER_MODELS) as (keyof typeof LEDGER_MODELS)[]).filter(
  (model): model is LedgerModel => LEDGER_MODELS[model].mark === 'ledger',
);

/** How many rows one transaction compares. */
const BATCH = 500;

export const ROW_FAULTS = ['ROW_CHANGED', 'ROW_MISSING', 'ROW_NOT_TOLD'] as const;

/** A row that its events do not give. */
export interface FoldDifference {
  model: LedgerModel;
  id: string;
  /** What folding its events gives; null where they end in nothing. */
  folded: Record<string, unknown> | null;
  /** What is stored; null where there is no such row. */
  stored: Record<string, unknown> | null;
}

/** Up to which row a check has come; models are checked in their order, rows by their key. */
export interface RowPlace {
  model: LedgerModel;
  /** Null before the first. */
  id: string | null;
}

export interface RowsCheck {
  /** Where the next call goes on; null behind the last row. */
  next: RowPlace | null;
  checked: number;
  differences: FoldDifference[];
}

/** What is wrong with a row, without saying what stands in it. */
export function rowFault({ folded, stored }: FoldDifference) {
  const fault: (typeof ROW_FAULTS)[number] = !stored
    ? 'ROW_MISSING'
    : folded
      ? 'ROW_CHANGED'
      : 'ROW_NOT_TOLD';
  const columns = Object.keys({ ...folded, ...stored }).filter(
    (name) => canonicalJson({ value: folded?.[name] }) !== canonicalJson({ value: stored?.[name] }),
  );
  return { fault, columns: fault === 'ROW_CHANGED' ? columns : [] };
}

/**
 * Compares the next rows of the ledger with what folding their events gives: a row that somebody changed, removed or put
 * there beside the log is named. Secrets and what no event tells of are not compared.
 *
 * @param place where to go on; null begins anew.
 */
export async function checkRows(db: Database, place: RowPlace | null): Promise<RowsCheck> {
  const { model, id } = place ?? { model: FOLDED_MODELS[0]!, id: null };
  const { keys, differences } = await db.$transaction((tx) => compareBatch(tx, model, id), {
    // Rows and events as of one moment: whoever writes meanwhile must not look like a fault.
    isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
  });
  const nextModel = FOLDED_MODELS[FOLDED_MODELS.indexOf(model) + 1];
  const next =
    keys.length === BATCH
      ? { model, id: keys.at(-1)! }
      : nextModel
        ? { model: nextModel, id: null }
        : null;
  return { next, checked: keys.length, differences };
}

async function compareBatch(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  after: string | null,
): Promise<{ keys: string[]; differences: FoldDifference[] }> {
  const keys = await nextKeys(tx, model, after);
  const [stored, folded] = [await storedRows(tx, model, keys), await foldedRows(tx, model, keys)];
  const differences = keys
    .map((id) => ({
      model,
      id,
      folded: folded.get(id) ?? null,
      stored: stored.get(id) ?? null,
    }))
    .filter((row) => canonicalJson({ row: row.folded }) !== canonicalJson({ row: row.stored }));
  return { keys, differences };
}

/** The next keys of rows that are stored or told of; by the table's key and by the events' index of subjects. */
async function nextKeys(
  tx: Prisma.TransactionClient,
  model: LedgerModel,
  after: string | null,
): Promise<string[]> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM (
      (SELECT "id" FROM ${Prisma.raw(`"${model}"`)} WHERE "id" > ${from}::uuid ORDER BY "id" LIMIT ${BATCH})
      UNION
      (SELECT DISTINCT "subjectId" FROM "Event"
        WHERE "subjectType" = ${model} AND "subjectId" > ${from}::uuid AND "operation" IS NOT NULL
        ORDER BY "subjectId" LIMIT ${BATCH})
    ) AS keys ORDER BY "id" LIMIT ${BATCH}`;
  return rows.map(({ id }) => id);
}

/** The rows of a model in the form of the log, by key. */
async function storedRows(tx: Prisma.TransactionClient, model: LedgerModel, keys: string[]) {
  const rows = await tableOf(tx, model).findMany({ where: { id: { in: keys } } });
  const lists = await readListsOfMany(tx, model, keys);
  const stored = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const id = String(row['id']);
    stored.set(id, { ...loggedRow(ledgerSpec(model), row), ...lists(id) });
  }
  return stored;
}

/** What folding each row's events gives, by key. */
async function foldedRows(tx: Prisma.TransactionClient, model: LedgerModel, keys: string[]) {
  const events = await tx.event.findMany({
    where: { subjectType: model, subjectId: { in: keys }, operation: { not: null } },
    orderBy: { id: 'asc' },
    select: { subjectId: true, operation: true, after: true },
  });
  const bySubject = new Map<string, FoldedEvent[]>();
  for (const { subjectId, ...event } of events) {
    const own = bySubject.get(subjectId!);
    if (own) own.push(event);
    else bySubject.set(subjectId!, [event]);
  }
  const untold = untoldColumns(ledgerSpec(model));
  return new Map(
    [...bySubject].map(([id, own]) => {
      const row = foldEvents(own);
      return [id, row && { ...untold, ...row }];
    }),
  );
}

/** What a row holds of which no event tells yet: columns and lists that are younger than its events. */
const untoldColumns = ({ columns, lists, defaults }: LedgerSpec) => ({
  ...Object.fromEntries(Object.keys(columns).map((name) => [name, defaults[name] ?? null])),
  ...Object.fromEntries(Object.keys(lists).map((name) => [name, []])),
});
