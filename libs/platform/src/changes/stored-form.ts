import { Prisma } from '../database/generated/client/client.ts';
import type { Database } from '../database/open-database.ts';
import type { LedgerModel } from './ledger-model.ts';
import { ledgerSpec } from './log-form.ts';
import { tableOf, type Columns } from './table-of.ts';

/** Columns and lists as the log holds them, such as a folded row or a step that was put down. */
export type LoggedColumns = Readonly<Record<string, unknown>>;

/** Turns columns in the log's form back into what the writer takes: days and moments become dates. */
export function storedForm(
  tx: Prisma.TransactionClient | Database,
  model: LedgerModel,
  logged: LoggedColumns,
): Columns {
  const { columns, lists } = ledgerSpec(model);
  const { fields } = tableOf(tx, model);
  return Object.fromEntries(
    Object.entries(logged)
      .filter(([name]) => name in columns || name in lists)
      .map(([name, value]) => [
        name,
        columns[name] ? storedValue(columns[name], fields[name]!.typeName, value) : value,
      ]),
  );
}

function storedValue(kind: string, type: string, value: unknown): unknown {
  if (value === null) return type === 'Json' ? Prisma.DbNull : null;
  if (Array.isArray(value) && kind.endsWith('_LIST'))
    return value.map((one: unknown) => storedValue(kind.slice(0, -'_LIST'.length), type, one));
  if (kind === 'DAY' || kind === 'MOMENT') return new Date(value as string);
  return type === 'BigInt' ? BigInt(value as string) : value;
}
