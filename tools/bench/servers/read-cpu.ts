import { readFileSync } from 'node:fs';
import type pg from 'pg';
import type { Contender } from './start-servers.ts';

/** Processor time in milliseconds since the start: of a server's process, of its PostgreSQL backends. */
export interface CpuTimes {
  node: number | null;
  postgres: number | null;
}

// The unit of /proc, USER_HZ, is 100 on every Linux that Node runs on.
const TICK_MS = 10;

/**
 * Reads processor times from /proc: on a machine shared with others they say more than the clock.
 * Null where there is no /proc, or PostgreSQL runs elsewhere.
 */
export async function readCpu(
  pool: pg.Pool,
  { pid, applicationName }: Contender,
): Promise<CpuTimes> {
  const { rows } = await pool.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE application_name = $1',
    [applicationName],
  );
  const backends = rows.map(({ pid: backend }) => cpuOf(backend));
  return {
    node: cpuOf(pid),
    postgres: backends.reduce<number | null>(
      (sum, time) => (sum === null || time === null ? null : sum + time),
      0,
    ),
  };
}

function cpuOf(pid: number): number | null {
  try {
    // The name in parentheses may hold spaces: fields count from behind it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return null;
  }
}
