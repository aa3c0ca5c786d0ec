import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeOnEachDatabase } from '../testing/describe-on-each-database.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { withinDeadline } from './deadline.ts';

describeOnEachDatabase('a fair pool', (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.close());

  const ask = (holder: string, times: number, done: string[]) =>
    withinDeadline(60_000, async (deadline) => {
      deadline.holder = holder;
      const all = Array.from({ length: times }, async () => {
        await opened.db.person.count();
        done.push(holder);
      });
      await Promise.all(all);
    });

  test('lets who asks one thing go before the rest of what somebody asks at once', async () => {
    const done: string[] = [];
    const many = [ask('many', 100, done), ask('many', 100, done)];
    await Promise.all([...many, ask('one', 1, done)]);
    expect(done).toHaveLength(201);
    expect(done.indexOf('one')).toBeLessThan(50);
    expect([opened.pool.inUseCount, opened.pool.queuedCount]).toEqual([0, 0]);
  });

  test('lets nobody wait, or begin anything, whose time is over', async () => {
    const held = await Promise.all(
      Array.from({ length: opened.pool.options.max }, (_, n) =>
        withinDeadline(60_000, (deadline) => {
          deadline.holder = n;
          return opened.pool.connect();
        }),
      ),
    );
    const waiting = withinDeadline(20, async (deadline) => {
      const first = await opened.pool.query('SELECT 1').catch((error: unknown) => error);
      const second = await opened.pool.query('SELECT 1').catch((error: unknown) => error);
      expect(deadline.isOver).toBe(true);
      return [first, second];
    });
    const late = { extensions: { code: 'TIMEOUT' } };
    expect(await waiting).toMatchObject([late, late]);
    expect(opened.pool.queuedCount).toBe(0);
    held.forEach((client) => client.release());
    expect(opened.pool.inUseCount).toBe(0);
    expect((await opened.pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  });
});
