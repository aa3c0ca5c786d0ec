import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';

describe('applying migrations', () => {
  let folder: string;
  let database: Awaited<ReturnType<typeof openEmbedded>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-migrations-'));
    database = await openEmbedded({ memory: true });
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, sql: string) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'migration.sql'), sql);
  };

  test('runs each once, in order', async () => {
    write('1_table', 'CREATE TABLE thing (id int);');
    write('2_column', 'ALTER TABLE thing ADD COLUMN name text;');
    expect(await migrate(database.pool, folder)).toEqual(['1_table', '2_column']);
    expect(await migrate(database.pool, folder)).toEqual([]);
  });

  test('leaves the database as it was when one fails', async () => {
    write('3_broken', 'CREATE TABLE other (id int); SELECT nonsense;');
    await expect(migrate(database.pool, folder)).rejects.toThrow(/3_broken/);
    const { rows } = await database.pool.query("SELECT to_regclass('other') AS found");
    expect(rows).toEqual([{ found: null }]);
    rmSync(join(folder, '3_broken'), { recursive: true });
  });

  test('refuses a migration that was edited after it was applied', async () => {
    write('2_column', 'ALTER TABLE thing ADD COLUMN title text;');
    await expect(migrate(database.pool, folder)).rejects.toMatchObject({
      code: 'MIGRATION_CHANGED',
    });
  });

  test('refuses a database that a newer version made', async () => {
    rmSync(join(folder, '2_column'), { recursive: true });
    await expect(migrate(database.pool, folder)).rejects.toMatchObject({ code: 'DATABASE_NEWER' });
  });
});
