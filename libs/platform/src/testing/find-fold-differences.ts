import type { Database } from '../database/open-database.ts';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import { canonicalJson } from '../audit/chain-hash.ts';
import { ledgerSpec, loggedRow } from '../changes/log-form.ts';
import type { LedgerModel } from '../changes/ledger-model.ts';
import { readListsOfMany } from '../changes/part-lists.ts';
import { tableOf } from '../changes/table-of.ts';
import { foldEvents, type FoldedEvent } from '../rules/fold-events.ts';

/** A row that its events do not give. */
export interface FoldDifference {
  model: LedgerModel;
  id: string;
  /** What folding its events gives; null where they end in nothing. */
  folded: Record<string, unknown> | null;
  /** What is stored; null where there is no such row. */
  stored: Record<string, unknown> | null;
}

/** Every model whose rows are folded from the log. */
export const FOLDED_MODELS = (Object.keys(LEDGER_MODELS) as (keyof typeof LEDGER_MODELS)[]).filter(
  (model): model is LedgerModel => LEDGER_MODELS[model].mark === 'ledger',
);

/** Folds the events of all rows of the ledger and names those which differ from what is stored. */
export async function findFoldDifferences(
  db: Database,
  models: readonly LedgerModel[] = FOLDED_MODELS,
): Promise<FoldDifference[]> {
  const differences: FoldDifference[] = [];
  for (const model of models) differences.push(...(await differencesOf(db, model)));
  return differences;
}

async function differencesOf(db: Database, model: LedgerModel): Promise<FoldDifference[]> {
  const [stored, folded] = [await storedRows(db, model), await foldedRows(db, model)];
  return [...new Set([...stored.keys(), ...folded.keys()])]
    .map((id) => ({
      model,
      id,
      folded: folded.get(id) ?? null,
      stored: stored.get(id) ?? null,
    }))
    .filter((row) => canonicalJson({ row: row.folded }) !== canonicalJson({ row: row.stored }));
}

/** The rows of a model in the form of the log, by key. */
async function storedRows(db: Database, model: LedgerModel) {
  const rows = await tableOf(db, model).findMany({ where: {} });
  const ids = rows.map(({ id }) => String(id));
  const lists = await db.$transaction((tx) => readListsOfMany(tx, model, ids));
  const stored = new Map<string, Record<string, unknown>>();
  for (const row of rows) {
    const id = String(row['id']);
    stored.set(id, { ...loggedRow(ledgerSpec(model), row), ...lists(id) });
  }
  return stored;
}

/** What folding each row's events gives, by key. */
async function foldedRows(db: Database, model: LedgerModel) {
  const events = await db.event.findMany({
    where: { subjectType: model, operation: { not: null } },
    orderBy: { id: 'asc' },
    select: { subjectId: true, operation: true, after: true },
  });
  const bySubject = new Map<string, FoldedEvent[]>();
  for (const { subjectId, ...event } of events)
    bySubject.set(subjectId!, [...(bySubject.get(subjectId!) ?? []), event]);
  return new Map([...bySubject].map(([id, own]) => [id, foldEvents(own)]));
}
