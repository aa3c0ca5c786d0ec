import { fork } from 'node:child_process';

/**
 * Backs up by the hub's own program in a process of its own, so that requests do not wait for it: as by hand, with the
 * environment of this one. Files only ever come to be added and lie on the disk already: they are left out.
 */
export const backUpInChild = (program: string) => (file: string, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const child = fork(program, ['backup', file, '--without-files'], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      signal,
    });
    let errors = '';
    child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(errors.trim() || `The backup ended with ${code}`)),
    );
  });
