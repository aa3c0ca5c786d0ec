import { checkChain } from '@taizhang/platform';
import {
  describeOnEachDatabase,
  findFoldDifferences,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoLedger } from './load-demo-ledger.ts';
import { planDemo } from './testing/plan-demo.ts';

describeOnEachDatabase('the demonstration in its log', (kind) => {
  let opened: TestDatabase;
  const stored = new Map<string, number>();

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const storeFile = (sha256: string, bytes: Uint8Array) =>
      Promise.resolve(void stored.set(sha256, bytes.byteLength));
    await opened.db.$transaction((tx) => loadDemoLedger(tx, { storeFile }));
  });
  afterAll(() => opened.close());

  const readLog = () => opened.db.event.findMany({ orderBy: { id: 'asc' } });

  test('gives every stored row when the events of each are folded', async () => {
    expect(await findFoldDifferences(opened.db)).toEqual([]);
  });

  test('has rows of the kinds that a rectification has, each with the moment of its making', async () => {
    const plan = planDemo();
    const log = await readLog();
    expect(log).toHaveLength(plan.events.length);
    const made = new Map(
      log
        .filter(({ operation }) => operation === 'CREATE')
        .map((event) => [event.subjectId, event]),
    );
    const items = await opened.db.rectificationItem.findMany();
    expect(items).toHaveLength(plan.items.length);
    for (const { id, createdAt } of items) expect(made.get(id)?.occurredAt).toEqual(createdAt);
    for (const { id, updatedAt } of items)
      expect(log.findLast(({ subjectId }) => subjectId === id)?.occurredAt).toEqual(updatedAt);
  });

  test('was written in the order of time, and none of it after now', async () => {
    const moments = (await readLog()).map(({ occurredAt }) => occurredAt.getTime());
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(moments.at(-1)).toBeLessThan(Date.now());
  });

  test('counts each version of a row once, from the first on', async () => {
    const versions = new Map<string, (number | null)[]>();
    for (const { subjectId, subjectVersion } of await readLog())
      versions.set(subjectId!, [...(versions.get(subjectId!) ?? []), subjectVersion]);
    for (const list of versions.values()) expect(list).toEqual(list.map((_, at) => at + 1));
  });

  test('keeps with each event under which places its row can be read', async () => {
    const { rows } = await opened.pool.query(
      `SELECT "id" FROM "Event" AS e WHERE "placesAfter" IS DISTINCT FROM "ledger_places"("subjectType", "subjectId")
         OR "organizationId" IS DISTINCT FROM "place_owner"("placesAfter")
         OR ("subjectVersion" = 1 AND "placesBefore" <> '{}') OR ("subjectVersion" > 1 AND "placesBefore" <> "placesAfter")`,
    );
    expect(rows).toEqual([]);
    const [registered] = await opened.db.event.findMany({ where: { type: 'ITEM_REGISTERED' } });
    expect(registered!.placesAfter.length).toBeGreaterThan(1);
  });

  test('is sealed by its chain from end to end, and moves the position of changes to its end', async () => {
    const last = (await readLog()).at(-1)!;
    const head = await opened.db.eventChain.findFirstOrThrow();
    expect(head.changeId).toBe(last.id);
    const check = await checkChain(opened.db, { after: 0n, limit: 100_000 });
    expect(check).toMatchObject({ isFinished: true, firstBad: null });
    expect(check.checkedThrough).toBe(BigInt(await opened.db.event.count()));
  });

  test('brings the bytes of every file that it names', async () => {
    for (const { sha256, byteSize } of await opened.db.storedFile.findMany())
      expect(stored.get(sha256)).toBe(byteSize);
  });
});
