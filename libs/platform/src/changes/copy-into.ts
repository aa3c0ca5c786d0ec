import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { namesOf, queryingBy, type RowStore } from './row-store.ts';
import type { Columns } from './table-of.ts';

/** The rows of a server's connection that is inside a transaction, added by COPY. */
export function copyingInto(client: pg.ClientBase): RowStore {
  const lists = new Map<string, ReadonlySet<string>>();
  const query = queryingBy(client);
  return {
    query,
    insert: async (table, rows) => {
      if (!rows.length) return;
      if (!lists.has(table)) lists.set(table, await listColumns(query, table));
      const columns = namesOf(rows[0]!);
      const into = client.query(copyFrom(`COPY "${table}" (${columns}) FROM STDIN`));
      await pipeline(Readable.from(inBlocks(rows, lists.get(table)!)), into);
    },
  };
}

/** The columns of a table that hold lists, which COPY takes in another form than JSON. */
async function listColumns(query: RowStore['query'], table: string): Promise<ReadonlySet<string>> {
  const found = await query<{ name: string }>(
    `SELECT attname AS "name" FROM pg_attribute
     WHERE attrelid = format('%I', $1::text)::regclass AND attnum > 0 AND attndims > 0`,
    [table],
  );
  return new Set(found.map(({ name }) => name));
}

/** As many characters as one message carries. */
const BLOCK = 65_536;

function* inBlocks(rows: readonly Columns[], lists: ReadonlySet<string>): Generator<string> {
  let block = '';
  for (const row of rows) {
    block += `${Object.entries(row)
      .map(([name, value]) => inCopyForm(value, lists.has(name)))
      .join('\t')}\n`;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block) yield block;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A value in COPY's text form. */
function inCopyForm(value: unknown, isList: boolean): string {
  if (value === null || value === undefined) return '\\N';
  return inText(value, isList).replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!);
}

function inText(value: unknown, isList: boolean): string {
  if (value instanceof Date) return value.toISOString();
  if (isList && Array.isArray(value)) return `{${value.map(inList).join()}}`;
  if (typeof value === 'object' && !isDecimal(value)) return JSON.stringify(value);
  return String(value);
}

const inList = (value: unknown): string =>
  value === null ? 'NULL' : `"${inText(value, false).replace(/["\\]/g, '\\$&')}"`;

const isDecimal = (value: object | null): boolean => value !== null && 'toFixed' in value;
