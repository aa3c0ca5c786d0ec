import { newKey, Prisma, toDay } from '@taizhang/platform';
import { bilingual, defineEvents, todayInShanghai } from '@taizhang/platform/rules';
import {
  describeOnEachDatabase,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overdueItems } from '@taizhang/rectification/filters';
import {
  completionRate,
  daysLate,
  daysLateSql,
  isOverdue,
  ITEM_LIFE_CYCLE,
  overdueSql,
  RECTIFICATION_EVENTS,
  type ItemStatus,
  type StatusCounts,
} from '@taizhang/rectification/rules';
import { putRows } from './harness/put-rows.ts';

const EVENTS = defineEvents({
  ORGANIZATION_ADDED: { subject: 'Organization', words: bilingual('试', 'test') },
});
const TODAY = '2026-03-01';
/** Half past midnight in China: by UTC it is still the day before. */
const NOW = new Date('2026-02-28T16:30:00Z');

/** Days around today, the leap day of 2024 and the ends of months among them. */
const day = fc.oneof(
  fc.constantFrom('2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02', '2024-02-29'),
  fc
    .integer({ min: -900, max: 200 })
    .map((days) => new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10)),
);
const ITEMS = fc.array(
  fc
    .record({
      status: fc.constantFrom(...ITEM_LIFE_CYCLE.everyStatus),
      dueOn: fc.option(day, { freq: 4 }),
      closedOn: day,
    })
    .map((item) => ({ ...item, closedOn: item.status === 'CLOSED' ? item.closedOn : null })),
  { minLength: 400, maxLength: 400 },
);

describeOnEachDatabase('overdue, late and completed', (kind) => {
  let opened: TestDatabase;
  const items = new Map<
    string,
    { status: ItemStatus; dueOn: string | null; closedOn: string | null }
  >();

  beforeAll(async () => {
    opened = await openTestDatabase(kind);
    await putRows(opened, async ({ create, createMany }) => {
      const { id: organizationId } = await create(EVENTS.ORGANIZATION_ADDED, {
        code: 'D',
        name: 'D',
        kind: 'DISTRICT',
        path: 'D/',
      });
      const round = await create(RECTIFICATION_EVENTS.ROUND_ADDED, {
        code: 'R',
        title: 'R',
        inspectedOrganizationId: organizationId,
      });
      const area = await create(RECTIFICATION_EVENTS.AREA_ADDED, {
        roundId: round.id,
        ordinal: 1,
        title: 'A',
      });
      for (const item of fc.sample(ITEMS, { seed: 20_280_301, numRuns: 1 })[0]!)
        items.set(newKey(), item);
      const rows = [...items].map(([id, { status, dueOn, closedOn }], index) => ({
        id,
        roundId: round.id,
        areaId: area.id,
        organizationId,
        ordinal: index + 1,
        code: `R-1.${index + 1}`,
        title: '问题',
        status,
        dueOn: toDay(dueOn) ?? null,
        firstDueOn: toDay(dueOn) ?? null,
        closedOn: toDay(closedOn) ?? null,
        reviewOn: new Date('2028-01-01'),
        provenance: 'NOTICE' as const,
      }));
      await createMany(RECTIFICATION_EVENTS.ITEM_REGISTERED, rows);
    });
  });
  afterAll(() => opened.close());

  const keysWhere = (holds: (item: Parameters<typeof daysLate>[0]) => boolean) =>
    [...items].flatMap(([id, item]) => (holds(item) ? [id] : [])).sort();

  test('say the same of every item as rule, as filter and as SQL', async () => {
    const overdue = keysWhere((item) => isOverdue(item, TODAY));
    expect(overdue.length).toBeGreaterThan(50);
    const found = await opened.db.rectificationItem.findMany({
      where: overdueItems(todayInShanghai(NOW)),
    });
    expect(found.map(({ id }) => id).sort()).toEqual(overdue);
    const others = await opened.db.rectificationItem.count({
      where: { NOT: overdueItems(todayInShanghai(NOW)) },
    });
    expect(others).toBe(items.size - overdue.length);

    const today = `DATE '${TODAY}'`;
    const rows = await opened.db.$queryRaw<
      { id: string; isOverdue: boolean; daysLate: number | null }[]
    >`
      SELECT i."id", ${Prisma.raw(overdueSql('i', today))} AS "isOverdue",
        ${Prisma.raw(daysLateSql('i', today))} AS "daysLate" FROM "RectificationItem" i`;
    expect(rows).toHaveLength(items.size);
    for (const { id, ...said } of rows) {
      const item = items.get(id)!;
      expect([item, said]).toEqual([
        item,
        { isOverdue: isOverdue(item, TODAY), daysLate: daysLate(item, TODAY) },
      ]);
    }
    // Lateness beyond overdue: some items were closed too late.
    expect(rows.some(({ isOverdue: is, daysLate: days }) => !is && days !== null)).toBe(true);
  });

  test('count completion by rule as by condition', async () => {
    const counts: StatusCounts = {};
    for (const { status } of items.values()) counts[status] = (counts[status] ?? 0) + 1;
    const { numerator, denominator } = completionRate(counts);
    const counted = (trait: 'isCompleted' | 'isCounted') =>
      opened.db.rectificationItem.count({
        where: { status: { in: ITEM_LIFE_CYCLE.statusesThatAre(trait) } },
      });
    expect([await counted('isCompleted'), await counted('isCounted')]).toEqual([
      numerator,
      denominator,
    ]);
    expect(numerator).toBe(keysWhere(({ status }) => status === 'CLOSED').length);
    expect(denominator).toBe(keysWhere(({ status }) => status !== 'WITHDRAWN').length);
  });
});
