import type pg from 'pg';
import type { Prisma } from '../database/generated/client/client.ts';
import type { Columns } from './table-of.ts';

/** Where planned rows and events go: a transaction that is open already. */
export interface RowStore {
  query: <Answer>(statement: string, values: readonly unknown[]) => Promise<Answer[]>;
  /** Adds rows to a table: the columns of the first are those of all. */
  insert: (table: string, rows: readonly Columns[]) => Promise<void>;
}

/** As many rows as one statement is given. */
const BATCH = 2_000;

/** Adds rows by statements of many rows, whatever the database. */
export const insertingIn = (query: RowStore['query']): RowStore => ({
  query,
  insert: async (table, rows) => {
    for (let start = 0; start < rows.length; start += BATCH) {
      const batch = rows.slice(start, start + BATCH);
      const columns = namesOf(batch[0]!);
      await query(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
        [inJson(batch)],
      );
    }
  },
});

/** Asks a connection. */
export const queryingBy =
  (client: pg.ClientBase): RowStore['query'] =>
  async <Answer>(statement: string, values: readonly unknown[]) =>
    (await client.query(statement, [...values])).rows as Answer[];

/** The rows of a transaction of the typed client. */
export const inTransaction = (tx: Prisma.TransactionClient): RowStore =>
  insertingIn((statement, values) => tx.$queryRawUnsafe(statement, ...values));

/** Puts rows into the place of those with their keys. */
export async function replaceRows(store: RowStore, table: string, rows: readonly Columns[]) {
  if (!rows.length) return;
  const columns = namesOf(rows[0]!);
  await store.query(
    `UPDATE "${table}" AS held SET (${columns}) =
       (SELECT ${columns} FROM jsonb_populate_record(NULL::"${table}", given."row"))
     FROM jsonb_array_elements($1::jsonb) AS given("row") WHERE held."id" = (given."row" ->> 'id')::uuid`,
    [inJson(rows)],
  );
}

export const namesOf = (row: Columns): string =>
  Object.keys(row)
    .map((name) => `"${name}"`)
    .join();

const inJson = (rows: readonly Columns[]): string =>
  JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
