import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const hubRoot = join(import.meta.dirname, '../..');

/** A hub in a process of its own, as `npm start` runs it. */
export interface HubProcess {
  child: ChildProcess;
  /** Resolves with the URL once it serves; rejects with what it said when it ends before. */
  ready: Promise<string>;
  /** How it ended and what it wrote to its error output. */
  ended: Promise<{ code: number | null; output: string; errors: string }>;
}

/** Starts the hub's program with only the environment and the arguments given. */
export function spawnHub(env: Record<string, string>, args: readonly string[] = []): HubProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...args], {
    cwd: hubRoot,
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [output, errors] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output, errors })),
  );
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const url = /(http:\/\/\S+)\/graphql/.exec(output)?.[1];
      if (url) resolve(url);
    });
    void ended.then(() => reject(new Error(errors || output)));
  });
  ready.catch(() => undefined);
  return { child, ready, ended };
}
