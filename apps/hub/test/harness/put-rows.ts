import {
  writeChanges,
  type Database,
  type LedgerModel,
  type PastColumns,
  type PastRow,
  type Row,
  type WriteScope,
} from '@taizhang/platform';
import { PLATFORM_EVENTS, type EventDefinition } from '@taizhang/platform/rules';

const { type, words } = PLATFORM_EVENTS.ROW_TAKEN_OVER;

/**
 * The event of a row that a test makes, changes or removes without a command: as of one that is taken over, so
 * that the history of an item shows what the test does, not what it begins with.
 */
export const prepared = <Model extends LedgerModel>(subject: Model): EventDefinition<Model> => ({
  type,
  subject,
  words,
  isQuiet: true,
});

/** The writer as tests have it: they put rows into whatever status their story begins with. */
interface Preparing extends Pick<WriteScope, 'tx' | 'remove'> {
  create: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    row: PastRow<Model>,
  ) => Promise<Row<Model>>;
  createMany: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    rows: readonly PastRow<Model>[],
  ) => Promise<Row<Model>[]>;
  change: <Model extends LedgerModel>(
    event: EventDefinition<Model>,
    stored: Row<Model>,
    columns: PastColumns<Model>,
  ) => Promise<Row<Model>>;
}

/** Writes rows of the ledger as they have to stand before a test begins, with their events. */
export const putRows = <Result>(
  { db }: { db: Database },
  work: (scope: Preparing) => Promise<Result>,
): Promise<Result> =>
  writeChanges(db, { caller: null, now: new Date(), address: null }, (scope) =>
    work(scope as unknown as Preparing),
  );

/** Changes columns of a row, whatever version it has by now. @returns the row as it is stored then. */
export const changeRow = <Model extends LedgerModel>(
  hub: { db: Database },
  subject: Model,
  id: string,
  columns: PastColumns<Model>,
): Promise<Row<Model>> =>
  putRows(hub, async ({ tx, change }) =>
    change(prepared(subject), await loadRow(tx, subject, id), columns),
  );

/** Removes a row. */
export const removeRow = <Model extends LedgerModel>(
  hub: { db: Database },
  subject: Model,
  id: string,
): Promise<void> =>
  putRows(hub, async ({ tx, remove }) => remove(prepared(subject), await loadRow(tx, subject, id)));

async function loadRow<Model extends LedgerModel>(
  tx: WriteScope['tx'],
  subject: Model,
  id: string,
) {
  const delegate = `${subject[0]!.toLowerCase()}${subject.slice(1)}`;
  const tables = tx as unknown as Record<string, { findUniqueOrThrow: (args: object) => unknown }>;
  return (await tables[delegate]!.findUniqueOrThrow({ where: { id } })) as Row<Model>;
}
