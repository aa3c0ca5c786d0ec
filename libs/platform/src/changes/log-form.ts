import { createHash } from 'node:crypto';
import { Prisma } from '../database/generated/client/client.ts';
import { LEDGER_MODELS } from '../database/generated/ledger-models.ts';
import type { LedgerModel } from './ledger-model.ts';

/** What the generated description of a model says, as the writer reads it. */
export interface LedgerSpec {
  columns: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, { model: string; owner: string }>>;
  secrets: readonly string[];
  housekeeping: readonly string[];
  sensitive: readonly string[];
  places: readonly string[];
  /** What a column holds that a new row does not name. */
  defaults: Readonly<Record<string, unknown>>;
  /** Columns that hold the moment of making a row, or of changing it last. */
  madeAt: readonly string[];
  changedAt: readonly string[];
  opens?: { model: string; key: string };
}

/** What the log keeps of a model's rows. */
export const ledgerSpec = (model: LedgerModel): LedgerSpec => LEDGER_MODELS[model];

/** The columns of a row without an id, its owner's key left out. */
export const partColumns = (part: string): Readonly<Record<string, string>> =>
  (LEDGER_MODELS as Record<string, unknown> as Record<string, LedgerSpec>)[part]!.columns;

/** From this length on a text stands in full in `after` only. */
const LONG_TEXT_BYTES = 8_192;

/** A value as the log writes it: days as `yyyy-mm-dd`, moments in UTC, exact numbers as text. */
export function logForm(kind: string, value: unknown): Prisma.InputJsonValue | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && kind.endsWith('_LIST'))
    return value.map((one) => logForm(kind.slice(0, -'_LIST'.length), one));
  if (value instanceof Date)
    return kind === 'DAY' ? value.toISOString().slice(0, 10) : value.toISOString();
  if (kind === 'NUMBER_TEXT')
    return typeof value === 'bigint'
      ? String(value)
      : new Prisma.Decimal(value as Prisma.Decimal | string | number).toFixed();
  return value as Prisma.InputJsonValue;
}

/** A value as `before` shows it: a long text stands in the `after` of an earlier event already. */
export function earlierForm(value: Prisma.InputJsonValue | null): Prisma.InputJsonValue | null {
  if (typeof value !== 'string' || Buffer.byteLength(value) <= LONG_TEXT_BYTES) return value;
  return { sha256: createHash('sha256').update(value).digest('hex') };
}

/** The columns of a row that the log keeps, in its form. */
export const loggedRow = (
  { columns }: LedgerSpec,
  row: Readonly<Record<string, unknown>>,
): Record<string, Prisma.InputJsonValue | null> =>
  Object.fromEntries(
    Object.entries(columns).map(([column, kind]) => [column, logForm(kind, row[column])]),
  );

/** A list of rows without an id, sorted, in the log's form: the value of their one column, or their columns. */
export function loggedList(part: string, rows: readonly unknown[]): Prisma.InputJsonValue[] {
  const columns = Object.entries(partColumns(part));
  const values = rows.map((row) => {
    const given = (typeof row === 'object' && row !== null ? row : null) as Record<
      string,
      unknown
    > | null;
    if (columns.length === 1) {
      const [column, kind] = columns[0]!;
      return logForm(kind, given ? given[column] : row);
    }
    return Object.fromEntries(columns.map(([name, kind]) => [name, logForm(kind, given![name])]));
  });
  const keyed = values.map((value) => [JSON.stringify(value), value] as const);
  return keyed
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, value]) => value as Prisma.InputJsonValue);
}
