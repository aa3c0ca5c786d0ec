import { createHash } from 'node:crypto';
import type { DatabaseStart, Recipe } from './database-start.type.ts';
import { keepDump } from './keep-dump.ts';
import { findServer, keepTemplate } from './server-databases.ts';

/** Makes what test databases are copies of, unless an earlier run has; for a vitest global set-up. */
export async function prepareStart(ownRecipe: Recipe): Promise<DatabaseStart> {
  const { from, key: ownKey } = ownRecipe;
  const key = from ? join(from.key, ownKey) : ownKey;
  const recipe = { ...ownRecipe, key };
  return {
    key,
    dump: await keepDump(recipe),
    template: (await findServer()) ? await keepTemplate(recipe) : null,
  };
}

/** A copy is another one when what it was copied from is another. */
const join = (from: string, own: string) =>
  createHash('sha256').update(`${from} ${own}`).digest('hex').slice(0, 16);
