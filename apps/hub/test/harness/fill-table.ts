import type { TestHub } from './test-hub.ts';

/**
 * Fills a table with copies of one of its rows, in one statement: what is read from there, not what it says, is of
 * interest. Nothing is told of them.
 *
 * @param model SQL that the row holds of which copies are made.
 * @param overrides SQL for columns that differ from row to row, by `n` from 1 on.
 */
export async function fillTable(
  { pool }: Pick<TestHub, 'pool'>,
  table: string,
  count: number,
  model: string,
  overrides: Readonly<Record<string, string>>,
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
    [table],
  );
  const values: Readonly<Record<string, string>> = { id: 'gen_random_uuid()', ...overrides };
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  const selected = rows.map(({ name }) => values[name] ?? `one."${name}"`).join(', ');
  await pool.query(`SET session_replication_role = replica;
    INSERT INTO "${table}" (${names})
    SELECT ${selected} FROM (SELECT * FROM "${table}" WHERE ${model} ORDER BY "id" LIMIT 1) AS one, generate_series(1, ${count}) AS n;
    SET session_replication_role = DEFAULT; ANALYZE "${table}"`);
}
