import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '@taizhang/platform';
import { writeBulk } from '@taizhang/platform/bulk';
import pg from 'pg';
import { collectWrites } from '../data/collect-writes.ts';
import { generateLedger, GENERATOR_VERSION } from '../data/generate-ledger.ts';
import { BenchError } from '../bench-error.ts';
import { say } from '../show-progress.ts';
import { catchUp } from './catch-up.ts';
import { withoutIndexes } from './without-indexes.ts';

/** As many changes as are written at once. */
const LOAD = 20_000;

interface Wanted {
  /** Any database of the server to make the benchmark's own beside. */
  server: string;
  items: number;
  /** Makes it anew even when one is kept. */
  fresh: boolean;
  migrations: string;
}

/** Makes the benchmark's own database, or takes the one kept when it is the same. @returns its URL. */
export async function prepareDatabase({
  server,
  items,
  fresh,
  migrations,
}: Wanted): Promise<string> {
  const name = `taizhang_bench_${items}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const stamp = `taizhang-bench generator=${GENERATOR_VERSION} items=${items} migrations=${await checksum(migrations)}`;
  const admin = await connect(server);
  try {
    if (!fresh && (await readStamp(admin, name)) === stamp) {
      say(`沿用数据库 ${name} / using the kept database ${name}`);
      return url.href;
    }
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0 ENCODING 'UTF8'`);
    await fill(url.href, items, migrations);
    // Written last: a load cut short leaves no stamp, and is made anew the next time.
    await admin.query(`COMMENT ON DATABASE "${name}" IS '${stamp}'`);
    return url.href;
  } finally {
    await admin.end();
  }
}

async function connect(server: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const why = message || code;
    throw new BenchError(
      `无法连接 PostgreSQL（${why}），请启动它，或用 --database 指定地址`,
      `PostgreSQL cannot be reached (${why}): start it, or name one with --database`,
    );
  }
}

async function readStamp(admin: pg.Client, name: string): Promise<string | null> {
  const { rows } = await admin.query<{ stamp: string | null }>(
    `SELECT shobj_description(oid, 'pg_database') AS stamp FROM pg_database WHERE datname = $1`,
    [name],
  );
  return rows[0]?.stamp ?? null;
}

async function checksum(migrations: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(migrations, { withFileTypes: true });
  for (const { name } of entries
    .filter((entry) => entry.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(name).update(await readFile(join(migrations, name, 'migration.sql')));
  return hash.digest('hex').slice(0, 16);
}

async function fill(url: string, items: number, migrations: string): Promise<void> {
  const started = performance.now();
  const pool = new pg.Pool({
    connectionString: url,
    // One to load by, one that takes the indexes away and puts them back.
    max: 2,
    options: '-c TimeZone=UTC -c synchronous_commit=off',
  });
  try {
    await migrate(pool, migrations);
    const loaded = await load(pool, url, items);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`已载入 ${loaded} 行，用时 ${seconds} 秒 / loaded ${loaded} rows in ${seconds} s`);
  } finally {
    await pool.end();
  }
}

async function load(pool: pg.Pool, url: string, items: number): Promise<number> {
  const client = await pool.connect();
  try {
    const writes = collectWrites();
    let loaded = 0;
    const flush = async () => {
      loaded += await writeBulk({ kind: 'server', pool }, writes.take());
      say(`载入 ${loaded} 行 / loading ${loaded} rows`, { replace: true });
    };
    await withoutIndexes(client, null, async () => {
      await generateLedger(items, writes, async () => {
        if (writes.count() >= LOAD) await flush();
      });
      await flush();
      say('建立索引与约束 / building indexes and constraints');
    });
    await client.query('VACUUM ANALYZE');
    await catchUp(url, client);
    await client.query('VACUUM ANALYZE');
    return loaded;
  } finally {
    client.release();
  }
}
