import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openServer } from '@taizhang/platform';
import { describeOnEachDatabase, openServerCopy } from '@taizhang/platform/testing';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { startHub } from '../src/start-hub.ts';
import { change } from './harness/change.ts';
import { Client } from './harness/client.ts';
import { spawnHub } from './harness/hub-process.ts';
import { area, putItem } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { openTcpProxy } from './harness/tcp-proxy.ts';
import { ADMIN_TOKEN, startTestHub, testConfiguration, type TestHub } from './harness/test-hub.ts';

const REGISTER = `mutation ($input: RegisterRectificationItemInput!) {
  r: registerRectificationItem(input: $input) { __typename ... on RectificationItem { id } }
}`;
const COUNT = `query ($text: String!) { rectificationItems(filter: { text: $text }) { totalCount } }`;
const authorization = `Bearer ${ADMIN_TOKEN}`;
const countOf = async (client: Client, text: string) =>
  at((await client.query(COUNT, { text })).data, 'rectificationItems.totalCount');

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

/** An empty data folder that goes with its test. */
function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-consistency-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty, migrated database on the server, which goes with its test. */
async function serverCopy(): Promise<URL> {
  const copy = await openServerCopy(inject('testDatabases').template!);
  undo.push(copy.close);
  return new URL(copy.url);
}

describeOnEachDatabase('many changes at once', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  test('80 measures added to one item at once are 80 measures, numbered without gap', async () => {
    const { id, apiId } = await putItem(hub, 'ASSIGNED', { measure: null });
    const client = await hub.signInAs('party-affairs');
    const answers = await Promise.all(
      Array.from({ length: 80 }, (_, n) =>
        change(client, 'addMeasure', { itemId: apiId, text: `措施之 ${n}` }),
      ),
    );
    expect(new Set(answers.map((answer) => at(answer, '__typename')))).toEqual(
      new Set(['CorrectiveMeasure']),
    );
    const measures = await hub.db.correctiveMeasure.findMany({ where: { itemId: id } });
    expect(measures.map(({ ordinal }) => ordinal).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 80 }, (_, n) => n + 1),
    );
  });

  test('25 editors who each take up what they missed lose no edit', async () => {
    const { id, apiId } = await putItem(hub, 'IN_PROGRESS');
    const client = await hub.signInAs('party-affairs');
    async function edit(n: number): Promise<void> {
      for (let expectedVersion = 1; ;) {
        const answer = await change(client, 'editRectificationItem', {
          id: apiId,
          expectedVersion,
          title: `第 ${n} 位`,
        });
        if (at(answer, '__typename') === 'RectificationItem') return;
        expect(answer).toMatchObject({ __typename: 'ConflictError' });
        expectedVersion = Number(at(answer, 'currentVersion'));
      }
    }
    await Promise.all(Array.from({ length: 25 }, (_, n) => edit(n)));
    const { version } = await hub.db.rectificationItem.findUniqueOrThrow({ where: { id } });
    const events = await hub.db.event.findMany({ where: { subjectId: id } });
    expect(version).toBe(26);
    expect(events.map(({ subjectVersion }) => subjectVersion).sort((a, b) => a! - b!)).toEqual(
      Array.from({ length: 26 }, (_, n) => n + 1),
    );
  });
});

describeOnEachDatabase('a hub killed between commit and reply', (kind) => {
  test('has changed once, however the change is sent again', async () => {
    const env = {
      DATA_DIR: dataFolder(),
      PORT: '0',
      HUB_ADMIN_TOKEN: ADMIN_TOKEN,
      ...(kind === 'server' && { DATABASE_URL: (await serverCopy()).href }),
    };
    const hub = spawnHub(env);
    undo.push(() => hub.child.kill('SIGKILL') && hub.ended);
    const url = new URL(await hub.ready);
    const wire = await openTcpProxy(Number(url.port));
    undo.push(wire.close);
    const direct = new Client(url.href, { authorization });
    const overWire = new Client(`http://127.0.0.1:${wire.port}`, { authorization });
    const input = {
      idempotencyKey: 'commit-and-no-reply',
      areaId: `FindingArea_${area(3)}`,
      title: '答复未到的登记',
    };

    wire.loseReplies();
    const lost = overWire.query(REGISTER, { input }).catch(() => 'no reply');
    await expect.poll(() => countOf(direct, input.title), { timeout: 20_000 }).toBe(1);
    hub.child.kill('SIGKILL');
    await hub.ended;
    wire.cut();
    expect(await lost).toBe('no reply');

    const again = spawnHub(env);
    undo.push(() => again.child.kill('SIGTERM') && again.ended);
    const client = new Client(await again.ready, { authorization });
    const [first, second] = [
      await client.query(REGISTER, { input }),
      await client.query(REGISTER, { input }),
    ];
    expect(textAt(first.data, 'r.id')).toBe(textAt(second.data, 'r.id'));
    expect(await countOf(client, input.title)).toBe(1);
  }, 120_000);
});

describe.runIf(inject('testDatabases').template)('a database server that goes away', () => {
  test('is an error while it lasts, and afterwards every acknowledged change is there once', async () => {
    const address = await serverCopy();
    const wire = await openTcpProxy(Number(address.port || 5432), address.hostname);
    undo.push(wire.close);
    const overWire = Object.assign(new URL(address), { host: `127.0.0.1:${wire.port}` });
    const hub = await startHub(testConfiguration(dataFolder()), pino({ level: 'silent' }), {
      openDatabase: () => openServer(overWire.href),
    });
    undo.push(hub.stop);
    const client = new Client(hub.url, { authorization });
    const register = (n: number) =>
      client.query(REGISTER, {
        input: {
          idempotencyKey: `outage-${n}`,
          areaId: `FindingArea_${area(2)}`,
          title: `停机前后的登记 ${n} 号`,
        },
      });
    const isDone = async (answer: ReturnType<typeof register>) =>
      at((await answer).data, 'r.__typename') === 'RectificationItem';

    const running = Array.from({ length: 30 }, (_, n) => isDone(register(n)));
    await Promise.race(running);
    wire.cut();
    const acknowledged = await Promise.all(running);
    expect(await isDone(register(99))).toBe(false);
    expect((await client.fetch('/readyz')).status).toBe(503);
    expect((await client.fetch('/livez')).status).toBe(200);

    wire.mend();
    await expect
      .poll(async () => (await client.fetch('/readyz')).status, { timeout: 20_000 })
      .toBe(200);
    expect(acknowledged).toContain(true);
    for (const [n, wasAcknowledged] of acknowledged.entries())
      if (wasAcknowledged)
        expect([n, await countOf(client, `停机前后的登记 ${n} 号`)]).toEqual([n, 1]);
    const retried = await Promise.all(acknowledged.map((_, n) => isDone(register(n))));
    expect(retried.every(Boolean)).toBe(true);
    const { pool, close } = await openServer(address.href);
    undo.push(close);
    const { rows } = await pool.query<{ title: string; count: string }>(
      `SELECT title, count(*) FROM "RectificationItem" WHERE title LIKE '停机前后的登记%' GROUP BY title`,
    );
    expect(rows.map(({ count }) => Number(count))).toEqual(Array.from({ length: 30 }, () => 1));
  }, 60_000);
});
