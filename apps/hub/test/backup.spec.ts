import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkChain,
  migrate,
  openEmbedded,
  openServer,
  overPool,
  type DatabasePool,
} from '@taizhang/platform';
import {
  describeOnEachDatabase,
  findFoldDifferences,
  openServerCopy,
} from '@taizhang/platform/testing';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { Client } from './harness/client.ts';
import { spawnHub } from './harness/hub-process.ts';
import { at, textAt } from './harness/read.ts';

const TOKEN = 'token-of-the-backup-test-which-is-long';
const PASSPHRASE = 'seven quiet ledgers';

let place = '';
const closing: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'taizhang-backup-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  rmSync(place, { recursive: true, force: true });
});

/** An empty database on the server that lives as long as its test. */
async function emptyServer(): Promise<string> {
  const copy = await openServerCopy(inject('testDatabases').template!);
  closing.push(copy.close);
  return copy.url;
}

const program = async (args: string[], env: Record<string, string>) => {
  const { code, output, errors } = await spawnHub(env, args).ended;
  return { code, output, errors };
};

const REGISTER = `mutation ($input: RegisterRectificationItemInput!) {
  r: registerRectificationItem(input: $input) { ... on RectificationItem { id } }
}`;

/** Registers items one after the other until told to stop, and says how many were acknowledged. */
async function keepWriting(url: string, stop: AbortSignal): Promise<number> {
  const client = new Client(url, { authorization: `Bearer ${TOKEN}` });
  const areas = await client.query('{ inspectionRounds { nodes { areas { id } } } }');
  const areaId = textAt(areas.data, 'inspectionRounds.nodes.0.areas.0.id');
  let acknowledged = 0;
  while (!stop.aborted) {
    const input = {
      idempotencyKey: `during-${acknowledged}`,
      areaId,
      title: `第 ${acknowledged} 条`,
    };
    const { data } = await client.query(REGISTER, { input });
    textAt(data, 'r.id');
    acknowledged += 1;
  }
  return acknowledged;
}

/** Every row of every table, each as text. */
async function readRows({ pool }: Pick<DatabasePool, 'pool'>): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
     AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" t`,
    );
    // Databases sort by rules of their own.
    found[name] = rows.map(({ row }) => row).sort();
  }
  return found;
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /[0-9a-f]{64}$/.test(name))
    .sort();

