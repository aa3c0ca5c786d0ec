import type pg from 'pg';

/** What the places of a row are looked up by while it is loaded. */
const KEPT = ['"DocumentAction_documentId_idx"'];

/**
 * Takes foreign keys and nearly all indexes but primary keys away, of one table or of all, runs the load
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
  const { rows: found } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT i.indisprimary AND c.relname = coalesce($1, c.relname)`,
    [table],
  );
  const indexes = found.filter(({ name }) => !KEPT.includes(name));
  for (const { table, name } of foreignKeys)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`);
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  await load();
  await client.query("SET maintenance_work_mem = '256MB'");
  for (const { definition } of indexes) await client.query(definition);
  for (const { table, name, definition } of foreignKeys)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`);
}
