import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '@taizhang/files';

interface S3rver {
  httpServer: Server;
  run: () => Promise<unknown>;
  close: () => Promise<void>;
}
type MakeS3rver = new (options: object) => S3rver;

const BUCKET = 'taizhang-test';

/** A server that speaks S3, on loopback, over a folder of its own. */
export interface S3Server {
  settings: S3Settings;
  /** The names of what the bucket holds. */
  objects: () => string[];
  /** Stops answering; what is stored stays. */
  stop: () => Promise<void>;
  /** Answers again at the same address. */
  start: () => Promise<void>;
  remove: () => Promise<void>;
}

/** Starts a server with an empty bucket. It comes without types. */
export async function startS3Server(): Promise<S3Server> {
  const Server = createRequire(import.meta.url)('s3rver') as MakeS3rver;
  const directory = mkdtempSync(join(tmpdir(), 'taizhang-s3-'));
  let port = 0;
  let running: S3rver | null = null;

  async function start() {
    running = new Server({
      address: '127.0.0.1',
      port,
      silent: true,
      directory,
      configureBuckets: [{ name: BUCKET }],
    });
    await running.run();
    if (!running.httpServer.listening) await once(running.httpServer, 'listening');
    port = (running.httpServer.address() as AddressInfo).port;
  }
  async function stop() {
    running?.httpServer.closeAllConnections();
    await running?.close();
    running = null;
  }
  await start();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      bucket: BUCKET,
      region: 'us-east-1',
      accessKeyId: 'S3RVER',
      secretAccessKey: 'S3RVER',
      forcePathStyle: true,
    },
    objects: () =>
      readdirSync(directory, { recursive: true })
        .map(String)
        .filter((path) => path.endsWith('._S3rver_object')),
    stop,
    start,
    async remove() {
      await stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
