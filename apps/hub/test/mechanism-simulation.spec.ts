import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromDay } from '@taizhang/platform';
import { addDays, addMonths, weekdayOf } from '@taizhang/platform/rules';
import {
  describeOnEachDatabase,
  findFoldDifferences,
  openTestDatabase,
  type TestDatabase,
} from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepared, putRows } from './harness/put-rows.ts';
import {
  liveAlone,
  liveThrough,
  putMechanisms,
  SIMULATION_START,
  type Simulation,
} from './harness/simulate-mechanisms.ts';

/** The whole of it takes its time: `npm run simulate`. */
const IS_LONG = process.env['SIMULATION'] === 'long';
const SHAPE: Simulation = IS_LONG
  ? { mechanisms: 500, days: 1_096, hubs: 3, seed: 20_261_128 }
  : { mechanisms: 25, days: 150, hubs: 2, seed: 20_261_128 };
/** The server that test databases are on. */
const SERVER = process.env['TEST_DATABASE_URL'] || 'postgres://postgres@127.0.0.1:5432/postgres';
const LAST_DAY = addDays(SIMULATION_START, SHAPE.days);

type Stored = Omit<
  Awaited<ReturnType<typeof putMechanisms>>[number],
  'recurrenceRule' | 'period' | 'timesPerPeriod'
> & {
  recurrenceRule?: string;
  period?: 'WEEK' | keyof typeof MONTHS;
  timesPerPeriod?: number;
};

const MONTHS = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 } as const;

/** Whether a rule falls on a day, told by looking at the day alone: another way than that of the hub. */
function falls(rule: string, day: string, anchor: string): boolean {
  const [, month, date] = day.split('-').map(Number) as [number, number, number];
  const isLast = addDays(day, 1).endsWith('-01');
  switch (rule) {
    case 'FREQ=MONTHLY;BYMONTHDAY=31':
      return isLast;
    case 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20':
      return (month === 6 || month === 12) && date === 20;
    case 'FREQ=MONTHLY;BYDAY=-1FR':
      return weekdayOf(day) === 4 && addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
    default: {
      const week = (one: string) => (Date.parse(one) / 86_400_000 + 3) / 7;
      const apart = Math.floor(week(day)) - Math.floor(week(anchor));
      return weekdayOf(day) === 0 && apart % 2 === 0;
    }
  }
}

/** How many occurrences of a day there have to be by the last day, by day. */
function expectedOf(mechanism: Stored): Map<string, number> {
  const start = fromDay(mechanism.startsOn as Date)!;
  const days = new Map<string, number>();
  let before: string | null = null;
  for (let day = start; day <= addDays(LAST_DAY, 800); day = addDays(day, 1)) {
    let [count, opensOn] = [0, start];
    if (mechanism.cadence === 'RULE') {
      if (falls(mechanism.recurrenceRule!, day, start)) count = 1;
      if (before) opensOn = addDays(before, 1);
      if (count) before = day;
    } else {
      const next = addDays(day, 1);
      const { period } = mechanism;
      const ends =
        period === 'WEEK'
          ? weekdayOf(day) === 6
          : next.endsWith('-01') && (Number(next.slice(5, 7)) - 1) % MONTHS[period!] === 0;
      if (ends) count = mechanism.timesPerPeriod!;
      opensOn = period === 'WEEK' ? addDays(day, -6) : addMonths(next, -MONTHS[period!]);
    }
    if (count && opensOn <= LAST_DAY) days.set(day, count);
  }
  return days;
}

describeOnEachDatabase(
  `${SHAPE.mechanisms} mechanisms over ${SHAPE.days} days, hubs killed at random`,
  (kind) => {
    let opened: TestDatabase;
    let mechanisms: Stored[] = [];
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-simulation-'));

    beforeAll(async () => {
      opened = await openTestDatabase(kind);
      const bureau = await putRows(opened, ({ create }) =>
        create(prepared('Organization'), {
          code: 'S',
          name: '模拟区',
          kind: 'DISTRICT',
          path: 'S/',
        }),
      );
      const shape = kind === 'server' ? SHAPE : { ...SHAPE, mechanisms: 25 };
      mechanisms = (await putMechanisms(opened.db, bureau.id, shape)) as Stored[];
      if (kind === 'embedded') return liveAlone(opened.db, shape);
      const { rows } = await opened.pool.query<{ name: string }>(
        'SELECT current_database() AS "name"',
      );
      const url = Object.assign(new URL(SERVER), { pathname: `/${rows[0]!.name}` }).href;
      const lived = await liveThrough(opened.db, url, folder, SHAPE);
      expect(lived.killed).toBeGreaterThan(5);
    }, 3_600_000);
    afterAll(async () => {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    });

    test('open each occurrence once, none missing and none too many', async () => {
      const stored = await opened.db.mechanismOccurrence.findMany({
        select: { mechanismId: true, slotOn: true },
      });
      const differing: unknown[] = [];
      for (const mechanism of mechanisms) {
        const found = new Map<string, number>();
        for (const { mechanismId, slotOn } of stored)
          if (mechanismId === mechanism.id) {
            const day = fromDay(slotOn)!;
            found.set(day, (found.get(day) ?? 0) + 1);
          }
        const expected = expectedOf(mechanism);
        const days = new Set([...found.keys(), ...expected.keys()]);
        for (const day of days)
          if (found.get(day) !== expected.get(day))
            differing.push([mechanism.recurrenceRule ?? mechanism.period, day, found.get(day)]);
      }
      expect(differing).toEqual([]);
      expect(stored.length).toBeGreaterThan(50);
    });

    test('count as missed just what is past its grace, each by one event', async () => {
      const due = await opened.db.mechanismOccurrence.groupBy({
        by: ['status'],
        where: { graceEndsOn: { lt: new Date(LAST_DAY) } },
        _count: { _all: true },
      });
      expect(due.map(({ status }) => status)).toEqual(['MISSED']);
      const missed = await opened.db.event.count({ where: { type: 'OCCURRENCE_MISSED' } });
      expect(missed).toBe(due[0]!._count._all);
    });

    test('leave a log that folds to what is stored', async () => {
      expect(await findFoldDifferences(opened.db, ['MechanismOccurrence'])).toEqual([]);
    });
  },
);
