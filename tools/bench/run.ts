// Measures the hub against hand-written SQL that answers the same requests: `npm run bench`.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { BenchError } from './bench-error.ts';
import { ask, askPeer, checkAnswers, comparePeer } from './check-answers.ts';
import { Random } from './data/random.ts';
import { prepareDatabase } from './database/prepare-database.ts';
import { measureEdits, type Edits } from './measure-edits.ts';
import { measureLoad, type Asked } from './measure-load.ts';
import { MEASURED } from './queries/index.ts';
import type { Sampling } from './queries/query.type.ts';
import { readOptions, type Options } from './read-options.ts';
import { drawEdits, drawPeers, drawTable, readMachine, type Result } from './report-results.ts';
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
    if (results.length) console.log(`${drawTable(results)}\n\n${drawPeers(results)}\n`);
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
    // Numbers of answers that differ compare nothing: whoever runs it in a script has to notice.
    if (results.some(({ difference }) => difference)) process.exitCode = 1;
    if (options.json) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await servers.stop();
    await pool.end();
  }
}

async function measureAll(options: Options, pool: pg.Pool, servers: Servers): Promise<Result[]> {
  const results: Result[] = [];
  for (const { name, title, document, sample, peer } of MEASURED) {
    if (options.only && !options.only.includes(name)) continue;
    const askHub = askerOf(servers);
    const sampled = await sample({ pool, random: new Random(7), askHub });
    const bodies = sampled.map((variables) => ({
      operationName: name,
      query: document,
      variables,
    }));
    say(
      `核对 ${name}：${bodies.length} 组变量 / checking ${name}: ${bodies.length} sets of variables`,
    );
    const checked = await checkAnswers(servers, bodies);
    if (checked.difference)
      say(`${name} 两个答复不同 / the answers to ${name} differ: ${checked.difference}`);
    say(`测量 ${name} / measuring ${name}`);
    const asked: Asked = [
      [servers.hub, bodies],
      [servers.sql, bodies],
    ];
    const { postgraphile } = servers;
    if (peer && postgraphile) asked.push([postgraphile, await askPeer(postgraphile, peer, bodies)]);
    const beside = asked[2] && (await comparePeer(servers, bodies, asked[2][1]));
    if (beside) say(`${name} PostGraphile 不同 / PostGraphile differs: ${beside}`);
    const measured = await measureLoad(asked, servers.token, pool, options);
    results.push({
      name,
      title,
      variants: bodies.length,
      ...checked,
      ...measured,
      ...(beside && { difference: beside }),
    });
  }
  return results;
}

const askerOf =
  ({ hub, token }: Servers): Sampling['askHub'] =>
  async (query, variables) => {
    const text = await ask(hub, { query, variables }, token);
    const { data } = JSON.parse(text) as { data?: unknown };
    if (data) return data;
    throw new BenchError(`hub 不给游标：${text}`, 'the hub gives no cursor');
  };

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
