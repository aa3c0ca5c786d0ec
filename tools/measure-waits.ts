// How long one caller waits while eight others ask for figures by aliases without end, on a PostgreSQL server:
// `npm run waits -- [--database URL]`. It makes a database with the demonstration and drops it again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { hubProgram } from './bench/servers/hub-program.ts';

const ROOT = join(import.meta.dirname, '..');
const SECONDS = 10;
/** As many as the cost lets through. */
const MOST = 9;
const ALL_FIGURES = `itemCount closedWithEvidenceCount measureCount acceptedMeasureCount amountInvolved { sumFen }
  byArea { area { title } itemCount } byUnit { unit { name } itemCount } byLeader { leader { displayName } itemCount }
  documents { count } trainings { count }`;
const aliases = (n: number, filter: (n: number) => string) =>
  `{ ${Array.from({ length: n }, (_, at) => `a${at}: rectificationMetrics${filter(at)} { ...F } `).join('')} }
  fragment F on RectificationMetrics { ${ALL_FIGURES} }`;
const byYear = (n: number) => `(filter: { year: ${2000 + n} })`;
const NINTH = '{ rectificationItems(first: 20) { nodes { code title measures { text } } } }';

const LOADS: [string, string | null][] = [
  ['nothing', null],
  ['60 aliases, each of another year', aliases(60, byYear)],
  ['60 aliases of the same', aliases(60, () => '')],
  ['as many as the cost lets through, each of another year', aliases(MOST, byYear)],
  ['as many of the same', aliases(MOST, () => '')],
];

async function main() {
  const { values } = parseArgs({
    options: {
      database: { type: 'string', default: 'postgres://postgres@127.0.0.1:5432/postgres' },
    },
  });
  const name = `taizhang_waits_${process.pid}`;
  const server = new pg.Client({ connectionString: values.database });
  await server.connect();
  await server.query(`CREATE DATABASE "${name}"`);
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-waits-'));
  const [args, kind] = hubProgram({ root: ROOT, hub: null, profile: null });
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dataDir },
      ...{ HOST: '127.0.0.1', PORT: '0', REQUESTS_PER_MINUTE: '0', ANSWER_CACHE_MB: '0' },
      DATABASE_URL: Object.assign(new URL(values.database), { pathname: `/${name}` }).href,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await addressOf(child);
    const [ninth, ...eight] = await signInNine(url);
    console.log(`\nhub: ${kind}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}\n`);
    console.log(
      '| eight callers ask for | answers | their answer | ninth: median ms | longest ms |',
    );
    console.log('|-|-:|-|-:|-:|');
    for (const [title, document] of LOADS)
      console.log(await measure(url, { title, document, ninth: ninth!, eight }));
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null && child.kill('SIGTERM')) await gone;
    await server.query(`DROP DATABASE "${name}" WITH (FORCE)`);
    await server.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Load {
  title: string;
  document: string | null;
  ninth: string;
  eight: string[];
}

async function measure(url: string, { title, document, ninth, eight }: Load): Promise<string> {
  const until = performance.now() + SECONDS * 1_000;
  const codes = new Map<string, number>();
  const asking = eight.map(async (cookie) => {
    while (document && performance.now() < until) {
      const code = /"code":"(\w+)"/.exec(await ask(url, document, cookie))?.[1] ?? 'data';
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  });
  const waits: number[] = [];
  while (performance.now() < until) {
    const started = performance.now();
    const answer = await ask(url, NINTH, ninth);
    if (answer.includes('"errors"')) throw new Error(answer.slice(0, 500));
    waits.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await Promise.all(asking);
  waits.sort((a, b) => a - b);
  const told = [...codes].map(([code, count]) => `${count} ${code}`).join(', ');
  const all = [...codes.values()].reduce((sum, count) => sum + count, 0);
  const [median, longest] = [waits[waits.length >> 1]!, waits.at(-1)!];
  return `| ${title} | ${all} | ${told} | ${median.toFixed(0)} | ${longest.toFixed(0)} |`;
}

/** Sessions of nine people of the demonstration. */
async function signInNine(url: string): Promise<string[]> {
  const people = await ask(url, '{ signInOptions { demoPeople { id } } }', '');
  const ids = [...people.matchAll(/"id":"([\w-]+)"/g)].slice(0, 9).map(([, id]) => id);
  return Promise.all(
    ids.map(async (id) => {
      const query = `mutation { signInAsDemoPerson(input: { personId: "${id}" }) { __typename } }`;
      const response = await post(url, query, '');
      return response.headers.getSetCookie()[0]!.split(';')[0]!;
    }),
  );
}

const ask = async (url: string, query: string, cookie: string) =>
  (await post(url, query, cookie)).text();

const post = (url: string, query: string, cookie: string) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query }),
  });

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const url = /https?:\/\/\S+\/graphql/.exec(text)?.[0];
      if (url) resolve(url);
    });
    child.once('exit', () => reject(new Error(`the hub did not start: ${text}`)));
  });
}

await main();
