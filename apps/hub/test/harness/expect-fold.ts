import type { LedgerModel } from '@taizhang/platform';
import { findFoldDifferences } from '@taizhang/platform/testing';
import { expect } from 'vitest';
import type { TestHub } from './test-hub.ts';

/** Expects that folding the events of every row gives the row as it is stored, of some models or of all. */
export async function expectFold(
  { db }: Pick<TestHub, 'db'>,
  models?: readonly LedgerModel[],
): Promise<void> {
  expect(await findFoldDifferences(db, models)).toEqual([]);
}
