import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../index.ts';
import { writeChanges } from '../changes/write-changes.ts';
import { overPool, type Database } from '../database/open-database.ts';
import { bilingual, defineEvents } from '../rules/index.ts';
import { describeOnEachDatabase, openTestDatabase, type TestDatabase } from '../testing/index.ts';

const WRITERS = 20;
const WRITES = 6;
const { ORGANIZATION_ADDED, PERSON_ADDED, PERSON_EDITED } = defineEvents({
  ORGANIZATION_ADDED: { subject: 'Organization', words: bilingual('试', 'test') },
  PERSON_ADDED: { subject: 'Person', words: bilingual('试', 'test') },
  PERSON_EDITED: { subject: 'Person', words: bilingual('试', 'test') },
});
const BY = { caller: null, now: new Date('2026-03-02T01:00:00Z'), address: null };

/** Numbers from 0 to 1 that are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describeOnEachDatabase('the numbers of events', (kind) => {
  let opened: TestDatabase;
  let organizationId = '';
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    const made = await writeChanges(opened.db, BY, ({ create }) =>
      create(ORGANIZATION_ADDED, { code: 'D', name: 'D', kind: 'DISTRICT', path: 'D/' }),
    );
    organizationId = made.id;
  });
  afterAll(() => opened.close());

  /** One transaction of some changes, which may end in a rollback; returns the rows that it left. */
  async function writeSome(db: Database, random: () => number): Promise<string[]> {
    const isRolledBack = random() < 0.35;
    const many = 1 + Math.floor(random() * 4);
    const pauses = Array.from({ length: many }, () => Math.floor(random() * 8));
    try {
      return await writeChanges(db, BY, async ({ create, change }) => {
        const ids: string[] = [];
        for (const pause of pauses) {
          const id = newKey();
          const made = await create(PERSON_ADDED, { id, displayName: '甲', organizationId });
          await setTimeout(pause);
          if (pause % 2) await change(PERSON_EDITED, made, { displayName: '乙' });
          ids.push(id);
        }
        if (isRolledBack) throw new Error('rolled back on purpose');
        return ids;
      });
    } catch (error) {
      if ((error as Error).message !== 'rolled back on purpose') throw error;
      return [];
    }
  }

  test('grow as transactions commit: who reads on from the last one misses none and gets none twice', async () => {
    let isOver = false;
    const seen: bigint[] = [];
    const told = new Set<string>();
    let last = (await opened.db.event.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
    const start = last;
    const reader = overPool(opened);
    const read = async () => {
      const events = await reader.event.findMany({
        where: { id: { gt: last } },
        orderBy: { id: 'asc' },
        take: 7,
        select: { id: true, subjectId: true },
      });
      for (const { id, subjectId } of events) {
        seen.push(id);
        told.add(subjectId!);
      }
      last = events.at(-1)?.id ?? last;
      return events.length;
    };
    const reading = (async () => {
      while (!isOver || (await read())) {
        await read();
        await setTimeout(1);
      }
    })();
    const written = await Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const random = seeded(20_271_127 + writer);
        const ids: string[] = [];
        for (let count = 0; count < WRITES; count += 1)
          ids.push(...(await writeSome(opened.db, random)));
        return ids;
      }),
    );
    isOver = true;
    await reading;
    await reader.$disconnect();

    const stored = await opened.db.event.findMany({
      where: { id: { gt: start } },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    expect(seen).toEqual(stored.map(({ id }) => id));
    const rows = written.flat();
    expect(rows.length).toBeGreaterThan(WRITERS);
    expect(rows.length).toBeLessThan(WRITERS * WRITES * 4);
    expect([...told].sort()).toEqual(rows.sort());
    const { changeId } = await opened.db.eventChain.findFirstOrThrow();
    expect(changeId).toBe(seen.at(-1));
  });
});