describeOnEachDatabase('a backup', (kind) => {
  /** Where a ledger is, as the environment of a hub says it. */
  async function ledgerPlace(name: string): Promise<Record<string, string>> {
    const DATA_DIR = join(place, name);
    return kind === 'embedded' ? { DATA_DIR } : { DATA_DIR, DATABASE_URL: await emptyServer() };
  }

  async function openAt({ DATA_DIR, DATABASE_URL }: Record<string, string>) {
    const pool = DATABASE_URL
      ? await openServer(DATABASE_URL)
      : await openEmbedded({ folder: DATA_DIR! });
    const db = overPool(pool);
    const close = async () => {
      await db.$disconnect();
      await pool.close();
    };
    return { pool: pool.pool, db, close };
  }

  test('taken while the hub writes is one moment of the ledger, and comes back as it was', async () => {
    const from = await ledgerPlace('from');
    const hub = spawnHub({ ...from, PORT: '0', HUB_ADMIN_TOKEN: TOKEN });
    const url = await hub.ready;
    const stop = new AbortController();
    const writing = keepWriting(url, stop.signal);
    const file = join(place, 'ledger.backup');
    const secret = { BACKUP_PASSPHRASE: PASSPHRASE };
    const taken = await program(['backup', file, '--with-secrets'], { ...from, ...secret });
    stop.abort();
    const acknowledged = await writing;
    expect(taken).toMatchObject({ code: 0, errors: '' });
    hub.child.kill('SIGTERM');
    await hub.ended;

    const refused = (errors: string) => ({
      code: 1,
      errors: expect.stringContaining(errors) as string,
    });
    const again = await program(['backup', file], { ...from, ...secret });
    expect(again).toMatchObject(refused('is there already'));
    const filled = await program(['restore', file], { ...from, ...secret });
    expect(filled).toMatchObject(refused('nothing was changed'));
    const to = await ledgerPlace('to');
    writeFileSync(join(place, 'cut'), readFileSync(file).subarray(0, -20));
    const cut = await program(['restore', join(place, 'cut')], { ...to, ...secret });
    expect(cut).toMatchObject(refused('damaged'));
    expect(existsSync(join(to['DATA_DIR']!, 'database'))).toBe(false);

    expect(await program(['restore', file], { ...to, ...secret })).toMatchObject({
      code: 0,
      errors: '',
    });
    const source = await openAt(from);
    const restored = await openAt(to);
    const events = await restored.db.event.count();
    const until = (await restored.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    expect(events).toBe(await source.db.event.count({ where: { id: { lte: until } } }));
    expect(await findFoldDifferences(restored.db)).toEqual([]);
    expect(await checkChain(restored.db, { after: 0n, limit: 1_000_000 })).toMatchObject({
      isFinished: true,
      firstBad: null,
    });
    expect(acknowledged).toBeGreaterThan(0);
    for (const name of ['hub.secret'])
      expect(readFileSync(join(to['DATA_DIR']!, name))).toEqual(
        readFileSync(join(from['DATA_DIR']!, name)),
      );
    expect(filesIn(join(to['DATA_DIR']!, 'files'))).toEqual(
      filesIn(join(from['DATA_DIR']!, 'files')),
    );
    const { generation } = await restored.db.eventChain.findFirstOrThrow();
    await source.close();
    await restored.close();

    const next = spawnHub({ ...to, PORT: '0', HUB_ADMIN_TOKEN: TOKEN });
    const client = new Client(await next.ready, { authorization: `Bearer ${TOKEN}` });
    const { data } = await client.query('{ rectificationItems(first: 0) { totalCount } }');
    expect(at(data, 'rectificationItems.totalCount')).toBeGreaterThan(0);
    next.child.kill('SIGTERM');
    await next.ended;
    const begun = await openAt(to);
    const chain = await begun.db.eventChain.findFirstOrThrow();
    expect(chain.generation).not.toBe(generation);
    const restorations = await begun.db.event.findMany({ where: { type: 'AUDIT_LOG_RESTORED' } });
    expect(restorations).toEqual([
      expect.objectContaining({ before: { generation, position: events } }),
    ]);
    await begun.close();
  }, 180_000);
});

test('a backup of a newer version is refused, and nothing is changed', async () => {
  const from = { DATA_DIR: join(place, 'from') };
  mkdirSync(from.DATA_DIR);
  const ledger = await openEmbedded({ folder: from.DATA_DIR });
  await migrate(ledger.pool, join(import.meta.dirname, '../../../prisma/migrations'));
  await ledger.pool.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
  );
  await ledger.close();
  const file = join(place, 'ledger.backup');
  expect(await program(['backup', file], from)).toMatchObject({ code: 0 });
  expect(await program(['restore', file], { DATA_DIR: join(place, 'to') })).toMatchObject({
    code: 1,
    errors: expect.stringContaining('29990101000000_later') as string,
  });
  expect(existsSync(join(place, 'to/database'))).toBe(false);
}, 60_000);

const hasServer = () => inject('testDatabases').template !== null;

