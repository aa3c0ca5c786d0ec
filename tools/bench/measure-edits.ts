import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { BenchError } from './bench-error.ts';
import { recordId } from './queries/fragments.ts';
import { readCpu } from './servers/read-cpu.ts';
import type { Contender, Servers } from './servers/start-servers.ts';
import { say } from './show-progress.ts';

/** Changes by one connection after another, and by many at a time. */
export interface Edits {
  connections: number;
  editsPerSecond: number;
  medianMs: number;
  p99Ms: number;
  /** Processor milliseconds an edit, of the hub's process and of PostgreSQL for it; null when unknown. */
  cpuMs: number | null;
  postgresMs: number | null;
}

interface Editing {
  pool: pg.Pool;
  seconds: number;
  rounds: number;
}

const DOCUMENT = `mutation Edit($input: EditRectificationItemInput!) {
  editRectificationItem(input: $input) { __typename ... on RectificationItem { version } }
}`;

/** How many items each connection changes in turn: no two change the same, so that none waits for a row. */
const ITEMS = 20;

/**
 * Measures changes over HTTP: the description of an item, with its event, its link of the chain
 * and its place in the queue of the search. They stay: the ledger is as large after them as before,
 * its log longer.
 */
export async function measureEdits(
  { hub, token }: Servers,
  connections: number,
  { pool, seconds, rounds }: Editing,
): Promise<Edits> {
  say(`测量修改：${connections} 个连接 / measuring changes: ${connections} connections`);
  const turns: Edits[] = [];
  for (let round = -1; round < rounds; round++) {
    const turn = await takeTurn(hub, token, connections, {
      pool,
      seconds: round < 0 ? 1 : seconds,
    });
    // The first one only warms up.
    if (round >= 0) turns.push(turn);
  }
  return turns.sort((a, b) => a.editsPerSecond - b.editsPerSecond)[Math.floor(turns.length / 2)]!;
}

interface Item {
  id: string;
  version: number;
}

async function takeTurn(
  hub: Contender,
  token: string,
  connections: number,
  { pool, seconds }: Pick<Editing, 'pool' | 'seconds'>,
): Promise<Edits> {
  const { rows: items } = await pool.query<Item>(
    `SELECT ${recordId('RectificationItem', 'id')} AS id, version FROM "RectificationItem"
     WHERE status = 'IN_PROGRESS' ORDER BY id LIMIT $1`,
    [connections * ITEMS],
  );
  const latencies: number[] = [];
  const before = await readCpu(pool, hub);
  const started = performance.now();
  const keepBusy = async (connection: number) => {
    const own = items.filter((_, place) => place % connections === connection);
    for (let n = 0; performance.now() < started + seconds * 1000; n++) {
      const sent = performance.now();
      await edit(hub, token, own[n % own.length]!);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, connection) => keepBusy(connection)));
  const took = (performance.now() - started) / 1000;
  const after = await readCpu(pool, hub);
  latencies.sort((a, b) => a - b);
  // A connection that PostgreSQL closed meanwhile takes its time along.
  const each = (from: number | null, to: number | null) =>
    from === null || to === null || to < from ? null : (to - from) / latencies.length;
  return {
    connections,
    editsPerSecond: latencies.length / took,
    medianMs: latencies[Math.ceil(latencies.length / 2) - 1] ?? NaN,
    p99Ms: latencies[Math.ceil(latencies.length * 0.99) - 1] ?? NaN,
    cpuMs: each(before.node, after.node),
    postgresMs: each(before.postgres, after.postgres),
  };
}

async function edit({ url }: Contender, token: string, item: Item): Promise<void> {
  const input = {
    id: item.id,
    expectedVersion: item.version,
    idempotencyKey: randomUUID(),
    description: `第 ${item.version} 次核对问题表述，与反馈意见一致。`,
  };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ operationName: 'Edit', query: DOCUMENT, variables: { input } }),
  });
  const text = await response.text();
  const version = /"__typename":"RectificationItem","version":(\d+)/.exec(text)?.[1];
  if (!version) throw new BenchError(`修改失败：${text}`, 'a change failed');
  item.version = Number(version);
}
