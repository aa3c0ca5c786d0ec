import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attachText } from './harness/attach-text.ts';
import { Client } from './harness/client.ts';
import { spawnHub } from './harness/hub-process.ts';
import { keptFiles } from './harness/kept-files.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

describeOnEachDatabase('the folder of files', (kind) => {
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    client = await hub.signInAs('contact-public-services');
  });
  afterAll(() => hub.stop());
  const pathOf = (sha256: string) => join(hub.dataDir, 'files', sha256.slice(0, 2), sha256);

  test('holds each file under the SHA-256 of its content', async () => {
    const { sha256 } = await attachText(hub, client, '名.txt', '按内容命名');
    expect(sha256).toBe(createHash('sha256').update('按内容命名').digest('hex'));
    expect(keptFiles(hub.dataDir)).toContain(pathOf(sha256));
  });

  test('that was written into by somebody gives no file that looks whole, and the hub logs which', async () => {
    const { url, sha256 } = await attachText(hub, client, '改.txt', '原来的内容');
    writeFileSync(pathOf(sha256), '改过的内容');
    await expect(client.fetch(url).then((answer) => answer.text())).rejects.toThrow();
    expect(hub.logged.join('')).toContain(sha256);
    expect((await client.upload('原来的内容')).status).toBe(201);
    expect(await (await client.fetch(url)).text()).toBe('原来的内容');
  });

  test('that lost a file says so', async () => {
    const { url, sha256 } = await attachText(hub, client, '失.txt', '丢失的内容');
    rmSync(pathOf(sha256));
    const answer = await client.fetch(url);
    expect([answer.status, at(await answer.json(), 'error.code')]).toEqual([404, 'NOT_FOUND']);
  });

  test.each([
    ['the place of uploads under way', 'files/.incoming', '甲'],
    [
      'the place of a stored file',
      `files/${createHash('sha256').update('乙').digest('hex').slice(0, 2)}`,
      '乙',
    ],
  ])(
    'where %s cannot be written refuses in one sentence, and nothing is half there',
    async (_title, folder, text) => {
      const path = join(hub.dataDir, folder);
      const aside = `${path}-aside`;
      const existed = keptFiles(hub.dataDir).some((file) => file.startsWith(path));
      if (existed || folder.endsWith('.incoming')) renameSync(path, aside);
      writeFileSync(path, '');
      const before = [keptFiles(hub.dataDir), await hub.db.storedFile.count()];
      const { status, body } = await client.upload(text);
      expect([status, at(body, 'error.code')]).toEqual([503, 'STORAGE_UNAVAILABLE']);
      expect([keptFiles(hub.dataDir), await hub.db.storedFile.count()]).toEqual(before);
      rmSync(path);
      if (existed || folder.endsWith('.incoming')) renameSync(aside, path);
      expect((await client.upload(text)).status).toBe(201);
    },
  );
});

test('a hub killed while it receives leaves a temporary file only, which the next start sweeps away', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-kill-'));
  const env = {
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO: 'false',
    HUB_ADMIN_TOKEN: 'token-of-the-kill-which-is-long-enough',
  };
  const hub = spawnHub(env);
  const sending = request(new URL('/files', await hub.ready), {
    method: 'POST',
    headers: {
      authorization: 'Bearer token-of-the-kill-which-is-long-enough',
      'x-taizhang-upload': '1',
    },
  });
  sending.on('error', () => undefined);
  sending.write('x'.repeat(100_000));
  await expect
    .poll(() => keptFiles(dataDir), { timeout: 10_000 })
    .toEqual([expect.stringContaining('.incoming')]);
  hub.child.kill('SIGKILL');
  await hub.ended;
  expect(keptFiles(dataDir)).toHaveLength(1);

  const next = spawnHub(env);
  const client = new Client(await next.ready, {
    authorization: 'Bearer token-of-the-kill-which-is-long-enough',
  });
  expect(keptFiles(dataDir)).toEqual([]);
  expect((await client.upload('x')).status).toBe(201);
  next.child.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
  rmSync(dataDir, { recursive: true, force: true });
}, 90_000);

test('a folder of files that cannot be made ends the start with one line', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
  writeFileSync(join(dataDir, 'files'), '');
  const { code, errors } = await spawnHub({ DATA_DIR: dataDir, PORT: '0', DEMO: 'false' }).ended;
  rmSync(dataDir, { recursive: true, force: true });
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/^[^\n]*\p{Script=Han}[^\n]* \/ [^\n]*files[^\n]*\n$/u),
  ]);
});
