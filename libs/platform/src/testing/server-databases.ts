import pg from 'pg';
import { openServer, type DatabasePool } from '../database/open-server.ts';
import type { Recipe } from './database-start.type.ts';
import { UNUSED_MS } from './keep-dump.ts';

/** The server that tests may make databases on. */
const TEST_DATABASE_URL =
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

/** Whether there is a server; that there is none is said once, and in CI an error. */
export const findServer = () => (found ??= lookForServer());
let found: Promise<boolean> | null = null;

async function lookForServer(): Promise<boolean> {
  try {
    await administer((client) => client.query('SELECT 1'));
    return true;
  } catch (error) {
    const host = URL.canParse(TEST_DATABASE_URL)
      ? new URL(TEST_DATABASE_URL).host
      : 'TEST_DATABASE_URL';
    const why = (error as Error).message || (error as NodeJS.ErrnoException).code;
    if (process.env['CI'])
      throw new Error(`PostgreSQL at ${host} is required in CI: ${why}`, { cause: error });
    console.warn(
      `PostgreSQL tests are LEFT OUT: no server at ${host} (${why}). Name one with TEST_DATABASE_URL.`,
    );
    return false;
  }
}

/**
 * Makes the template of a recipe that test databases are copied from, unless it is there, and drops
 * what runs that died and other states of the program left behind.
 *
 * @returns the template's name.
 */
export async function keepTemplate(recipe: Recipe): Promise<string> {
  const template = `taizhang_${recipe.name}_${recipe.key}`;
  await administer(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await dropLeftovers(client);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
      template,
    ]);
    if (!rowCount) await makeTemplate(client, template, recipe);
    await client.query(`COMMENT ON DATABASE "${template}" IS 'used ${new Date().toISOString()}'`);
    await dropUnusedTemplates(client);
  });
  return template;
}

/** A template is renamed to its name when it is whole: one that is there is usable. */
async function makeTemplate(client: pg.Client, template: string, { from, fill }: Recipe) {
  const unfinished = `${template}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`);
  // Sorted by the rules of Chinese as such servers are set up: what must not depend on it shows.
  const origin = from
    ? `"${from.template}"`
    : `template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-Hans'`;
  await client.query(`CREATE DATABASE "${unfinished}" TEMPLATE ${origin}`);
  const server = await openServer(urlOf(unfinished), { max: 2 });
  await fill(server);
  await server.close();
  await client.query(`ALTER DATABASE "${unfinished}" RENAME TO "${template}"`);
}

/** Drops templates of other states of the program; one without a word on its use is another program's. */
async function dropUnusedTemplates(client: pg.Client) {
  const { rows } = await client.query<{ datname: string; note: string }>(
    `SELECT datname, shobj_description(oid, 'pg_database') AS note FROM pg_database
     WHERE datname LIKE 'taizhang\\_%' AND shobj_description(oid, 'pg_database') LIKE 'used %'`,
  );
  for (const { datname, note } of rows)
    if (Date.parse(note.slice('used '.length)) < Date.now() - UNUSED_MS)
      await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
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
    // Nobody pulls the server's plug in a test: a commit need not wait for the disk.
    await client.query(`ALTER DATABASE "${name}" SET synchronous_commit = off`);
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
