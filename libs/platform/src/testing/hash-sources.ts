import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What is in no way part of the program that runs. */
const LEFT_OUT = /(^|\/)(node_modules|generated|dist)(\/|$)|\.spec\.tsx?$/;
const SOURCE = /\.(ts|tsx|sql)$/;

/** What sources come to, files or whole folders: it changes with every change of any of them. */
export async function hashSources(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of await filesOf(path))
      // By their names from here on: two checkouts of one state come to the same.
      hash.update(`${relative(path, file)}\n`).update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names
    .filter((name) => SOURCE.test(name) && !LEFT_OUT.test(name))
    .sort()
    .map((name) => join(path, name));
}
