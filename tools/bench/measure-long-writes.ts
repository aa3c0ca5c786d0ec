// How long others wait while very many rows are written, on a database of its own that is dropped afterwards:
//   npx tsx tools/bench/measure-long-writes.ts baseline [rows]   a ledger of an earlier version is taken into the log
//   npx tsx tools/bench/measure-long-writes.ts import [rows]     an act writes items while somebody edits one
// BENCH_SERVER_URL names another server than the one at 127.0.0.1:5432.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  beginAct,
  createStep,
  defineAct,
  migrate,
  newKey,
  openServer,
  overPool,
  runAct,
  startBaseline,
  startChain,
  writeChanges,
  type Database,
  type DatabasePool,
} from '@taizhang/platform';
import { bilingual, defineEvents } from '@taizhang/platform/rules';
import pg from 'pg';

const SERVER = process.env['BENCH_SERVER_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const words = bilingual('测', 'bench');
const EVENTS = defineEvents({
  ITEM_REGISTERED: { subject: 'RectificationItem', words },
  ITEM_EDITED: { subject: 'RectificationItem', words },
});
const { command } = defineAct({ command: 'benchImport', places: () => null, refusal: words });
const CALLER = {
  key: 'bench',
  name: 'bench',
  personId: null,
  isDemo: false,
  organizationId: newKey(),
  grants: [],
};
const BY = { caller: null, now: new Date(), address: null };
const now = () => new Date();

/** An organization, a round and areas, and items in the first: rows that no event tells of. */
const LEDGER = `
  INSERT INTO "Organization" ("id", "kind", "code", "name", "path", "updatedAt") VALUES (gen_random_uuid(), 'DISTRICT', 'D', 'D', 'D/', now());
  INSERT INTO "InspectionRound" ("id", "code", "title", "inspectedOrganizationId", "updatedAt")
    SELECT gen_random_uuid(), 'R', 'R', "id", now() FROM "Organization";
  INSERT INTO "FindingArea" ("id", "roundId", "ordinal", "title", "updatedAt")
    SELECT gen_random_uuid(), "id", n, 'A' || n, now() FROM "InspectionRound", generate_series(1, 2) n;`;
const ITEMS = `
  INSERT INTO "RectificationItem" ("id", "code", "roundId", "areaId", "ordinal", "organizationId", "title", "updatedAt")
    SELECT gen_random_uuid(), 'R-1.' || n, r."id", a."id", n, r."inspectedOrganizationId", '问题 ' || n, now()
    FROM "InspectionRound" r JOIN "FindingArea" a ON a."roundId" = r."id" AND a."ordinal" = 1, generate_series(1, $1::int) n`;

/** Takes hold again and again of what a batch holds, as every writer has to. @returns each wait in milliseconds. */
async function waitsOf(attempt: () => Promise<unknown>, signal: AbortSignal): Promise<number[]> {
  const waits: number[] = [];
  while (!signal.aborted) {
    const began = performance.now();
    await attempt();
    waits.push(performance.now() - began);
    await wait(20);
  }
  return waits;
}

/** The database as long writes see it: how long each transaction of theirs takes is kept. */
const timed = (db: Database, batches: number[]): Database =>
  new Proxy(db, {
    get: (target, name) =>
      name === '$transaction'
        ? async (...args: Parameters<Database['$transaction']>) => {
            const began = performance.now();
            const result: unknown = await target.$transaction(...args);
            batches.push(performance.now() - began);
            return result;
          }
        : (Reflect.get(target, name) as unknown),
  });

const spread = (times: readonly number[]) => {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(0) ?? '—';
  return `${times.length}, ms: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`;
};

function report(
  what: string,
  rows: number,
  tookMs: number,
  { batches, waits }: { batches: readonly number[]; waits: readonly number[] },
) {
  const seconds = tookMs / 1000;
  console.log(
    `${what}: ${rows} rows in ${seconds.toFixed(1)} s, ${Math.round(rows / seconds)} rows/s\n` +
      `  batches ${spread(batches)}\n  waits of others ${spread(waits)}`,
  );
}

async function measureBaseline({ pool }: DatabasePool, db: Database, rows: number) {
  await pool.query(ITEMS, [rows]);
  await pool.query('UPDATE "EventChain" SET "baselineAt" = NULL');
  const stopping = new AbortController();
  const began = performance.now();
  const batches: number[] = [];
  const baseline = await startBaseline(timed(db, batches), {
    now,
    onError: (error) => console.error(error),
  });
  const waiting = waitsOf(
    () => db.$transaction((tx) => tx.$queryRaw`SELECT "position" FROM "EventChain" FOR UPDATE`),
    stopping.signal,
  );
  while (baseline.progress()) await wait(50);
  const took = performance.now() - began;
  stopping.abort();
  report('baseline', rows, took, { batches, waits: await waiting });
}

async function measureImport({ pool }: DatabasePool, db: Database, rows: number) {
  await pool.query(ITEMS, [1]);
  const item = await db.rectificationItem.findFirstOrThrow();
  const area = await db.findingArea.findFirstOrThrow({ where: { ordinal: 2 } });
  const steps = Array.from({ length: rows }, (_, n) =>
    createStep(EVENTS.ITEM_REGISTERED, {
      id: newKey(),
      code: `R-2.${n}`,
      roundId: item.roundId,
      areaId: area.id,
      ordinal: n + 1,
      organizationId: item.organizationId,
      title: `第 ${n} 项工作落实不到位`,
    }),
  );
  const id = newKey();
  const about = { kind: 'IMPORT', command, caller: CALLER, address: null, now: now() } as const;
  await db.$transaction((tx) => beginAct(tx, { ...about, id, organizationId: null, steps }));
  const stopping = new AbortController();
  const edit = () =>
    writeChanges(db, BY, async ({ tx, change }) => {
      const stored = await tx.rectificationItem.findUniqueOrThrow({ where: { id: item.id } });
      await change(EVENTS.ITEM_EDITED, stored, { description: randomUUID() });
    });
  const waiting = waitsOf(edit, stopping.signal);
  const began = performance.now();
  const batches: number[] = [];
  await runAct(timed(db, batches), id, { now });
  const took = performance.now() - began;
  stopping.abort();
  report('import', rows, took, { batches, waits: await waiting });
  const alone = new AbortController();
  const quiet = waitsOf(edit, alone.signal);
  await wait(3_000);
  alone.abort();
  console.log(`  the same edits alone ${spread(await quiet)}`);
}

const [what, rows] = [process.argv[2], Number(process.argv[3])];
const MEASURES = {
  baseline: (pool: DatabasePool, db: Database) => measureBaseline(pool, db, rows || 100_000),
  import: (pool: DatabasePool, db: Database) => measureImport(pool, db, rows || 20_000),
};
const measure = MEASURES[what as keyof typeof MEASURES];
if (!measure) throw new Error('Say baseline or import');
const name = `taizhang_long_writes_${process.pid}`;
const server = new pg.Client({ connectionString: SERVER });
await server.connect();
await server.query(`CREATE DATABASE "${name}"`);
const opened = await openServer(Object.assign(new URL(SERVER), { pathname: `/${name}` }).href);
const db = overPool(opened);
try {
  await migrate(opened.pool, join(import.meta.dirname, '../../prisma/migrations'));
  await startChain(db, now(), 'SM3');
  await opened.pool.query(LEDGER);
  await measure(opened, db);
} finally {
  await db.$disconnect();
  await opened.close();
  await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
  await server.end();
}
