import { join } from 'node:path';
import { readEnvironment } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';

const cancel = new AbortController();
// A second Ctrl-C ends the process as usual.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => cancel.abort());

process.exitCode = await runCommand(
  process.argv.slice(2),
  readEnvironment(),
  process,
  cancel.signal,
  join(import.meta.dirname, 'pdf-process.js'),
);
