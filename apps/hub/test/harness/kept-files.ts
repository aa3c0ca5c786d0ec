import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that lies in a hub's folder of files, half received ones included, by path. */
export const keptFiles = (dataDir: string): string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
