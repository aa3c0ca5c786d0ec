// What floods of GraphQL documents cost a hub as it is built, each sent before anybody signed in:
// `npm run floods`. It reads processor times from /proc, so it runs on Linux.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { FLOODS, WITHIN_LIMITS } from '../apps/hub/test/harness/floods.ts';
import { hubProgram } from './bench/servers/hub-program.ts';

const ROOT = join(import.meta.dirname, '..');
/** Sent one after the other to measure CPU, then by several at once to see whether others wait. */
const TIMES = 10;
const AT_ONCE = 6;

interface Answer {
  status: number;
  bytes: number;
  text: string;
}

const agent = new Agent({ keepAlive: true });

async function main() {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-floods-'));
  const [args, kind] = hubProgram({ root: ROOT, hub: null, profile: null });
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...{ PATH: process.env['PATH'], NODE_ENV: 'production', DATA_DIR: dataDir },
      ...{ HOST: '127.0.0.1', PORT: '0', DEMO: 'false' },
      // The floods are to meet what is behind the rate limit.
      ...{ REQUESTS_PER_MINUTE: '0', CONNECTIONS_PER_ADDRESS: '200' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let logged = '';
  child.stderr.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  try {
    const url = await addressOf(child);
    const warm = Buffer.from('{"query":"{ __typename }"}');
    for (let n = 0; n < 50; n += 1) await post(url, warm);
    console.log(`\nhub: ${kind}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}\n`);
    console.log('| flood | bytes sent | CPU ms | answer, bytes | answer | longest /livez, ms |');
    console.log('|-|-:|-:|-:|-|-:|');
    for (const { title, document } of [
      { title: '(nothing: `{ __typename }`)', document: '{ __typename }' },
      ...FLOODS,
      ...WITHIN_LIMITS,
    ])
      console.log(await measure(url, child.pid!, title, document));
    console.log(await measureHalfSent(url, child.pid!));
    console.log(`\nlines in the hub's log: ${logged.split('\n').filter(Boolean).length}`);
  } finally {
    agent.destroy();
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(url: string, pid: number, title: string, document: string): Promise<string> {
  const body = Buffer.from(JSON.stringify({ query: document }));
  const before = cpuOf(pid);
  let answer: Answer | null = null;
  for (let n = 0; n < TIMES; n += 1) answer = await post(url, body);
  const cpu = (cpuOf(pid) - before) / TIMES;
  const longest = await longestWait(url, () =>
    Promise.all(Array.from({ length: AT_ONCE }, () => post(url, body))),
  );
  const { status, bytes, text } = answer!;
  const code = /"code":"(\w+)"/.exec(text)?.[1] ?? 'data';
  return row(title, Buffer.byteLength(document), cpu, bytes, `${status} ${code}`, longest);
}

/** 500 connections on which a body is begun and never ended. */
async function measureHalfSent(url: string, pid: number): Promise<string> {
  const { port } = new URL(url);
  const head =
    'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{';
  const before = cpuOf(pid);
  let isOver = false;
  const longest = await longestWait(url, async () => {
    const ends: Promise<void>[] = [];
    for (let n = 0; n < 500; n += 1) {
      const socket = connect({ host: '127.0.0.1', localAddress: '127.0.0.2', port: Number(port) });
      ends.push(new Promise((resolve) => socket.once('close', () => resolve())));
      socket
        .on('error', () => undefined)
        .resume()
        .write(head);
      // Else it would be this process that is busy, not the hub.
      if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(ends);
    isOver = true;
  });
  const cpu = (cpuOf(pid) - before) / 500;
  return row(
    '500 half-sent bodies from one address',
    head.length,
    cpu,
    0,
    isOver ? 'all closed by the hub' : '',
    longest,
  );
}

const row = (
  title: string,
  sent: number,
  cpu: number,
  bytes: number,
  answer: string,
  wait: number,
) =>
  `| ${title} | ${sent.toLocaleString('en')} | ${cpu.toFixed(1)} | ${bytes} | ${answer} | ${wait.toFixed(0)} |`;

/** How long the slowest question whether the hub lives waited while something was done. */
async function longestWait(url: string, during: () => Promise<unknown>): Promise<number> {
  let [isDone, longest] = [false, 0];
  const done = during().finally(() => (isDone = true));
  do {
    const started = performance.now();
    await get(new URL('/livez', url));
    longest = Math.max(longest, performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 5));
  } while (!isDone);
  await done;
  return longest;
}

const post = (url: string, body: Buffer) => send(new URL(url), 'POST', body);
const get = (url: URL) => send(url, 'GET');

function send(url: URL, method: string, body?: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(url, { method, agent, headers }, (response) => {
      let [text, bytes] = ['', 0];
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (text.length < 1_000) text += chunk.toString();
      });
      response.once('end', () => resolve({ status: response.statusCode ?? 0, bytes, text }));
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** Milliseconds that all threads of a process were on a processor. */
const cpuOf = (pid: number): number =>
  readdirSync(`/proc/${pid}/task`)
    .map((task) =>
      Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8').split(' ')[0]),
    )
    .reduce((sum, nanoseconds) => sum + nanoseconds / 1e6, 0);

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
