import { buffer } from 'node:stream/consumers';
import type pg from 'pg';
import { TABLES, type Table } from './dump-tables.ts';
import type { Manifest } from './manifest.type.ts';
import type { ReadPart } from './read-archive.ts';

interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/**
 * Puts rows in the place of whatever the tables hold, with no trigger run. The keys between tables are taken away
 * meanwhile and put back over the loaded rows, which the database then checks as a whole. Call it inside a transaction.
 */
export async function replaceRows(
  client: pg.ClientBase,
  tables: readonly Table[],
  work: (load: (part: ReadPart) => Promise<number>) => Promise<void>,
): Promise<void> {
  const keys = await readForeignKeys(client);
  for (const { table, name } of keys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of tables) {
    await client.query(`ALTER TABLE "${name}" DISABLE TRIGGER USER`);
    await client.query(`DELETE FROM "${name}"`);
  }
  const known = new Map(tables.map((table) => [table.name, table]));
  await work((part) => loadPart(client, known, part));
  for (const { table, name, definition } of keys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  for (const { name } of tables) await client.query(`ALTER TABLE "${name}" ENABLE TRIGGER USER`);
}

async function readForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS "name",
      pg_get_constraintdef(oid) AS "definition"
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid`);
  return rows;
}

/** Loads one part of one table and says how many rows it was. */
async function loadPart(
  client: pg.ClientBase,
  tables: ReadonlyMap<string, Table>,
  { name, content }: ReadPart,
): Promise<number> {
  const table = tables.get(name.slice(TABLES.length, name.lastIndexOf('/')));
  if (!table) throw new Error(`There is no table for ${name}`);
  const lines = (await buffer(content)).toString().replaceAll('\n', ',');
  const list = table.columns.map((column) => `"${column}"`).join(', ');
  const { rowCount } = await client.query(
    `INSERT INTO "${table.name}" (${list}) OVERRIDING SYSTEM VALUE
     SELECT ${list} FROM jsonb_populate_recordset(NULL::"${table.name}", $1::jsonb)`,
    [`[${lines}]`],
  );
  return rowCount ?? 0;
}

/** Lets each sequence go on from where it was. */
export async function setSequences(
  client: pg.ClientBase,
  sequences: Manifest['sequences'],
): Promise<void> {
  for (const [name, value] of Object.entries(sequences))
    if (value !== null) await client.query('SELECT setval($1, $2)', [`"${name}"`, value]);
}
