import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartupError } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfiguration } from '../src/configuration.ts';
import { startHub } from '../src/start-hub.ts';
import { attachText } from './harness/attach-text.ts';
import type { Client } from './harness/client.ts';
import { keptFiles } from './harness/kept-files.ts';
import { at } from './harness/read.ts';
import { startS3Server, type S3Server } from './harness/s3-server.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('files in a bucket', (kind) => {
  let server: S3Server;
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    server = await startS3Server();
    hub = await startTestHub(kind, { configuration: { s3: server.settings } });
    client = await hub.signInAs('contact-public-services');
  });
  afterAll(async () => {
    await hub.stop();
    await server.remove();
  });

  test('are kept once, and nothing of them on the local disk', async () => {
    const before = server.objects().length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client.upload('存储桶中的同一份材料')),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(new Set(answers.map(({ body }) => at(body, 'fileId'))).size).toBe(1);
    expect([server.objects().length, keptFiles(hub.dataDir)]).toEqual([before + 1, []]);
  });

  test('are downloaded whole or in part', async () => {
    const { url } = await attachText(hub, client, '桶.txt', '0123456789');
    const whole = await client.fetch(url);
    expect([whole.status, await whole.text()]).toEqual([200, '0123456789']);
    const part = await client.fetch(url, { headers: { range: 'bytes=2-4' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
  });

  test('that were refused are in no bucket', async () => {
    const before = server.objects();
    expect((await client.upload('<svg/>')).status).toBe(415);
    expect(server.objects()).toEqual(before);
  });

  test('that somebody removed from the bucket are said to be missing', async () => {
    const { url, sha256 } = await attachText(hub, client, '失.txt', '将被移走的材料');
    const { DeleteObjectCommand, S3Client } = await import('@aws-sdk/client-s3');
    const { bucket: Bucket, endpoint, region, accessKeyId, secretAccessKey } = server.settings;
    const credentials = { accessKeyId, secretAccessKey };
    await new S3Client({ endpoint: endpoint!, region, credentials, forcePathStyle: true }).send(
      new DeleteObjectCommand({ Bucket, Key: `${sha256.slice(0, 2)}/${sha256}` }),
    );
    const answer = await client.fetch(url);
    expect([answer.status, at(await answer.json(), 'error.code')]).toEqual([404, 'NOT_FOUND']);
  });

  test('cannot be had while the bucket is away, and the hub says so; then it goes on', async () => {
    const { url } = await attachText(hub, client, '断.txt', '断开前的材料');
    expect((await client.fetch('/readyz')).status).toBe(200);
    const before = await hub.db.storedFile.count();
    await server.stop();
    const upload = await client.upload('断开时的材料');
    const download = await client.fetch(url);
    expect([
      [upload.status, at(upload.body, 'error.code')],
      [download.status, at(await download.json(), 'error.code')],
      [(await client.fetch('/readyz')).status, (await client.fetch('/livez')).status],
      [await hub.db.storedFile.count(), keptFiles(hub.dataDir)],
    ]).toEqual([
      [503, 'STORAGE_UNAVAILABLE'],
      [503, 'STORAGE_UNAVAILABLE'],
      [503, 200],
      [before, []],
    ]);
    await server.start();
    expect((await client.upload('断开时的材料')).status).toBe(201);
    expect(await (await client.fetch(url)).text()).toBe('断开前的材料');
    expect(hub.logged.join('')).not.toContain('AWS4-HMAC');
  });
});

describe('settings of a bucket', () => {
  const root = join(import.meta.dirname, '../../..');
  const settings = {
    S3_BUCKET: 'ledger',
    S3_ENDPOINT: 'http://127.0.0.1:9',
    S3_ACCESS_KEY_ID: 'the-key',
    S3_SECRET_ACCESS_KEY: 'geheim',
  };

  test('without a bucket there are none', () => {
    expect(readConfiguration({ S3_ENDPOINT: 'http://127.0.0.1:9' }, root).s3).toBeNull();
  });

  test('a server outside Amazon is asked by path unless said otherwise', () => {
    const read = (env: object) => readConfiguration({ ...settings, ...env }, root).s3;
    expect(read({})).toMatchObject({ forcePathStyle: true, region: 'us-east-1' });
    expect(read({ S3_FORCE_PATH_STYLE: 'false' })).toMatchObject({ forcePathStyle: false });
    expect(read({ S3_ENDPOINT: '' })).toMatchObject({ endpoint: null, forcePathStyle: false });
  });

  test.each([
    ['S3_BUCKET', 'a/../b'],
    ['S3_ENDPOINT', 'ftp://x'],
    ['S3_ACCESS_KEY_ID', ''],
    ['S3_SECRET_ACCESS_KEY', ''],
    ['S3_FORCE_PATH_STYLE', 'maybe'],
  ])('%s=%s is refused by its name, no key repeated', (name, value) => {
    const read = () => readConfiguration({ ...settings, [name]: value }, root);
    expect(read).toThrow(StartupError);
    expect(read).toThrow(name);
    expect(read).not.toThrow('geheim');
  });

  test('a bucket that does not answer ends the start with one line', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
    const configuration = readConfiguration(
      { ...settings, DATA_DIR: dataDir, PORT: '0', DEMO: 'false' },
      root,
    );
    const refusal = await startHub(configuration, pino({ level: 'silent' })).catch(
      (error: unknown) => error,
    );
    rmSync(dataDir, { recursive: true, force: true });
    expect(refusal).toMatchObject({ code: 'BUCKET_UNREACHABLE' });
    expect(String(refusal)).toMatch(/^[^\n]*\p{Script=Han}[^\n]* \/ [^\n]*ECONNREFUSED[^\n]*$/u);
    expect(String(refusal)).not.toContain('geheim');
  });
});
