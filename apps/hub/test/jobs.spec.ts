import { enqueue, jobRunner, type Job } from '@taizhang/platform';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const START = new Date('2026-03-02T01:00:00Z');
const MINUTE_MS = 60_000;

describeOnEachDatabase('work beside requests', (kind) => {
  let database: TestDatabase;
  let now = START;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    now = START;
    await database.db.job.deleteMany();
  });
  const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * MINUTE_MS));
  const runnerOf = (...jobs: Job[]) =>
    jobRunner(database.db, jobs, { now: () => now, onError: () => undefined });
  const put = (data: object, key?: string) =>
    enqueue(database.db, { name: 'count', data, runAt: now, ...(key && { key }) });

  test('is done once, when its transaction has committed and its time has come', async () => {
    const done: unknown[] = [];
    const runner = runnerOf({ name: 'count', run: async (_scope, data) => void done.push(data) });
    await database.db
      .$transaction(async (tx) => {
        await enqueue(tx, { name: 'count', data: { n: 0 }, runAt: now });
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    await enqueue(database.db, { name: 'count', data: { n: 2 }, runAt: pass(10) });
    now = START;
    await put({ n: 1 });
    expect(await runner.runDue()).toBe(1);
    expect(done).toEqual([{ n: 1 }]);
    pass(10);
    expect([await runner.runDue(), await runner.runDue()]).toEqual([1, 0]);
    expect(done).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await database.db.job.count()).toBe(0);
  });

  test('of one key waits once, however often it is put down', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, n) => put({ n }, 'same')));
    expect(await database.db.job.count()).toBe(1);
  });

  test('is shared by several hubs: each job is taken by one', async () => {
    const done: number[] = [];
    const job: Job = {
      name: 'count',
      run: async (_s, data) => void done.push((data as { n: number }).n),
    };
    for (let n = 0; n < 30; n += 1) await put({ n });
    const counts = await Promise.all([job, job, job].map((one) => runnerOf(one).runDue()));
    expect(counts.reduce((sum, count) => sum + count)).toBe(30);
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });

  test('is taken up by another hub when the one that had it is gone', async () => {
    let tries = 0;
    const gone = runnerOf({ name: 'count', run: () => new Promise(() => void (tries += 1)) });
    await put({});
    void gone.runDue();
    await expect.poll(() => tries).toBe(1);
    const other = runnerOf({ name: 'count', run: async () => void (tries += 1) });
    expect(await other.runDue()).toBe(0);
    pass(6);
    expect(await other.runDue()).toBe(1);
    expect(tries).toBe(2);
    expect(await database.db.job.count()).toBe(0);
  });

  test('that fails is tried again later and later, and at last given up with its error', async () => {
    let [isBroken, tries] = [true, 0];
    const runner = runnerOf({
      name: 'count',
      run: () => {
        tries += 1;
        return isBroken ? Promise.reject(new Error('the server is away')) : Promise.resolve();
      },
    });
    await put({ n: 1 });
    expect([await runner.runDue(), await runner.runDue(), tries]).toEqual([1, 0, 1]);
    pass(1);
    await runner.runDue();
    expect(tries).toBe(2);
    for (let day = 0; day < 20; day += 1) {
      pass(24 * 60);
      await runner.runDue();
    }
    expect(tries).toBe(8);
    expect(await database.db.job.findFirst()).toMatchObject({
      attempts: 8,
      lastError: 'the server is away',
      failedAt: expect.any(Date) as Date,
    });
    isBroken = false;
    await put({ n: 2 });
    expect(await runner.runDue()).toBe(1);
  });

  test('that ends the hub each time is given up too', async () => {
    let tries = 0;
    await put({});
    for (let hubs = 0; hubs < 12; hubs += 1) {
      void runnerOf({ name: 'count', run: () => new Promise(() => void (tries += 1)) }).runDue();
      await expect
        .poll(() => database.db.job.count({ where: { attempts: hubs + 1 } }))
        .toBe(hubs < 9 ? 1 : 0);
      pass(6);
    }
    expect(tries).toBe(8);
    expect(await database.db.job.findFirst()).toMatchObject({
      failedAt: expect.any(Date) as Date,
    });
  });

  test('that recurs runs by its clock, also after it failed', async () => {
    let [isBroken, runs] = [false, 0];
    const hourly: Job = {
      name: 'hourly',
      everyMinutes: 60,
      run: () => {
        runs += 1;
        return isBroken ? Promise.reject(new Error('no')) : Promise.resolve();
      },
    };
    const [one, two] = [runnerOf(hourly), runnerOf(hourly)];
    await Promise.all([one.runDue(), two.runDue()]);
    expect(runs).toBe(1);
    pass(59);
    await one.runDue();
    expect(runs).toBe(1);
    pass(1);
    isBroken = true;
    await one.runDue();
    pass(60);
    isBroken = false;
    await two.runDue();
    expect(runs).toBe(3);
    expect(await database.db.job.count()).toBe(1);
  });

  test('ends when the hub does: what is under way is told, and no more is taken', async () => {
    const done: number[] = [];
    const runner = runnerOf({
      name: 'count',
      run: ({ signal }, data) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => {
            done.push((data as { n: number }).n);
            resolve();
          }),
        ),
    });
    for (const n of [1, 2]) await put({ n });
    runner.start();
    await expect.poll(() => database.db.job.count({ where: { attempts: 1 } })).toBe(1);
    await runner.stop();
    expect(done).toEqual([1]);
    expect(await database.db.job.count()).toBe(1);
  });
});
