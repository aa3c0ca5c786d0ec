// How quick the entries of a register are beside the items of the ledger, on a PostgreSQL server:
// `npm run registers -- [--database URL] [--entries N]`. It makes a database with the demonstration, as many entries and
// items, and drops it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hubProgram } from './bench/servers/hub-program.ts';

const ROOT = join(import.meta.dirname, '..');
const ROUNDS = 25;
/** A register of the demonstration, with texts, a choice, a sum, days, people and what is computed. */
const REGISTER = 'gifts';

const ENTRIES = (args: string, fields = 'nodes { number title stage values { key shown } }') =>
  `query ($id: ID!) { node(id: $id) { ... on Register { entries(${args}) { ${fields} } } } }`;
const ITEMS = (
  args: string,
  fields = 'nodes { code title status describedValues { key value } }',
) => `{ rectificationItems(${args}) { ${fields} } }`;

const ASKED: [string, string][] = [
  ['items: 20 by code', ITEMS('first: 20')],
  ['entries: 20 by number', ENTRIES('first: 20, orderBy: {field: NUMBER, direction: DESC}')],
  ['items: 20 by due date', ITEMS('first: 20, orderBy: {field: DUE_ON, direction: ASC}')],
  [
    'entries: 20 by a sum',
    ENTRIES('first: 20, orderBy: {field: FIELD, key: "amount", direction: DESC}'),
  ],
  [
    'entries: 20 by a day',
    ENTRIES('first: 20, orderBy: {field: FIELD, key: "receivedOn", direction: ASC}'),
  ],
  [
    'items: 20 due within a week',
    ITEMS('first: 20, filter: {dueFrom: "2022-01-01", dueTo: "2022-01-07"}'),
  ],
  [
    'entries: 20 of a range of the sum',
    ENTRIES('first: 20, filter: {field: {key: "amount", fenFrom: 100000, fenTo: 100200}}'),
  ],
  [
    'entries: 20 of one choice',
    ENTRIES('first: 20, filter: {field: {key: "giftType", is: ["cash"]}}'),
  ],
  ['items: count of a status', ITEMS('first: 0, filter: {status: [IN_PROGRESS]}', 'totalCount')],
  [
    'entries: count of one choice',
    ENTRIES('first: 0, filter: {field: {key: "giftType", is: ["cash"]}}', 'totalCount'),
  ],
  [
    'entries: sum of a field',
    'query ($id: ID!) { node(id: $id) { ... on Register { figures(sums: ["amount"]) { count sums { fen } } } } }',
  ],
];

async function main() {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
      entries: { type: 'string', default: '200000' },
    },
  });
  const count = Number(values.entries);
  const name = `taizhang_registers_${process.pid}`;
  const server = new pg.Client({ connectionString: values.database });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  const url = Object.assign(new URL(values.database), { pathname: `/${name}` }).href;
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-registers-'));
  const [args, kind] = hubProgram({ root: ROOT, hub: null, profile: null });
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dataDir },
      ...{ HOST: '127.0.0.1', PORT: '0', REQUESTS_PER_MINUTE: '0', ANSWER_CACHE_MB: '0' },
      ...{ HUB_ADMIN_TOKEN: TOKEN, DATABASE_URL: url },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const hub = await addressOf(child);
    const id = await fill(url, count);
    console.log(
      `\nhub: ${kind}, Node ${process.version}, ${count} entries and items, load ${loadavg()[0]!.toFixed(1)}\n`,
    );
    console.log('| asked for | median ms | longest ms |');
    console.log('|-|-:|-:|');
    for (const [title, document] of ASKED) console.log(await measure(hub, title, document, id));
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await server.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const TOKEN = 'token-of-the-measurement-which-is-long';

/** Copies an entry with its values, and an item, so many times. Nothing is told of them. @returns the register's id. */
async function fill(url: string, count: number): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string }>(
    'SELECT "id" FROM "Register" WHERE "key" = $1',
    [REGISTER],
  );
  const id = rows[0]!.id;
  const columns = async (table: string, others: Record<string, string>) => {
    const found = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
      [table],
    );
    const names = found.rows.map((row) => row.name);
    return [
      names.map((one) => `"${one}"`).join(),
      names.map((one) => others[one] ?? `one."${one}"`).join(),
    ] as const;
  };
  const copy = async (table: string, model: string, others: Record<string, string>) => {
    const [names, selected] = await columns(table, { id: 'gen_random_uuid()', ...others });
    await client.query(`INSERT INTO "${table}" (${names}) SELECT ${selected}
      FROM (SELECT * FROM "${table}" WHERE ${model} ORDER BY "id" LIMIT 1) AS one, generate_series(1, ${count}) AS n`);
  };
  await client.query('SET session_replication_role = replica');
  await copy('RectificationItem', `"status" = 'IN_PROGRESS'`, {
    code: `'M-' || n`,
    ordinal: '10000 + n',
    dueOn: `date '2020-01-01' + n % 2000`,
  });
  await copy('RegisterEntry', `"registerId" = '${id}' AND "number" = 1`, {
    number: '100 + n',
    enteredOn: `date '2020-01-01' + n % 2000`,
  });
  const [names, selected] = await columns('RegisterEntryValue', {
    entryId: 'e."id"',
    fen: `CASE one."key" WHEN 'amount' THEN e."number" * 7919 % 10000000 END`,
    day: `CASE one."key" WHEN 'receivedOn' THEN e."enteredOn" END`,
    text: `CASE one."key" WHEN 'giftType' THEN (ARRAY['goods','cash','voucher'])[1 + e."number" % 3] ELSE one."text" END`,
    uniqueAs: 'NULL',
    sort: `CASE one."key" WHEN 'amount' THEN lpad((e."number" * 7919 % 10000000)::text, 16, '0')
      WHEN 'receivedOn' THEN e."enteredOn"::text WHEN 'giftType' THEN (ARRAY['goods','cash','voucher'])[1 + e."number" % 3] ELSE one."sort" END`,
  });
  await client.query(`INSERT INTO "RegisterEntryValue" (${names}) SELECT ${selected} FROM "RegisterEntry" e
    JOIN "RegisterEntryValue" one ON one."entryId" = (SELECT "id" FROM "RegisterEntry" WHERE "registerId" = '${id}' AND "number" = 1)
    WHERE e."registerId" = '${id}' AND e."number" > 100`);
  await client.query('VACUUM ANALYZE');
  await client.end();
  return `Register_${id}`;
}

async function measure(hub: string, title: string, document: string, id: string): Promise<string> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const answer = await fetch(`${hub}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({
        query: document,
        ...(document.includes('$id') && { variables: { id } }),
      }),
    });
    const text = await answer.text();
    if (text.includes('"errors"')) throw new Error(`${title}: ${text.slice(0, 500)}`);
    // The first readings warm the connections and the plans.
    if (round > 4) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)]!;
  return `| ${title} | ${median.toFixed(1)} | ${times.at(-1)!.toFixed(1)} |`;
}

/** Where a hub that is starting serves. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`the hub did not start:\n${said}`)));
  });
}

await main();
