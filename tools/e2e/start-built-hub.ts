import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

export const root = join(import.meta.dirname, '../..');
const PATIENCE_MS = 60_000;

/** A hub as built, over a folder of its own. */
export interface BuiltHub {
  url: string;
  dataDir: string;
  /** Where an empty hub is set up, as the start prints it. */
  setUpUrl: string | null;
  /** The token that tools on this machine use. */
  token: string;
  stop: () => Promise<void>;
}

/** Starts the built hub on any free port of the loopback; with the demonstration ledger unless told otherwise. */
export async function startBuiltHub(env: Record<string, string> = {}): Promise<BuiltHub> {
  const dataDir = await mkdtemp(join(tmpdir(), 'taizhang-e2e-'));
  const hub = spawn(process.execPath, [join(root, 'apps/hub/dist/main.js')], {
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      DEMO: 'true',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  hub.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await announcedUrl(dataDir, () => hub.exitCode !== null);
  return {
    url,
    dataDir,
    // Printed after the address was announced.
    get setUpUrl() {
      return /http\S+\/set-up#\S+/.exec(said)?.[0] ?? null;
    },
    token: (await readFile(join(dataDir, 'hub.token'), 'utf8')).trim(),
    stop: async () => {
      const gone = new Promise((resolve) => hub.once('exit', resolve));
      hub.kill('SIGTERM');
      await gone;
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function announcedUrl(dataDir: string, isGone: () => boolean): Promise<string> {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until && !isGone()) {
    const text = await readFile(join(dataDir, 'hub.lock'), 'utf8').catch(() => '');
    const url = /"url":"([^"]+)"/.exec(text)?.[1];
    if (url) return url;
    await delay(50);
  }
  throw new Error('the built hub did not start: run `npm run build` first');
}
