import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  checkChain,
  migrate,
  newKey,
  overPool,
  startBaseline,
  startChain,
  writeChanges,
} from '@taizhang/platform';
import {
  describeOnEachDatabase,
  findFoldDifferences,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startHub } from '../src/start-hub.ts';
import { restoreDump } from './harness/restore-dump.ts';
import { testConfiguration } from './harness/test-hub.ts';

const NOW = new Date('2026-03-02T01:00:00Z');
const now = () => NOW;
const root = join(import.meta.dirname, '../../..');

describeOnEachDatabase('taking a ledger from before the log of changes into it', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(kind);
    await restoreDump(database, 'ledger-before-change-events');
    await migrate(database.pool, join(root, 'prisma/migrations'));
  });
  afterEach(() => database.close());

  const start = (db = database.db) =>
    startBaseline(db, { now, onError: (error) => expect.unreachable(String(error)) });
  async function untilTaken(baseline: Awaited<ReturnType<typeof start>>) {
    while (baseline.progress()) await setTimeout(5);
  }
  const firstEvents = () =>
    database.db.event.groupBy({
      by: ['subjectType', 'subjectId'],
      where: { type: 'ROW_TAKEN_OVER' },
      _count: true,
    });

  test('gives each row one first event: the fold is the row, and the old events still verify', async () => {
    const earlier = await database.db.event.findMany({ orderBy: { id: 'asc' } });
    expect(earlier.length).toBeGreaterThan(400);
    await startChain(database.db, NOW, 'SM3');
    expect((await findFoldDifferences(database.db)).length).toBeGreaterThan(300);
    await untilTaken(await start());
    expect(await findFoldDifferences(database.db)).toEqual([]);
    const taken = await firstEvents();
    expect(taken.length).toBeGreaterThan(300);
    expect(taken.every(({ _count }) => _count === 1)).toBe(true);
    const after = await database.db.event.findMany({
      where: { id: { lte: earlier.at(-1)!.id } },
      orderBy: { id: 'asc' },
    });
    expect(after).toEqual(earlier);
    const check = await checkChain(database.db, { after: 0n, limit: 100_000 });
    expect(check).toMatchObject({ isFinished: true, firstBad: null });
    // Done once: a later start has nothing to do.
    expect((await start()).progress()).toBeNull();
  });

  test('goes on after a kill between two batches, also with a second hub at once', async () => {
    await startChain(database.db, NOW, 'SM3');
    const killed = await start();
    const { total } = killed.progress()!;
    while (killed.progress()!.done === 0) await setTimeout(1);
    await killed.stop();
    const { baselineAt } = await database.db.eventChain.findFirstOrThrow();
    expect(baselineAt).toBeNull();
    expect((await firstEvents()).length).toBeLessThan(total);
    const second = overPool(database);
    const hubs = [await start(), await start(second)];
    await Promise.all(hubs.map(untilTaken));
    await second.$disconnect();
    const taken = await firstEvents();
    expect(taken).toHaveLength(total);
    expect(taken.every(({ _count }) => _count === 1)).toBe(true);
    expect(await findFoldDifferences(database.db)).toEqual([]);
  });

  test('keeps writes waiting and tells both languages how far it is; reading works', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-baseline-'));
    const { db } = database;
    const holder = overPool(database);
    // Held by somebody else, as by a second hub in the midst of a batch.
    const held = kind === 'server' ? holdBatches(holder) : null;
    const hub = await startHub(
      { ...testConfiguration(dataDir), demo: false },
      pino({ level: 'silent' }),
      {
        now,
        openDatabase: () => Promise.resolve({ ...database, close: () => Promise.resolve() }),
        looksForJobs: false,
      },
    );
    try {
      const readyz = async () => {
        const answer = await fetch(new URL('/readyz', hub.url));
        return { code: answer.status, body: (await answer.json()) as Record<string, unknown> };
      };
      const first = await readyz();
      expect(first).toMatchObject({
        code: 503,
        body: {
          status: 'unavailable',
          baseline: {
            message: expect.stringMatching(/[一-鿿].*\d+\/\d+.* \/ .*\d+\/\d+/) as string,
          },
        },
      });
      await held?.release();
      while ((await readyz()).code !== 200) await setTimeout(20);
      expect(await readyz()).toMatchObject({ code: 200, body: { status: 'ok' } });
      expect(await findFoldDifferences(db)).toEqual([]);
    } finally {
      await held?.release();
      await hub.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  test('a change waits for the end, and comes after every first event', async () => {
    await startChain(database.db, NOW, 'SM3');
    const baseline = await start();
    const area = await database.db.findingArea.findFirstOrThrow();
    const by = { caller: null, now: NOW, address: null };
    const id = newKey();
    await writeChanges(database.db, by, ({ create }) =>
      create(RECTIFICATION_EVENTS.AREA_ADDED, {
        id,
        roundId: area.roundId,
        ordinal: 99,
        title: '等待之后',
      }),
    );
    expect(baseline.progress()).toBeNull();
    const last = await database.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(last).toMatchObject({ type: 'AREA_ADDED', subjectId: id });
  });
});

/** Holds the lock of batches until released. */
function holdBatches(db: TestDatabase['db']) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  const holding = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(72707371)`;
      await released;
    },
    { timeout: 60_000 },
  );
  return {
    release: async () => {
      release();
      await holding;
      await db.$disconnect();
    },
  };
}
