import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../database/open-database.ts';
import type { Job } from '../jobs/job.type.ts';
import type { ShownNumber } from '../metrics/create-metrics.ts';
import type { Anchors, PlaceState } from './anchors/keep-anchors.ts';
import { checkChain } from './check-chain.ts';
import { checkRows, rowFault, type RowPlace } from './check-rows.ts';

const DAY_MINUTES = 24 * 60;
const STRETCH = 5_000;
/** As many faults as are kept; more say nothing more. */
const MOST_FAULTS = 20;

/** Something in the log, the ledger or the anchors that is not as it was written. */
export interface LogFault {
  fault: string;
  /** Where: a link, a record, a line of the anchors. */
  place: string;
}

/** What watching over the log has found last. */
export interface LogState {
  checkedAt: Date | null;
  checkedEvents: number;
  checkedRows: number;
  faults: LogFault[];
  anchoredAt: Date | null;
  anchoredTo: number | null;
  places: PlaceState[];
}

/** Reads what was found last; one row. */
export async function readLogState(db: Database): Promise<LogState> {
  const row = await db.logWatch.findFirst();
  return {
    checkedAt: row?.checkedAt ?? null,
    checkedEvents: row?.checkedEvents ?? 0,
    checkedRows: row?.checkedRows ?? 0,
    faults: (row?.faults ?? []) as unknown as LogFault[],
    anchoredAt: row?.anchoredAt ?? null,
    anchoredTo: row?.anchoredTo === null || row === null ? null : Number(row.anchoredTo),
    places: (row?.places ?? []) as unknown as PlaceState[],
  };
}

/** What anybody may know of it: that something was found, and not what. */
export interface LogSummary {
  state: 'WHOLE' | 'BROKEN' | 'UNCHECKED';
  checkedAt: Date | null;
  anchoredAt: Date | null;
  /** How many places did not get the last anchor. */
  failingPlaces: number;
}

export const summarizeLog = ({ checkedAt, faults, anchoredAt, places }: LogState): LogSummary => ({
  state: !checkedAt ? 'UNCHECKED' : faults.length ? 'BROKEN' : 'WHOLE',
  checkedAt,
  anchoredAt,
  failingPlaces: places.filter(({ error }) => error !== null).length,
});

/** Once a day checks the chain, the records against their events, and the anchors of this hub. */
export const watchLog = (
  anchors: Pick<Anchors, 'check'>,
  onFault: (faults: readonly LogFault[]) => void,
): Job => ({
  name: 'watch-log',
  everyMinutes: DAY_MINUTES,
  startsLater: true,
  run: async ({ db, now, signal }) => {
    const faults: LogFault[] = [];
    const checkedEvents = await checkAllLinks(db, signal, faults);
    const { firstBad } = await anchors.check();
    if (firstBad)
      faults.push({ fault: firstBad.fault, place: `${firstBad.line}:${firstBad.position ?? ''}` });
    // Of these there may be more than are told: what is said of the log itself comes before them.
    const checkedRows = await checkAllRows(db, signal, faults);
    await db.logWatch.updateMany({
      data: {
        checkedAt: now(),
        checkedEvents,
        checkedRows,
        faults: faults.slice(0, MOST_FAULTS) as unknown as object[],
      },
    });
    if (faults.length) onFault(faults.slice(0, MOST_FAULTS));
  },
});

async function checkAllLinks(db: Database, signal: AbortSignal, faults: LogFault[]) {
  for (let after = 0n; ;) {
    signal.throwIfAborted();
    const { isFinished, firstBad, checkedThrough } = await checkChain(db, {
      after,
      limit: STRETCH,
    });
    if (firstBad) faults.push({ fault: firstBad.fault, place: String(firstBad.position) });
    if (isFinished) return Number(checkedThrough);
    after = checkedThrough;
    await nextTurn();
  }
}

async function checkAllRows(db: Database, signal: AbortSignal, faults: LogFault[]) {
  let place: RowPlace | null = null;
  for (let checked = 0; ;) {
    signal.throwIfAborted();
    const stretch = await checkRows(db, place);
    checked += stretch.checked;
    for (const row of stretch.differences.slice(0, MOST_FAULTS))
      faults.push({ fault: rowFault(row).fault, place: `${row.model}_${row.id}` });
    if (!stretch.next) return checked;
    place = stretch.next;
    await nextTurn();
  }
}

/** What of it a Prometheus server is told. */
export function logNumbers(db: Database): ShownNumber[] {
  const seconds = (moment: Date | null) => (moment ? moment.getTime() / 1000 : 0);
  return [
    {
      name: 'log_faults',
      help: '最近一次核验发现的异常。Faults that the last check of the log has found.',
      read: async () => (await readLogState(db)).faults.length,
    },
    {
      name: 'log_checked_timestamp_seconds',
      help: '最近一次核验日志的时间。When the log was checked last.',
      read: async () => seconds((await readLogState(db)).checkedAt),
    },
    {
      name: 'log_anchored_timestamp_seconds',
      help: '最近一次锚定链尾的时间。When the end of the chain was anchored last.',
      read: async () => seconds((await readLogState(db)).anchoredAt),
    },
    {
      name: 'log_anchored_position',
      help: '已锚定到的环节。Up to which link the chain is anchored.',
      read: async () => (await readLogState(db)).anchoredTo ?? 0,
    },
    {
      name: 'log_anchor_places_failing',
      help: '锚点未能送达的去处。Places that the last anchor did not reach.',
      read: async () => (await readLogState(db)).places.filter(({ error }) => error).length,
    },
  ];
}
