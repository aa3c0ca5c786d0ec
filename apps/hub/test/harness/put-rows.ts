import { writeChanges, type Database, type LedgerModel, type WriteScope } from '@taizhang/platform';
import { bilingual, type EventDefinition } from '@taizhang/platform/rules';

const words = bilingual('纳入日志', 'Taken into the log');

/**
 * The event of a row that a test makes, changes or removes without a command: as of one that is taken over, so
 * that the history of an item shows what the test does, not what it begins with.
 */
export const prepared = <Model extends LedgerModel>(subject: Model): EventDefinition<Model> => ({
  type: 'ROW_TAKEN_OVER',
  subject,
  words,
  isQuiet: true,
});

/** Writes rows of the ledger as they have to stand before a test begins, with their events. */
export const putRows = <Result>(
  { db }: { db: Database },
  work: (scope: WriteScope) => Promise<Result>,
): Promise<Result> => writeChanges(db, { caller: null, now: new Date(), address: null }, work);
