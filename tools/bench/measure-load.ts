import type pg from 'pg';
import type { RequestBody } from './queries/query.type.ts';
import { sendRequests } from './send-requests.ts';
import { readCpu } from './servers/read-cpu.ts';
import { say } from './show-progress.ts';
import type { Contender } from './servers/start-servers.ts';

/** What one server did in one turn. */
export interface Turn {
  requestsPerSecond: number;
  /** Requests answered with an error; not counted in the others. */
  failed: number;
  medianMs: number;
  p99Ms: number;
  /** Processor milliseconds a request, of the server's process and of PostgreSQL for it; null when unknown. */
  cpuMs: number | null;
  postgresMs: number | null;
}

export interface Load {
  connections: number;
  seconds: number;
  rounds: number;
}

/** What each server is asked. */
export type Asked = [contender: Contender, bodies: RequestBody[]][];

/** Loads the servers turn by turn (A B C A B C …), so that whatever else the machine does meets all alike. */
export async function measureLoad(asked: Asked, token: string, pool: pg.Pool, load: Load) {
  const turns: Partial<Record<Contender['name'], Turn[]>> = {};
  const seconds = Math.min(2, load.seconds);
  for (const [contender, bodies] of asked)
    await takeTurn(contender, pool, bodies, token, { ...load, seconds });
  for (let round = 0; round < load.rounds; round++)
    for (const [contender, bodies] of asked)
      (turns[contender.name] ??= []).push(await takeTurn(contender, pool, bodies, token, load));
  return {
    hub: medianTurn(turns.hub!),
    sql: medianTurn(turns.sql!),
    ...(turns.postgraphile && { postgraphile: medianTurn(turns.postgraphile) }),
    turns,
  };
}

async function takeTurn(
  contender: Contender,
  pool: pg.Pool,
  bodies: RequestBody[],
  token: string,
  load: Load,
): Promise<Turn> {
  const before = await readCpu(pool, contender);
  const { answered, failed, lastFailure, seconds, latencies } = await sendRequests(contender, {
    bodies,
    token,
    ...load,
  });
  const after = await readCpu(pool, contender);
  if (failed)
    say(`${contender.name}：${failed} 个请求失败 / ${failed} requests failed: ${lastFailure}`);
  // A connection that PostgreSQL closed meanwhile takes its time along.
  const perRequest = (from: number | null, to: number | null) =>
    from === null || to === null || to < from ? null : (to - from) / (answered + failed);
  const quantile = (share: number) => latencies[Math.ceil(share * answered) - 1] ?? NaN;
  return {
    failed,
    requestsPerSecond: answered / seconds,
    medianMs: quantile(0.5),
    p99Ms: quantile(0.99),
    cpuMs: perRequest(before.node, after.node),
    postgresMs: perRequest(before.postgres, after.postgres),
  };
}

function medianTurn(turns: Turn[]): Turn {
  const of = (column: keyof Turn) => {
    const known = turns.map((turn) => turn[column]).filter((value) => value !== null);
    return known.length ? known.sort((a, b) => a - b)[Math.floor(known.length / 2)]! : null;
  };
  return {
    failed: turns.reduce((sum, turn) => sum + turn.failed, 0),
    requestsPerSecond: of('requestsPerSecond') ?? 0,
    medianMs: of('medianMs') ?? 0,
    p99Ms: of('p99Ms') ?? 0,
    cpuMs: of('cpuMs'),
    postgresMs: of('postgresMs'),
  };
}
