import type { ColumnChanges, LedgerModel, NewRow } from '../changes/ledger-model.ts';
import { ledgerSpec, logForm } from '../changes/log-form.ts';
import type { LoggedColumns } from '../changes/stored-form.ts';
import type { EventDefinition } from '../rules/define-events.ts';
import type { RowStep } from './row-step.type.ts';

/** A step that makes a row; its key is given, so that later steps can name it. */
export const createStep = <Model extends LedgerModel>(
  { type, subject }: EventDefinition<Model>,
  row: NewRow<Model> & { id: string },
): RowStep => ({ write: 'create', event: type, subject, row: inLogForm(subject, row) });

/** A step that changes a row, if it is then still at the version that was read. */
export const changeStep = <Model extends LedgerModel>(
  { type, subject }: EventDefinition<Model>,
  { id, version }: { id: string; version: number },
  columns: ColumnChanges<Model>,
): RowStep => ({
  write: 'change',
  event: type,
  subject,
  id,
  version,
  columns: inLogForm(subject, columns),
});

function inLogForm(subject: LedgerModel, given: object): LoggedColumns {
  const { columns } = ledgerSpec(subject);
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, columns[name] ? logForm(columns[name], value) : value]),
  );
}
