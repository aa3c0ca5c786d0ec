import { join } from 'node:path';
import { readEnvironment } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';

const cancel = new AbortController();
const FORCE_AFTER_MS = 2_000;
let cancelledAt = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);

/** One Ctrl-C arrives twice, from the terminal and from npm or `tools/start.mjs`; only a later one forces the end. */
function stop(): void {
  if (!cancel.signal.aborted) {
    cancelledAt = Date.now();
    cancel.abort();
  } else if (Date.now() - cancelledAt > FORCE_AFTER_MS) {
    process.exit(130);
  }
}

process.exitCode = await runCommand(
  process.argv.slice(2),
  readEnvironment(),
  process,
  cancel.signal,
  join(import.meta.dirname, 'pdf-process.js'),
);
