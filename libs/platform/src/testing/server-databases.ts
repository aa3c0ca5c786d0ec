import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { openServer, type DatabasePool } from '../database/open-server.ts';
import { guardEvents } from './guard-events.ts';
import { hashMigrations, MIGRATIONS } from './migrated-dump.ts';

/** The server that tests may make databases on. */
export const TEST_DATABASE_URL =
  process.env['TEST_DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres';

const DAY_S = 86_400;
/** Two runs must not make the template at once. */
const TEMPLATE_LOCK = 720_415_01;
let made = 0;

async function administer<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({
    connectionString: TEST_DATABASE_URL,
    connectionTimeoutMillis: 5_000,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const urlOf = (name: string) =>
  Object.assign(new URL(TEST_DATABASE_URL), { pathname: `/${name}` }).href;

/**
 * Makes the migrated template that test databases are copied from, unless it is there, and drops
 * what runs that died left behind.
 *
 * @returns the template's name.
 */
export async function prepareServer(): Promise<string> {
  const template = `taizhang_template_${await hashMigrations()}`;
  await administer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await dropLeftovers(client);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (!rowCount) await makeTemplate(client, template);
  });
  return template;
}

/** A template is renamed to its name when it is whole: one that is there is usable. */
async function makeTemplate(client: pg.Client, template: string) {
  const unfinished = `${template}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`);
  // Sorted by the rules of Chinese as such servers are set up: what must not depend on it shows.
  await client.query(
    `CREATE DATABASE "${unfinished}" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans'`,
  );
  const server = await openServer(urlOf(unfinished), { max: 1 });
  await migrate(server.pool, MIGRATIONS);
  if (process.env['GUARD_EVENTS']) await guardEvents(server.pool);
  await server.close();
  await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
}

/** Drops test databases of processes that are gone and that are older than a day. */
async function dropLeftovers(client: pg.Client) {
  const { rows } = await client.query<{ datname: string }>(
    "SELECT datname FROM pg_database WHERE datname LIKE 'taizhang\\_test\\_%'",
  );
  for (const { datname } of rows) {
    const [, madeAt, pid] = /^taizhang_test_(\d+)_(\d+)_\d+$/.exec(datname) ?? [];
    const isOld = Number(madeAt) < Date.now() / 1000 - DAY_S;
    if (isOld && !isAlive(Number(pid)))
      await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Copies the template into a database of its own; closing it drops the copy. */
export async function openServerCopy(template: string): Promise<DatabasePool & { url: string }> {
  const name = `taizhang_test_${Math.floor(Date.now() / 1000)}_${process.pid}_${++made}`;
  // Copies of one template are made in turn.
  await administer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const server = await openServer(urlOf(name));
  return {
    ...server,
    url: urlOf(name),
    close: async () => {
      await server.close();
      await administer((client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}
