import type pg from 'pg';
import type { Row } from '../data/rows.type.ts';

const BATCH = 4_000;

/** Collects rows by table and sends them in batches, one JSON parameter each: no driver limit on parameters. */
export class RowLoader {
  readonly #client: pg.ClientBase;
  readonly #waiting = new Map<string, Row[]>();
  #sending: Promise<void> = Promise.resolve();
  loaded = 0;

  constructor(client: pg.ClientBase) {
    this.#client = client;
  }

  add = (table: string, row: Row): void => {
    const rows = this.#waiting.get(table);
    if (rows) rows.push(row);
    else this.#waiting.set(table, [row]);
  };

  /** Sends the tables that have a full batch, while the next rows are made; at the end, all. */
  async flush({ all = false } = {}): Promise<void> {
    await this.#sending;
    this.#sending = this.#send(all);
    if (all) await this.#sending;
  }

  async #send(all: boolean): Promise<void> {
    for (const [table, rows] of this.#waiting) {
      if (!rows.length || (!all && rows.length < BATCH)) continue;
      this.#waiting.set(table, []);
      const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
      await this.#client.query(
        `INSERT INTO "${table}" (${columns.join()})
         SELECT ${columns.join()} FROM json_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(rows)],
      );
      this.loaded += rows.length;
    }
  }
}

/**
 * Takes foreign keys and all indexes but primary keys away, of one table or of all, runs the load
 * and puts them back: built once they cost a fraction, and putting them back checks every row.
 */
export async function withoutIndexes(
  client: pg.ClientBase,
  table: string | null,
  load: () => Promise<void>,
): Promise<void> {
  const { rows: foreignKeys } = await client.query<{
    table: string;
    name: string;
    definition: string;
  }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(k.oid) AS definition
     FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND c.relname = coalesce($1, c.relname)`,
    [table],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary AND c.relname = coalesce($1, c.relname)`,
    [table],
  );
  for (const { table, name } of foreignKeys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await load();
  await client.query("SET maintenance_work_mem = '256MB'");
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of foreignKeys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
}
