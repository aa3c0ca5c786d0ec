import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../database/migrate.ts';
import { openEmbedded } from '../database/open-embedded.ts';
import { guardEvents } from './guard-events.ts';

const root = join(import.meta.dirname, '../../../..');

/** Where the migrations stand. */
export const MIGRATIONS = join(root, 'prisma/migrations');

const CACHE = join(root, 'node_modules/.cache/taizhang');

/** What the migrations come to: it changes with every change of any of them. */
export async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  const folders = await readdir(MIGRATIONS, { withFileTypes: true });
  for (const name of folders
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort())
    hash.update(`${name}\n`).update(await readFile(join(MIGRATIONS, name, 'migration.sql')));
  const guarded = process.env['GUARD_EVENTS'] ? '-guarded' : '';
  return hash.digest('hex').slice(0, 16) + guarded;
}

/** The file with the dump of a migrated embedded database; made when the migrations have changed. */
export async function migratedDump(): Promise<string> {
  const file = join(CACHE, `migrated-${await hashMigrations()}.tar`);
  if (existsSync(file)) return file;
  const embedded = await openEmbedded({ memory: true });
  await migrate(embedded.pool, MIGRATIONS);
  if (process.env['GUARD_EVENTS']) await guardEvents(embedded.pool);
  const dump = await embedded.dump();
  await embedded.close();
  await mkdir(CACHE, { recursive: true });
  // Written beside and renamed: a run that starts meanwhile never reads half a dump.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, file);
  return file;
}
