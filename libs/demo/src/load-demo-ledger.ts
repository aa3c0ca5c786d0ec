import type { Prisma } from '@taizhang/platform';
import { writePast } from '@taizhang/platform/past';
import { buildDemoPast } from './build-demo-past.ts';

/** Where the bytes of a file go, by their SHA-256. */
export type StoreFile = (sha256: string, bytes: Uint8Array) => Promise<void>;

/**
 * Loads the demonstration ledger into an empty database: the Minhang culture and tourism bureau's
 * rectification, and a small invented bureau beside it, each change at its own moment.
 *
 * The caller opens the transaction, so that a ledger is there in whole or not at all.
 */
export async function loadDemoLedger(
  tx: Prisma.TransactionClient,
  { storeFile }: { storeFile: StoreFile },
): Promise<void> {
  const { writes, contents } = buildDemoPast();
  // Bytes first: a file without a row is litter, a row without its file is a broken promise.
  await Promise.all([...contents].map(([sha256, bytes]) => storeFile(sha256, bytes)));
  // To a frozen report the database lets nobody add rows.
  await writePast(tx, writes, { closing: ['BiweeklyReport'] });
}
