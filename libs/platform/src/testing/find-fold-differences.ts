import { checkRows, FOLDED_MODELS, type FoldDifference } from '../audit/check-rows.ts';
import type { LedgerModel } from '../changes/ledger-model.ts';
import type { Database } from '../database/open-database.ts';

/** Folds the events of all rows of the ledger and names those which differ from what is stored. */
export async function findFoldDifferences(
  db: Database,
  models: readonly LedgerModel[] = FOLDED_MODELS,
): Promise<FoldDifference[]> {
  const differences: FoldDifference[] = [];
  for (const model of models) {
    let id: string | null = null;
    for (;;) {
      const check = await checkRows(db, { model, id });
      differences.push(...check.differences);
      if (check.next?.model !== model) break;
      ({ id } = check.next);
    }
  }
  return differences;
}
