import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { TestDatabase } from '@taizhang/platform/testing';

/** Puts a dump in the place of everything that a test database holds. */
export async function restoreDump({ pool }: Pick<TestDatabase, 'pool'>, name: string) {
  const file = join(import.meta.dirname, '../fixtures', `${name}.sql.gz`);
  const sql = gunzipSync(await readFile(file)).toString();
  // Functions come before the tables that they speak of; the statements of one text share a connection.
  await pool.query(`
    DROP SCHEMA public CASCADE; CREATE SCHEMA public; SET check_function_bodies = false;
    ${sql}
    RESET check_function_bodies;`);
}
