import type pg from 'pg';
import type { ArchivePart } from './archive-part.type.ts';
import { partOf } from './write-archive.ts';

/** About how large a part of a table grows: what a restore holds at a time. */
const PART_BYTES = 4 * 1024 * 1024;
/** Rows asked for at a time. */
const FETCH = 1_000;

/** A table and the columns of it that are stored, not computed. */
export interface Table {
  name: string;
  columns: string[];
}

/** Where the rows of a table stand in the archive. */
export const TABLES = 'tables/';

/** The tables that hold the ledger and all that goes with it. */
export async function readTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS "name", json_agg(a.attname ORDER BY a.attnum) AS "columns"
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  return rows;
}

/** The rows of a table as JSON lines, in parts. Call it inside a transaction that sees one state of all tables. */
export async function* dumpTable(
  client: pg.ClientBase,
  { name, columns }: Table,
  onRows: (count: number) => void,
): AsyncGenerator<ArchivePart> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(
    `DECLARE dumped NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM (SELECT ${list} FROM "${name}") t`,
  );
  let [number, bytes, lines] = [0, 0, [] as string[]];
  const part = () => {
    const file = `${TABLES}${name}/${String((number += 1)).padStart(6, '0')}.jsonl`;
    const made = partOf(file, lines.join('\n'));
    [bytes, lines] = [0, []];
    return made;
  };
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${FETCH} FROM dumped`);
    for (const { line } of rows) {
      lines.push(line);
      bytes += line.length;
    }
    onRows(rows.length);
    if (bytes >= PART_BYTES || (rows.length === 0 && lines.length > 0)) yield part();
    if (rows.length === 0) break;
  }
  await client.query('CLOSE dumped');
}
