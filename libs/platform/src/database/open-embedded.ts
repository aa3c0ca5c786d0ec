import { constants, existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { isDiskFull } from '../errors/disk-full.ts';
import { StartupError } from '../errors/startup-error.ts';
import { FairPool } from './fair-pool.ts';
import type { DatabasePool } from './open-server.ts';

/** Where an embedded database lives: a folder, memory, or memory filled from a dump. */
export type EmbeddedPlace = { folder: string } | { memory: true; dump?: Blob };

/**
 * Opens PostgreSQL inside this process behind the same `pg.Pool` that a server has.
 * The caller holds the folder's lock.
 */
export async function openEmbedded(place: EmbeddedPlace) {
  const database = await create(place);

  class EmbeddedClient extends pg.Client {
    constructor() {
      const config = createPgConfig(database);
      const parse = config.connection.parse.bind(config.connection);
      // node-postgres passes its type parsers as an object where PGlite 0.5 reads a list of OIDs.
      config.connection.parse = (query) =>
        parse({ ...query, types: Array.isArray(query.types) ? query.types : undefined });
      super(config);
    }
  }

  // One backend is one session: a second client would interleave two transactions in it.
  const pool = new FairPool({ Client: EmbeddedClient, max: 1, idleTimeoutMillis: 0 });
  await pool.query("SET TIME ZONE 'UTC'");
  return {
    kind: 'embedded',
    pool,
    dump: () => database.dumpDataDir('none'),
    ...('folder' in place && {
      copyTo: async (folder: string) => {
        // The one connection: while it is held, nothing is written.
        const client = await pool.connect();
        try {
          await client.query('CHECKPOINT');
          await cp(join(place.folder, 'database'), join(folder, 'database'), {
            recursive: true,
            mode: constants.COPYFILE_FICLONE,
          });
        } finally {
          client.release();
        }
      },
    }),
    close: async () => {
      await pool.end();
      await database.close();
    },
  } satisfies DatabasePool & { dump: () => Promise<Blob> };
}

async function create(place: EmbeddedPlace): Promise<PGlite> {
  if ('memory' in place) return PGlite.create({ loadDataDir: place.dump });
  const folder = join(place.folder, 'database');
  try {
    if (!existsSync(folder)) await initialise(folder);
    return await PGlite.create({ dataDir: folder });
  } catch (error) {
    if (isDiskFull(error)) throw error;
    throw new StartupError(
      'DATABASE_UNREADABLE',
      `无法打开 ${place.folder} 中的数据库（${(error as Error).message}），请从备份恢复或换一个 DATA_DIR。`,
      `The database in ${place.folder} cannot be opened (${(error as Error).message}): restore a backup, or name another DATA_DIR.`,
    );
  }
}

/** Makes an empty database beside its place and moves it there whole: a start cut short leaves none. */
async function initialise(folder: string): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  try {
    const database = await PGlite.create({ dataDir: unfinished });
    await database.close();
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
