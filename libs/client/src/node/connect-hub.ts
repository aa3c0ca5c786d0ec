import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export interface ConnectOptions {
  /** A hub's address, with or without `/graphql`. It must come with a token. */
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  /** The data folder of this machine's hub, when no address is given. */
  readonly dataDir: string;
  /** The hub's program, started when none runs over `dataDir`; e.g. `apps/hub/dist/main.js`. */
  readonly hubProgram: string;
  readonly signal?: AbortSignal | undefined;
  /** Told once when a hub has to be started, which takes seconds. */
  readonly onStart?: () => void;
  /** How long a starting hub may take, in milliseconds. */
  readonly patience?: number;
}

export interface HubConnection {
  /** The GraphQL endpoint. */
  readonly url: string;
  readonly token: string;
  /** Stops the hub when it was started here; otherwise does nothing. */
  close(): Promise<void>;
}

/** Why no hub can be reached; the message is "中文 / English". */
export class HubConnectionError extends Error {
  constructor(chinese: string, english: string) {
    super(`${chinese} / ${english}`);
    this.name = 'HubConnectionError';
  }
}

/**
 * Finds a hub: the address given, else the hub that runs over the data folder (`hub.lock` says where, `hub.token`
 * lets this machine in), else one that is started for as long as the connection is open.
 *
 * @throws HubConnectionError when there is no token, no program to start, or the hub does not come up.
 */
export async function connectHub(options: ConnectOptions): Promise<HubConnection> {
  const { url, token } = options;
  if (url) {
    if (!token) throw new HubConnectionError('缺少访问令牌', 'a hub address needs a token');
    return { url: endpoint(url), token, close: async () => {} };
  }
  const dataDir = resolve(options.dataDir);
  return (await joinRunningHub(dataDir, token, options)) ?? (await startHub(dataDir, options));
}

/** A bare address means its GraphQL endpoint. */
function endpoint(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new HubConnectionError(`枢纽地址无效：${address}`, `not a hub address: ${address}`);
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new HubConnectionError(`枢纽地址无效：${address}`, `not a hub address: ${address}`);
  }
  if (url.pathname === '/') url.pathname = '/graphql';
  return url.href;
}

async function joinRunningHub(
  dataDir: string,
  givenToken: string | undefined,
  { signal, patience = PATIENCE_MS }: ConnectOptions,
): Promise<HubConnection | null> {
  const until = Date.now() + patience;
  let lock = readLock(dataDir);
  // A hub that is still starting holds the lock and has no address yet.
  while (lock && isAlive(lock.pid) && !lock.url) {
    if (Date.now() > until) throw tooSlow();
    await delay(POLL_MS, undefined, { signal });
    lock = readLock(dataDir);
  }
  if (!lock?.url || !isAlive(lock.pid)) return null;
  const token = givenToken ?? readToken(dataDir);
  if (!token) {
    throw new HubConnectionError(
      `${dataDir} 的枢纽正在运行，但没有可用令牌，请用 --token 指定`,
      `a hub runs over ${dataDir}, but there is no token for it: give one with --token`,
    );
  }
  return { url: endpoint(lock.url), token, close: async () => {} };
}

async function startHub(dataDir: string, options: ConnectOptions): Promise<HubConnection> {
  const { hubProgram, signal, onStart, patience = PATIENCE_MS } = options;
  if (!existsSync(hubProgram)) {
    throw new HubConnectionError(
      `没有正在运行的枢纽，且缺少 ${hubProgram}，请先构建或启动枢纽`,
      `no hub is running and ${hubProgram} is not there: build or start the hub first`,
    );
  }
  signal?.throwIfAborted();
  onStart?.();
  const token = randomBytes(32).toString('base64url');
  const child = spawn(process.execPath, [hubProgram], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      HUB_ADMIN_TOKEN: token,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lastWords = keepLastWords(child);
  const close = () => stop(child);
  try {
    const until = Date.now() + patience;
    for (;;) {
      if (child.exitCode !== null || child.signalCode !== null) throw fellOver(await lastWords());
      const lock = readLock(dataDir);
      if (lock?.pid === child.pid && lock?.url) return { url: endpoint(lock.url), token, close };
      if (Date.now() > until) throw tooSlow();
      await delay(POLL_MS, undefined, { signal });
    }
  } catch (error) {
    await close();
    throw error;
  }
}

const PATIENCE_MS = 120_000;
const POLL_MS = 50;
/** How long a hub may take to close its database before it is killed. */
const GRACE_MS = 20_000;

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
  await gone;
  clearTimeout(timer);
}

/** Why a process ended, as far as its error stream says: its own bilingual line, a thrown error, the last line. */
function keepLastWords(child: ChildProcess): () => Promise<string> {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text = (text + chunk).slice(-8000);
  });
  const closed = new Promise<void>((done) => child.once('close', () => done()));
  return async () => {
    await closed;
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const isTelling = (line: string) => line.includes(' / ') || /^\w*Error\b/.test(line);
    return lines.find(isTelling) ?? lines.at(-1) ?? `exit ${child.exitCode ?? child.signalCode}`;
  };
}

function readLock(dataDir: string): { pid: number; url?: string } | null {
  try {
    const lock = JSON.parse(readFileSync(join(dataDir, 'hub.lock'), 'utf8')) as unknown;
    const { pid, url } = (lock ?? {}) as { pid?: unknown; url?: unknown };
    if (typeof pid !== 'number') return null;
    return typeof url === 'string' ? { pid, url } : { pid };
  } catch {
    // Not there, or caught while it is being written: the next look decides.
    return null;
  }
}

function readToken(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'hub.token'), 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A hub that refuses to start says why in both languages; a crash does not. */
function fellOver(why: string): HubConnectionError {
  const [chinese, english] = why.split(' / ');
  return new HubConnectionError(
    `枢纽启动失败：${chinese}`,
    `the hub did not start: ${english ?? chinese}`,
  );
}

const tooSlow = () => new HubConnectionError('等待枢纽启动超时', 'the hub took too long to start');
