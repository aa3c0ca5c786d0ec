import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ACCESS_EVENTS } from '@taizhang/access/rules';
import {
  checkChain,
  newKey,
  note,
  recordAudit,
  renewGeneration,
  startChain,
} from '@taizhang/platform';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHub } from '../src/start-hub.ts';
import { testConfiguration } from './harness/test-hub.ts';

const NOW = new Date('2026-03-02T01:00:00Z');

describeOnEachDatabase('the generation of the log', (kind) => {
  let database: TestDatabase;
  let dataDir = '';
  beforeEach(async () => {
    database = await openTestDatabase(kind);
    dataDir = mkdtempSync(join(tmpdir(), 'taizhang-generation-'));
  });
  afterEach(async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const head = () => database.db.eventChain.findFirstOrThrow();
  const kept = () => JSON.parse(readFileSync(join(dataDir, 'chain.json'), 'utf8')) as object;
  const record = () =>
    recordAudit(
      database.db,
      { caller: null, now: NOW, address: null },
      note(ACCESS_EVENTS.SIGNED_OUT, { subjectId: newKey() }),
    );
  /** Starts and stops a hub, which meanwhile writes so many events. */
  async function session(events: number, on: TestDatabase = database) {
    const hub = await startHub(
      { ...testConfiguration(dataDir), demo: false },
      pino({ level: 'silent' }),
      {
        now: () => NOW,
        openDatabase: () => Promise.resolve({ ...on, close: () => Promise.resolve() }),
        looksForJobs: false,
      },
    );
    for (let count = 0; count < events; count += 1) await record();
    await hub.stop();
  }
  const restorations = () => database.db.event.findMany({ where: { type: 'AUDIT_LOG_RESTORED' } });

  test('stays while a hub stops and starts over its own database', async () => {
    await session(3);
    const { generation, position, linkHash } = await head();
    expect(kept()).toEqual({ generation, position: Number(position), linkHash });
    await session(2);
    await session(0);
    expect((await head()).generation).toBe(generation);
    expect(await restorations()).toEqual([]);
  });

  test.each([
    ['behind what was noted', 0],
    ['as far, and other events', 5],
    ['further, and other events', 9],
  ])('is renewed when the database is put back: %s', async (_title, others) => {
    await session(5);
    const noted = kept() as { generation: string };
    await database.close();
    // The database of an earlier day, in which the same numbers are given to other events.
    database = await openTestDatabase(kind);
    await startChain(database.db, NOW, 'SM3');
    for (let count = 0; count < others; count += 1) await record();
    const { generation: earlier } = await head();
    await session(0);
    const { generation } = await head();
    expect([earlier, noted.generation]).not.toContain(generation);
    expect(await restorations()).toMatchObject([
      {
        kind: 'CHANGE',
        operation: null,
        before: { generation: noted.generation },
        after: { generation },
      },
    ]);
    expect(await checkChain(database.db, { after: 0n, limit: 1_000 })).toMatchObject({
      firstBad: null,
    });
    await session(1);
    expect((await head()).generation).toBe(generation);
  });

  test('is renewed by whoever puts older data in place, with its position unmoved by it', async () => {
    await startChain(database.db, NOW, 'SM3');
    const before = await head();
    const generation = await database.db.$transaction((tx) => renewGeneration(tx, NOW));
    const after = await head();
    expect(after).toMatchObject({ generation, changeId: before.changeId });
    expect(after.position).toBe(before.position + 1n);
  });
});
