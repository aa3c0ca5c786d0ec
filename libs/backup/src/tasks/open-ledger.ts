import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import {
  lockFolder,
  openEmbedded,
  openServer,
  readFolderHolder,
  StartupError,
  type DatabasePool,
} from '@taizhang/platform';
import type { LedgerPlace } from './ledger-place.type.ts';

/** Where the endpoint is that copies the embedded database of a running hub. */
export const COPY_PATH = '/backup/copy';

/** An open ledger; `close` gives back whatever it took to open it. */
export type OpenLedger = Pick<DatabasePool, 'pool' | 'close'>;

/**
 * Opens the configured ledger to be read: on its server, as a copy that the running hub makes of its embedded
 * database, or the embedded database itself where no hub runs.
 *
 * @throws StartupError NO_LEDGER, HUB_STARTING, COPY_REFUSED and what opening a database throws.
 */
export function openLedger(place: LedgerPlace): Promise<OpenLedger> {
  const { databaseUrl, dataDir } = place;
  if (databaseUrl) return openServer(databaseUrl, { max: 2, statementMs: 0 });
  const holder = readFolderHolder(dataDir);
  return holder ? openCopy(dataDir, holder.url) : openStopped(dataDir);
}

/** Opens the embedded database of a folder that no hub uses, and keeps hubs away meanwhile. */
export async function openStopped(dataDir: string): Promise<OpenLedger> {
  if (!existsSync(join(dataDir, 'database')))
    throw new StartupError(
      'NO_LEDGER',
      `${dataDir} 中没有台账，请用 DATA_DIR 或 DATABASE_URL 指明台账所在。`,
      `There is no ledger in ${dataDir}: say where it is with DATA_DIR or DATABASE_URL.`,
    );
  const lock = lockFolder(dataDir);
  try {
    const { pool, close } = await openEmbedded({ folder: dataDir });
    return { pool, close: () => close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function openCopy(dataDir: string, url: string | undefined): Promise<OpenLedger> {
  if (!url)
    throw new StartupError(
      'HUB_STARTING',
      `数据目录 ${dataDir} 的服务正在启动或停止，请稍后再试。`,
      `The hub on the data folder ${dataDir} is starting or stopping: try again in a moment.`,
    );
  const folder = await askForCopy(dataDir, url);
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const { pool, close } = await openEmbedded({ folder });
    return { pool, close: () => close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function askForCopy(dataDir: string, url: string): Promise<string> {
  const token = readFileSync(join(dataDir, 'hub.token'), 'utf8').trim();
  const answer = await post(new URL(COPY_PATH, url), token).catch((error: Error) => error);
  if (!(answer instanceof Error) && answer.status === 201)
    return (JSON.parse(answer.body) as { folder: string }).folder;
  const reason = answer instanceof Error ? answer.message : answer.status;
  throw new StartupError(
    'COPY_REFUSED',
    `运行中的服务（${url}）没有给出数据库副本（${reason}）。`,
    `The running hub (${url}) gave no copy of its database (${reason}).`,
  );
}

async function post(url: URL, token: string): Promise<{ status: number; body: string }> {
  const { request } = url.protocol === 'https:' ? https : http;
  const asked = request(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    // The lock says which process listens there; its certificate is for the name that browsers use.
    rejectUnauthorized: false,
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, body: await text(answer) };
}
