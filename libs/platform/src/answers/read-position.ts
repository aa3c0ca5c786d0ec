import type { Database } from '../database/open-database.ts';

/**
 * Where the ledger stands: another text after every change of it, whichever hub made it, and the same one in
 * between. The writer moves it in the change's own transaction.
 */
export async function readPosition(db: Database): Promise<string> {
  const [head] = await db.$queryRaw<{ position: string }[]>`
    SELECT "generation"::text || ':' || "changeId"::text AS "position" FROM "EventChain"`;
  return head?.position ?? '';
}
