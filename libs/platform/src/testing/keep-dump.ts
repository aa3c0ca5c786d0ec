import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded } from '../database/open-embedded.ts';
import type { DatabaseStart, Recipe } from './database-start.type.ts';

/** Where things are kept that tests would have to make anew at each run. */
export const TEST_CACHE = join(import.meta.dirname, '../../../../node_modules/.cache/taizhang');

/** Longer than any run: what nobody used for so long is dropped. */
export const UNUSED_MS = 2 * 60 * 60_000;

/** The file with the dump of an embedded database made by a recipe; made when its key is a new one. */
export async function keepDump({ name, key, from, fill }: Recipe): Promise<string> {
  await dropUnused();
  const file = join(TEST_CACHE, `${name}-${key}.tar`);
  if (existsSync(file)) {
    await utimes(file, new Date(), new Date());
    return file;
  }
  const embedded = await openDump(from);
  await fill(embedded);
  const dump = await embedded.dump();
  await embedded.close();
  // Written beside and renamed: a run that starts meanwhile never reads half a dump.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, Buffer.from(await dump.arrayBuffer()));
  await rename(unfinished, file);
  return file;
}

/** Opens an embedded database in memory as it was dumped, or an empty one. */
export const openDump = async (start: Pick<DatabaseStart, 'dump'> | null) =>
  openEmbedded({ memory: true, ...(start && { dump: new Blob([await readFile(start.dump)]) }) });

async function dropUnused(): Promise<void> {
  await mkdir(TEST_CACHE, { recursive: true });
  for (const name of await readdir(TEST_CACHE)) {
    const path = join(TEST_CACHE, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (mtimeMs < Date.now() - UNUSED_MS) await rm(path, { recursive: true, force: true });
  }
}
