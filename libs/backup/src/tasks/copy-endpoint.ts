import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { answerJson, type Caller, type DatabasePool } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

const copiesIn = (dataDir: string) => join(dataDir, 'copies');

/** Removes copies that a backup cut short left behind. Only at the start: none may be in use. */
export const sweepCopies = (dataDir: string): void =>
  rmSync(copiesIn(dataDir), { recursive: true, force: true });

interface Means {
  dataDir: string;
  identify: (req: IncomingMessage) => Promise<Caller | null>;
}

/**
 * Copies the embedded database into the data folder, for a backup on this machine that reads it there. Only tools
 * with the folder's own token may ask; a database on a server is backed up beside the hub.
 */
export const copyEndpoint =
  ({ copyTo }: Pick<DatabasePool, 'copyTo'>, { dataDir, identify }: Means) =>
  async (req: IncomingMessage, res: ServerResponse) => {
    const caller = await identify(req);
    if (!copyTo || caller?.key !== 'client:automation') {
      const message = bilingual('没有此地址', 'There is nothing here');
      return answerJson(res, 404, { error: { code: 'NOT_FOUND', message } });
    }
    const folder = join(copiesIn(dataDir), randomUUID());
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await copyTo(folder);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    return answerJson(res, 201, { folder });
  };
