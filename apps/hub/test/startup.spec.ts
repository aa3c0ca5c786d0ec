import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '@taizhang/platform';
import { describeOnEachDatabase, openTestDatabase } from '@taizhang/platform/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration.ts';
import { startHub } from '../src/start-hub.ts';
import { Client } from './harness/client.ts';
import { spawnHub } from './harness/hub-process.ts';
import { at, textAt } from './harness/read.ts';

const root = join(import.meta.dirname, '../../..');
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** One line, Chinese first, English after a slash, and nothing of the program's insides. */
const ONE_BILINGUAL_LINE = /^[^\n]*\p{Script=Han}[^\n]* \/ [^\n]*[a-z][^\n]*\n$/u;

describe('a hub that cannot start says so in one line and ends with code 1', () => {
  test('on a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const { code, errors } = await spawnHub({
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO: 'false',
    }).ended;
    server.close();
    expect([code, errors]).toEqual([1, expect.stringMatching(ONE_BILINGUAL_LINE)]);
    expect(errors).toContain(`PORT=${port + 1}`);
  });

  test('on a data folder that another process holds', async () => {
    const first = spawnHub({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false' });
    const url = await first.ready;
    const { code, errors } = await spawnHub({ DATA_DIR: dataDir, PORT: '0' }).ended;
    expect([code, errors]).toEqual([1, expect.stringMatching(ONE_BILINGUAL_LINE)]);
    expect(errors).toContain(url);
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });

  test('on a data folder that is a file', async () => {
    writeFileSync(join(dataDir, 'file'), 'x');
    const { code, errors } = await spawnHub({ DATA_DIR: join(dataDir, 'file'), PORT: '0' }).ended;
    expect([code, errors]).toEqual([1, expect.stringMatching(ONE_BILINGUAL_LINE)]);
  });
});

const start = (changes: Partial<ReturnType<typeof readConfiguration>>, options = {}) =>
  startHub(
    { ...readConfiguration({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false' }, root), ...changes },
    pino({ level: 'silent' }),
    options,
  );

test('an unreachable database server is named without its password', async () => {
  const refusal = await start({
    databaseUrl: 'postgres://somebody:geheim@127.0.0.1:9/ledger',
  }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartupError);
  expect(String(refusal)).toContain('127.0.0.1:9/ledger');
  expect(String(refusal)).not.toContain('geheim');
});

test('a broken database folder is refused, and kept as it is', async () => {
  writeFileSync(join(dataDir, 'database'), 'not a folder');
  await expect(start({})).rejects.toMatchObject({ code: 'DATABASE_UNREADABLE' });
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '-1'],
  ['PORT', '65536'],
  ['PORT', '80.5'],
  ['DEMO', 'maybe'],
  ['DATABASE_URL', 'mysql://x/y'],
  ['UPLOAD_LIMIT_MB', '5000'],
])('%s=%s is refused by its name', (name, value) => {
  const read = () => readConfiguration({ [name]: value }, root);
  expect(read).toThrow(StartupError);
  expect(read).toThrow(name);
});

describeOnEachDatabase('a database', (kind) => {
  const opened: (() => Promise<void>)[] = [];
  afterAll(async () => void (await Promise.all(opened.map((close) => close()))));

  test.each([
    [
      'made by a newer version',
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29990101000000_later', now())`,
      'DATABASE_NEWER',
    ],
    [
      'whose migration was edited since',
      `UPDATE "_prisma_migrations" SET checksum = 'x'`,
      'MIGRATION_CHANGED',
    ],
  ])('%s is refused, and not touched', async (_title, statement, code) => {
    const database = await openTestDatabase(kind);
    await database.pool.query(statement);
    // The refused start closes the database that it was given; its tables are looked at before.
    await expect(
      start(
        {},
        { openDatabase: () => Promise.resolve({ ...database, close: () => Promise.resolve() }) },
      ),
    ).rejects.toMatchObject({ code });
    expect(await database.db.organization.count()).toBe(0);
    opened.push(database.close);
  });
});

test('a hub in a process of its own goes by the clock that a test gives it', async () => {
  const hub = spawnHub({
    DATA_DIR: dataDir,
    PORT: '0',
    TAIZHANG_TEST: 'true',
    TAIZHANG_TEST_CLOCK: '2031-05-06T00:00:00Z',
    HUB_ADMIN_TOKEN: 'token-of-the-clock-test-which-is-long',
  });
  const client = new Client(await hub.ready, {
    authorization: 'Bearer token-of-the-clock-test-which-is-long',
  });
  const { data } = await client.query(
    '{ auditEvents(first: 1) { edges { node { occurredAt } } } }',
  );
  expect(textAt(data, 'auditEvents.edges.0.node.occurredAt')).toMatch(/^2031-05-06T00:0/);
  hub.child.kill('SIGTERM');
  expect((await hub.ended).code).toBe(0);
}, 60_000);

test('kill -9 right after acknowledged writes loses none of them', async () => {
  const token = 'token-of-the-kill-test-which-is-long';
  const register = `mutation ($input: RegisterRectificationItemInput!) { r: registerRectificationItem(input: $input) { ... on RectificationItem { id } } }`;
  const acknowledged: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    const hub = spawnHub({ DATA_DIR: dataDir, PORT: '0', HUB_ADMIN_TOKEN: token });
    const client = new Client(await hub.ready, { authorization: `Bearer ${token}` });
    const areas = await client.query('{ inspectionRounds { edges { node { areas { id } } } } }');
    const writes = Array.from({ length: 15 }, async (_, n) => {
      const input = {
        idempotencyKey: `kill-${round}-${n}`,
        areaId: at(areas.data, 'inspectionRounds.edges.0.node.areas.0.id'),
        title: `第 ${round}-${n} 条`,
      };
      const id = at((await client.query(register, { input })).data, 'r.id');
      if (typeof id === 'string') acknowledged.push(id);
      if (acknowledged.length >= 8 * (round + 1)) hub.child.kill('SIGKILL');
    });
    await Promise.allSettled(writes);
    await hub.ended;
    expect(acknowledged.length).toBeGreaterThanOrEqual(8 * (round + 1));
  }
  const hub = spawnHub({ DATA_DIR: dataDir, PORT: '0', HUB_ADMIN_TOKEN: token });
  const client = new Client(await hub.ready, { authorization: `Bearer ${token}` });
  for (const id of acknowledged)
    expect(
      at((await client.query('query ($id: ID!) { node(id: $id) { id } }', { id })).data, 'node.id'),
    ).toBe(id);
  hub.child.kill('SIGTERM');
  expect((await hub.ended).code).toBe(0);
}, 90_000);
