import { setImmediate } from 'node:timers/promises';
import { enqueue, jobRunner, withinDeadline, type Job } from '@taizhang/platform';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { putItem } from './harness/ledger.ts';
import { at, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const EDIT = `mutation ($input: EditRectificationItemInput!) {
  editRectificationItem(input: $input) { ... on RectificationItem { title version } ... on Error { message } }
}`;
const ITEMS = '{ rectificationItems(first: 5) { nodes { code measures { text } } } }';

describe.runIf(inject('testDatabases').template)('a deadline, on a PostgreSQL server', () => {
  let hub: TestHub;
  let other: pg.Client;
  beforeAll(async () => {
    hub = await startTestHub('server', {
      configuration: { requestSeconds: 3, answerCacheBytes: 0 },
    });
    const { rows } = await hub.pool.query<{ name: string }>('SELECT current_database() AS name');
    const url = new URL(
      process.env['TEST_DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres',
    );
    url.pathname = rows[0]!.name;
    other = new pg.Client({ connectionString: url.href });
    await other.connect();
  });
  afterAll(async () => {
    await other.end();
    await hub.stop();
  });

  const stillWaiting = (answers: Promise<unknown>[]) =>
    Promise.race([Promise.any(answers).then(() => false), setImmediate(true)]);

  /** What the server is doing for the hub at this moment, and holds open for it. */
  async function busy() {
    const { rows } = await other.query<{ state: string; query: string }>(
      `SELECT state, query FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    );
    return rows;
  }

  /** A server takes a moment to end what it is told to. */
  const expectIdle = () => expect.poll(busy, { timeout: 10_000 }).toEqual([]);

  test('ends statements that wait for a lock, gives their connections back and says so once', async () => {
    const viewer = await hub.signInAs('viewer');
    await other.query('BEGIN; LOCK TABLE "RectificationItem" IN ACCESS EXCLUSIVE MODE');
    const waiting = Array.from({ length: 30 }, () => hub.automation.query(ITEMS));
    const people = await viewer.query('{ organizations(first: 1) { nodes { name } } }');
    expect(people.errors).toBeUndefined();
    expect(await stillWaiting(waiting)).toBe(true);
    const answers = await Promise.all(waiting);
    await expectIdle();
    await other.query('ROLLBACK');
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(answer.data ?? null).toBeNull();
      expect(answer.errors).toHaveLength(1);
      expect(at(answer.errors, '0.extensions.code')).toBe('TIMEOUT');
      expect(textAt(answer.errors, '0.message')).toContain('限时');
    }
    expect((await hub.automation.query(ITEMS)).errors).toBeUndefined();
    expect(hub.logged).toEqual([]);
  });

  test('stops a change as a whole, and its key repeats it', async () => {
    const item = await putItem(hub, 'REGISTERED');
    const edit = {
      idempotencyKey: 'late-and-again',
      id: `RectificationItem_${item.id}`,
      expectedVersion: 1,
      title: '限时之后再改',
    };
    const events = () => hub.db.event.count({ where: { subjectId: item.id } });
    const before = await events();
    await other.query('BEGIN');
    await other.query('SELECT FROM "RectificationItem" WHERE id = $1 FOR UPDATE', [item.id]);
    const late = await hub.automation.query(EDIT, { input: edit });
    await other.query('ROLLBACK');
    expect(at(late.errors, '0.extensions.code')).toBe('TIMEOUT');
    await expectIdle();
    expect(await events()).toBe(before);
    const again = await hub.automation.query(EDIT, { input: edit });
    expect(at(again.data, 'editRectificationItem')).toEqual({ title: edit.title, version: 2 });
    expect(hub.logged).toEqual([]);
  });

  test('ends what a job asks, which is put back with the reason', async () => {
    const failed: unknown[] = [];
    const asleep: Job = {
      name: 'asleep',
      run: async ({ db }) => void (await db.$queryRaw`SELECT pg_sleep(600)::text`),
    };
    await enqueue(hub.db, { name: 'asleep', data: {}, key: 'once', runAt: new Date() });
    const jobs = jobRunner(hub.db, [asleep], {
      now: () => new Date(),
      onError: (_name, error) => failed.push(error),
      withinMs: 300,
    });
    expect(await jobs.runDue()).toBe(1);
    expect(failed).toHaveLength(1);
    await expectIdle();
    const row = await hub.db.job.findFirstOrThrow({ where: { name: 'asleep' } });
    expect(row).toMatchObject({ attempts: 1, failedAt: null, lockedUntil: null });
    expect(row.lastError).not.toBeNull();
  });

  test('is known to the server too, in case the hub itself is stuck', async () => {
    const limit = async () =>
      (await hub.pool.query<{ statement_timeout: string }>('SHOW statement_timeout')).rows[0];
    expect(await withinDeadline(4_000, limit)).toEqual({ statement_timeout: '5s' });
    expect(await limit()).toEqual({ statement_timeout: '10min' });
  });
});
