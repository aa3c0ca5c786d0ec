import { spawn, type ChildProcess } from 'node:child_process';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mechanismJobs } from '@taizhang/mechanisms';
import {
  jobRunner,
  newKey,
  toDay,
  writeChanges,
  type Database,
  type Job,
  type NewRow,
} from '@taizhang/platform';
import { addDays } from '@taizhang/platform/rules';
import { MECHANISM_EVENTS, MECHANISM_LIFE_CYCLE } from '@taizhang/mechanisms/rules';
import { seeded } from './seeded.ts';

export interface Simulation {
  mechanisms: number;
  days: number;
  hubs: number;
  seed: number;
}

export const SIMULATION_START = '2025-01-01';
const SETTLED_MS = 120_000;

type Mechanism = NewRow<'StandingMechanism'> & { id: string };

/** Cadences of every kind, as bureaus have them. */
const CADENCES = [
  { cadence: 'TIMES', timesPerPeriod: 2, period: 'MONTH' },
  { cadence: 'TIMES', timesPerPeriod: 1, period: 'QUARTER' },
  { cadence: 'TIMES', timesPerPeriod: 2, period: 'HALF_YEAR' },
  { cadence: 'TIMES', timesPerPeriod: 1, period: 'YEAR' },
  { cadence: 'TIMES', timesPerPeriod: 1, period: 'WEEK' },
  { cadence: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYMONTHDAY=31' },
  { cadence: 'RULE', recurrenceRule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO' },
  { cadence: 'RULE', recurrenceRule: 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20' },
  { cadence: 'RULE', recurrenceRule: 'FREQ=MONTHLY;BYDAY=-1FR' },
] as const;

/** Mechanisms that begin on different days, as commands set them up, without what they open. */
export async function putMechanisms(
  db: Database,
  organizationId: string,
  { mechanisms, days, seed }: Simulation,
): Promise<Mechanism[]> {
  const random = seeded(seed);
  const rows = Array.from({ length: mechanisms }, (_, n): Mechanism => {
    const startsOn = toDay(addDays(SIMULATION_START, random(Math.ceil(days / 3))))!;
    return {
      id: newKey(),
      title: `模拟机制 ${n}`,
      organizationId,
      ...CADENCES[random(CADENCES.length)]!,
      graceCount: random(5),
      startsOn,
      cadenceFrom: startsOn,
      slotsFrom: startsOn,
      nextOpensOn: startsOn,
      ...MECHANISM_LIFE_CYCLE.bornBy(MECHANISM_EVENTS.MECHANISM_ADDED),
    };
  });
  const by = { caller: null, now: new Date(`${SIMULATION_START}T00:00:00Z`), address: null };
  await writeChanges(db, by, ({ createMany }) =>
    createMany(MECHANISM_EVENTS.MECHANISM_ADDED, rows),
  );
  return rows;
}

/**
 * Lets hubs live through the days on one database. Any of them is killed at any moment and comes back later; now
 * and then none is there for weeks.
 *
 * @returns how many were killed, and on how many days nobody was there.
 */
export async function liveThrough(
  db: Database,
  url: string,
  folder: string,
  { days, hubs, seed }: Simulation,
): Promise<{ killed: number; alone: number }> {
  const random = seeded(seed + 1);
  const clock = join(folder, 'clock');
  const put = (day: string, minutes = 0) => {
    // Renamed into its place: a hub never reads half a moment.
    const moment = new Date(begin(day).getTime() + minutes * 60_000);
    writeFileSync(`${clock}.next`, moment.toISOString());
    renameSync(`${clock}.next`, clock);
  };
  put(SIMULATION_START);
  const alive: (ChildProcess | null)[] = Array.from({ length: hubs }, () => startOne(url, clock));
  let [killed, alone] = [0, 0];
  const kill = (place: number) => {
    if (!alive[place]) return;
    alive[place].kill('SIGKILL');
    alive[place] = null;
    killed += 1;
  };
  try {
    for (let passed = 0; passed < days;) {
      const isDowntime = random(25) === 0;
      if (isDowntime) for (let place = 0; place < hubs; place += 1) kill(place);
      const step = isDowntime ? 7 + random(28) : 1 + random(4);
      passed = Math.min(days, passed + step);
      put(addDays(SIMULATION_START, passed));
      if (isDowntime) alone += step;
      // Somewhere in the work, and not always the same one.
      await wait(random(120));
      if (random(4) === 0) kill(random(hubs));
      for (let place = 0; place < hubs; place += 1) alive[place] ??= startOne(url, clock);
      if (random(3) === 0) await settled(db, addDays(SIMULATION_START, passed), put);
    }
    // Work that was under way when the day came did some of it by the day before: another round does the rest.
    const last = addDays(SIMULATION_START, days);
    await settled(db, last, put);
    await settled(db, last, put, 180);
  } finally {
    for (const child of alive) child?.kill('SIGKILL');
  }
  return { killed, alone };
}

const startOne = (url: string, clock: string) =>
  spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'simulation-hub.ts'), url, clock],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );

/**
 * Waits until some hub has done its round by the clock of a day. Whoever was killed at it holds the work for some
 * minutes: the clock goes on until another one may take it.
 */
async function settled(
  db: Database,
  day: string,
  put: (day: string, minutes: number) => void,
  after = 0,
) {
  const moment = new Date(begin(day).getTime() + after * 60_000);
  let looks = 0;
  for (const until = Date.now() + SETTLED_MS; Date.now() < until; await wait(50)) {
    put(day, after + Math.min(50, 6 * Math.floor(looks / 40)));
    const job = await db.job.findFirst({ where: { name: 'standing-mechanisms' } });
    if (job && job.runAt > moment && !job.lockedUntil) return;
    looks += 1;
  }
  throw new Error(`No hub did its work by ${day}`);
}

/** The moment of a day at which hubs look for work, in the morning in China. */
const begin = (day: string) => new Date(`${day}T02:00:00Z`);

/** One hub that is never killed, and not there on most days. */
export async function liveAlone(db: Database, { days, seed }: Simulation): Promise<void> {
  const random = seeded(seed + 1);
  let day = SIMULATION_START;
  const now = () => new Date(`${day}T02:00:00Z`);
  const failed = (_name: string, error: unknown) => {
    throw error;
  };
  const runner = jobRunner(db, mechanismJobs as Job[], { now, onError: failed });
  for (let passed = 0; passed < days;) {
    passed = Math.min(days, passed + 1 + random(40));
    day = addDays(SIMULATION_START, passed);
    await runner.runDue();
  }
}
