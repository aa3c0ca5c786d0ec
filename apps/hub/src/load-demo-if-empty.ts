import { loadDemoLedger } from '@taizhang/demo';
import type { FileStorage } from '@taizhang/files';
import type { Database } from '@taizhang/platform';

/** Loads the demonstration ledger when nothing is there yet. @returns whether it did. */
export async function loadDemoIfEmpty(
  db: Database,
  storage: Pick<FileStorage, 'keep'>,
  onBegin: () => void = () => undefined,
): Promise<boolean> {
  if (await db.organization.count()) return false;
  onBegin();
  await db.$transaction((tx) => loadDemoLedger(tx, { storeFile: storage.keep }));
  return true;
}
