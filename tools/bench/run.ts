// Measures the hub against hand-written SQL that answers the same requests: `npm run bench`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { BenchError } from './bench-error.ts';
import { checkAnswers } from './check-answers.ts';
import { Random } from './data/random.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { measureEdits, type Edits } from './measure-edits.ts';
import { measureLoad } from './measure-load.ts';
import { MEASURED } from './queries/index.ts';
import { readOptions, type Options } from './read-options.ts';
import { drawEdits, drawTable, readMachine, type Result } from './report-results.ts';
import { startServers, type Servers } from './servers/start-servers.ts';
import { say } from './show-progress.ts';

const ROOT = join(import.meta.dirname, '../..');

async function main() {
  const options = readOptions(process.argv.slice(2));
  if (!options) return;
  const migrations = join(ROOT, 'prisma/migrations');
  const url = await prepareDatabase({ ...options, server: options.database, migrations });
  const pool = new pg.Pool({ connectionString: url, max: 1, options: '-c TimeZone=UTC' });
  say('启动两个服务 / starting both servers');
  const servers = await startServers(url, { ...options, root: ROOT });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void servers.stop().then(() => process.exit(130)));
  try {
    const machine = await readMachine(pool, servers.hub.kind);
    const results = await measureAll(options, pool, servers);
    const edits = await editAll(options, pool, servers);
    console.log(`\n${JSON.stringify(machine)}\n`);
    if (results.length) console.log(`${drawTable(results)}\n`);
    if (edits.length) console.log(`${drawEdits(edits)}\n`);
    const { items, connections, seconds, rounds } = options;
    const report = {
      at: new Date().toISOString(),
      machine,
      items,
      connections,
      seconds,
      rounds,
      results,
      edits,
    };
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await servers.stop();
    await pool.end();
  }
}

async function measureAll(options: Options, pool: pg.Pool, servers: Servers): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, title, document, sample } of MEASURED) {
    if (options.only && !options.only.includes(name)) continue;
    const sampled = await sample({ pool, random: new Random(7) });
    const bodies = sampled.map((variables) => ({
      operationName: name,
      query: document,
      variables,
    }));
    say(
      `核对 ${name}：${bodies.length} 组变量 / checking ${name}: ${bodies.length} sets of variables`,
    );
    const bytes = await checkAnswers(servers, bodies);
    say(`测量 ${name} / measuring ${name}`);
    const measured = await measureLoad(servers, pool, bodies, options);
    results.push({ name, title, variants: bodies.length, bytes, ...measured });
  }
  return results;
}

async function editAll(options: Options, pool: pg.Pool, servers: Servers): Promise<Edits[]> {
  if (options.only && !options.only.includes('Edit')) return [];
  const edits: Edits[] = [];
  for (const connections of new Set([1, options.connections]))
    edits.push(await measureEdits(servers, connections, { pool, ...options }));
  return edits;
}

main().catch((error: unknown) => {
  console.error(error instanceof BenchError ? error.message : error);
  process.exit(1);
});
