import type { LedgerModel } from '@taizhang/platform';
import { findFoldDifferences } from '@taizhang/platform/testing';
import { expect } from 'vitest';
import type { TestHub } from './test-hub.ts';

/**
 * Expects that folding the events of every row gives the row as it is stored.
 *
 * @param models of these models; of all when unsaid.
 * @param isMeant only of the rows with these keys.
 */
export async function expectFold(
  { db }: Pick<TestHub, 'db'>,
  models?: readonly LedgerModel[],
  isMeant: (id: string) => boolean = () => true,
): Promise<void> {
  const differences = await findFoldDifferences(db, models);
  expect(differences.filter(({ id }) => isMeant(id))).toEqual([]);
}
