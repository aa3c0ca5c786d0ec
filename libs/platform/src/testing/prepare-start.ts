import type { DatabaseStart, Recipe } from './database-start.type.ts';
import { keepDump } from './keep-dump.ts';
import { findServer, keepTemplate } from './server-databases.ts';

/** Makes what test databases are copies of, unless an earlier run has; for a vitest global set-up. */
export const prepareStart = async (recipe: Recipe): Promise<DatabaseStart> => ({
  dump: await keepDump(recipe),
  template: (await findServer()) ? await keepTemplate(recipe) : null,
});