describe.runIf(hasServer())('a move to a server', () => {
  test('takes every row and the chain along, and leaves the former database aside', async () => {
    const DATA_DIR = join(place, 'ledger');
    const hub = spawnHub({ DATA_DIR, PORT: '0' });
    await hub.ready;
    const url = await emptyServer();
    const early = await program(['move', url], { DATA_DIR });
    expect(early).toMatchObject({ code: 1, errors: expect.stringContaining('in use') as string });
    hub.child.kill('SIGTERM');
    await hub.ended;
    cpSync(join(DATA_DIR, 'database'), join(place, 'kept/database'), { recursive: true });

    expect(await program(['move', url], { DATA_DIR })).toMatchObject({ code: 0, errors: '' });
    const [source, moved] = [
      await openEmbedded({ folder: join(place, 'kept') }),
      await openServer(url),
    ];
    expect(await readRows(moved)).toEqual(await readRows(source));
    await source.close();
    await moved.close();
    expect(readdirSync(DATA_DIR).filter((name) => name.startsWith('database'))).toEqual([
      expect.stringMatching(/^database\.moved-/),
    ]);

    const after = spawnHub({ DATA_DIR, DATABASE_URL: url, PORT: '0', HUB_ADMIN_TOKEN: TOKEN });
    const client = new Client(await after.ready, { authorization: `Bearer ${TOKEN}` });
    const { data } = await client.query('{ rectificationItems(first: 0) { totalCount } }');
    expect(at(data, 'rectificationItems.totalCount')).toBeGreaterThan(0);
    after.child.kill('SIGTERM');
    await after.ended;
    const ledger = await openServer(url);
    const restorations = `SELECT count(*)::int AS n FROM "Event" WHERE "type" = 'AUDIT_LOG_RESTORED'`;
    expect((await ledger.pool.query(restorations)).rows).toEqual([{ n: 0 }]);
    await ledger.close();
  }, 180_000);
});

test('the copy of the embedded database is for tools on this machine alone', async () => {
  const DATA_DIR = join(place, 'ledger');
  const hub = spawnHub({ DATA_DIR, PORT: '0', DEMO: 'false' });
  const url = await hub.ready;
  const ask = (headers: Record<string, string>) =>
    fetch(`${url}/backup/copy`, { method: 'POST', headers }).then(({ status }) => status);
  expect(await ask({})).toBe(404);
  expect(await ask({ authorization: 'Bearer guessed' })).toBe(401);
  expect(existsSync(join(DATA_DIR, 'copies'))).toBe(false);
  const token = readFileSync(join(DATA_DIR, 'hub.token'), 'utf8').trim();
  expect(await ask({ authorization: `Bearer ${token}` })).toBe(201);
  hub.child.kill('SIGKILL');
  await hub.ended;
  // What a killed backup left behind goes at the next start.
  expect(readdirSync(join(DATA_DIR, 'copies'))).toHaveLength(1);
  const next = spawnHub({ DATA_DIR, PORT: '0', DEMO: 'false' });
  await next.ready;
  expect(existsSync(join(DATA_DIR, 'copies'))).toBe(false);
  next.child.kill('SIGTERM');
  await next.ended;
}, 90_000);

test('a restore that is killed leaves an empty place, and is done again', async () => {
  const from = { DATA_DIR: join(place, 'from') };
  const hub = spawnHub({ ...from, PORT: '0' });
  await hub.ready;
  const file = join(place, 'ledger.backup');
  expect(await program(['backup', file], from)).toMatchObject({ code: 0 });
  hub.child.kill('SIGTERM');
  await hub.ended;
  const to = { DATA_DIR: join(place, 'to') };
  const killed = spawnHub(to, ['restore', file]);
  while (!existsSync(join(place, 'to/restore.unfinished/database')))
    await new Promise((resolve) => setTimeout(resolve, 50));
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(join(place, 'to/database'))).toBe(false);
  expect(await program(['restore', file], to)).toMatchObject({ code: 0, errors: '' });
  expect(existsSync(join(place, 'to/restore.unfinished'))).toBe(false);
}, 120_000);

test('secrets are not written without a passphrase', async () => {
  const asked = ['backup', join(place, 'a'), '--with-secrets'];
  const { code, errors } = await program(asked, { DATA_DIR: join(place, 'none') });
  expect(code).toBe(1);
  expect(errors).toMatch(
    /^[^\n]*\p{Script=Han}[^\n]*BACKUP_PASSPHRASE[^\n]* \/ [^\n]*[a-z][^\n]*\n$/u,
  );
});
