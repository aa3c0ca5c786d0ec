import type { Database } from '../database/open-database.ts';
import { tableOf } from '../schema/list/model.ts';
import { pinyinSortKey } from './sort-keys.ts';

interface SortColumn {
  column: string;
  /** The column that it is made of. */
  from: string;
  keyOf: (text: string) => string;
}

/**
 * The sort columns that the database cannot make itself, each marked `/// @sort` in the Prisma schema.
 * Whoever writes such a row writes them with it: `withSortKeys` does.
 */
export const SORT_COLUMNS: Readonly<Record<string, readonly SortColumn[]>> = {
  InstitutionalDocument: [{ column: 'titleSort', from: 'title', keyOf: pinyinSortKey }],
  StandingMechanism: [{ column: 'titleSort', from: 'title', keyOf: pinyinSortKey }],
  Training: [{ column: 'topicSort', from: 'topic', keyOf: pinyinSortKey }],
  Register: [{ column: 'titleSort', from: 'title', keyOf: pinyinSortKey }],
  RegisterEntry: [{ column: 'titleSort', from: 'title', keyOf: pinyinSortKey }],
  Scorecard: [{ column: 'titleSort', from: 'title', keyOf: pinyinSortKey }],
  Person: [{ column: 'displayNameSort', from: 'displayName', keyOf: pinyinSortKey }],
  ApiClient: [{ column: 'nameSort', from: 'name', keyOf: pinyinSortKey }],
};

/** The columns to be written, with the sort columns that are made of them. */
export function withSortKeys<Data extends object>(model: string, data: Data): Data {
  const written = data as Record<string, unknown>;
  const keys = (SORT_COLUMNS[model] ?? []).flatMap(({ column, from, keyOf }) =>
    typeof written[from] === 'string' ? [[column, keyOf(written[from])] as const] : [],
  );
  return { ...data, ...Object.fromEntries(keys) };
}

const BATCH = 1_000;

/** Makes the sort columns of rows that were stored before there were such columns. */
export async function fillSortColumns(db: Database): Promise<void> {
  for (const [model, columns] of Object.entries(SORT_COLUMNS))
    for (const { column, from, keyOf } of columns) await fill(db, model, column, from, keyOf);
}

async function fill(
  db: Database,
  model: string,
  column: string,
  from: string,
  keyOf: SortColumn['keyOf'],
) {
  const table = tableOf(db, model);
  for (;;) {
    const rows = await table.findMany({
      where: { [column]: '', NOT: { [from]: '' } },
      select: { id: true, [from]: true },
      take: BATCH,
    });
    if (!rows.length) return;
    // A text of nothing but spaces has a key, too: else it would be looked at for ever.
    const keys = rows.map((row) => keyOf(String(row[from])) || ' ');
    // One statement a batch, by columns that the registry names and nobody else.
    await db.$executeRawUnsafe(
      `UPDATE "${model}" SET "${column}" = made.key
       FROM unnest($1::uuid[], $2::text[]) AS made(id, key) WHERE "${model}".id = made.id`,
      rows.map(({ id }) => id),
      keys,
    );
  }
}
