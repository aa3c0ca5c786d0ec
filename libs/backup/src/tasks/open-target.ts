import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openEmbedded, openServer, StartupError, type DatabasePool } from '@taizhang/platform';

/** An empty place for a ledger. */
export interface LedgerTarget {
  open: () => Promise<DatabasePool['pool']>;
  /** Puts what was loaded in its place. */
  finish: () => Promise<void>;
  /** Leaves the place as it was. */
  discard: () => Promise<void>;
}

/** An empty database on a server, which loads in one transaction. */
export function serverTarget(url: string): LedgerTarget {
  let opened: DatabasePool | null = null;
  const close = async () => opened?.close();
  return {
    open: async () => (opened = await openServer(url, { max: 2, statementMs: 0 })).pool,
    finish: close,
    discard: close,
  };
}

/** A new embedded database, which stands in its folder when it is whole. @throws StartupError NOT_EMPTY */
export function embeddedTarget(dataDir: string): LedgerTarget {
  const place = join(dataDir, 'database');
  if (existsSync(place))
    throw new StartupError(
      'NOT_EMPTY',
      `${dataDir} 中已有台账，未作任何改动；请用 DATA_DIR 指定一个新目录。`,
      `There is a ledger in ${dataDir} already, and nothing was changed: name a new folder with DATA_DIR.`,
    );
  const unfinished = join(dataDir, 'restore.unfinished');
  let opened: DatabasePool | null = null;
  const discard = async () => {
    await opened?.close();
    await rm(unfinished, { recursive: true, force: true });
  };
  return {
    async open() {
      await rm(unfinished, { recursive: true, force: true });
      await mkdir(unfinished, { recursive: true });
      opened = await openEmbedded({ folder: unfinished });
      return opened.pool;
    },
    async finish() {
      await opened?.close();
      opened = null;
      await rename(join(unfinished, 'database'), place);
      await discard();
    },
    discard,
  };
}
