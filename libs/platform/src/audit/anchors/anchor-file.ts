import { createReadStream, existsSync, readFileSync, truncateSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/** Adds a line at the end of a file, and returns when the disk has it. */
export async function appendLine(file: string, line: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.appendFile(`${line}\n`);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** The lines of a file in their order; none where there is no file. */
export async function* readLines(file: string): AsyncGenerator<string> {
  if (!existsSync(file)) return;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity }))
    if (line) yield line;
}

/** The last line of a file; null where there is none. */
export async function lastLine(file: string): Promise<string | null> {
  let last: string | null = null;
  for await (const line of readLines(file)) last = line;
  return last;
}

/** Takes away a last line that was cut short while it was written: it was never told to anybody. */
export function dropTornLine(file: string): void {
  if (!existsSync(file)) return;
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.byteLength) truncateSync(file, end);
}
