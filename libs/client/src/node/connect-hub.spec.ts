import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectHub, HubConnectionError } from './connect-hub.ts';

let dataDir: string;
const program = () => join(dataDir, 'hub.mjs');
const lock = (content: unknown) =>
  writeFileSync(join(dataDir, 'hub.lock'), JSON.stringify(content));

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'connect-hub-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** A program that takes the lock as the hub does, tells its token, and gives both back when it is stopped. */
const HUB = `
import { rmSync, writeFileSync } from 'node:fs';
const { DATA_DIR, HUB_ADMIN_TOKEN, PORT, HOST } = process.env;
const write = (lock) => writeFileSync(DATA_DIR + '/hub.lock', JSON.stringify(lock));
write({ pid: process.pid });
writeFileSync(DATA_DIR + '/seen.json', JSON.stringify({ HUB_ADMIN_TOKEN, PORT, HOST }));
setTimeout(() => write({ pid: process.pid, url: 'http://127.0.0.1:4711/graphql' }), 100);
setInterval(() => {}, 1000);
process.once('SIGTERM', () => { rmSync(DATA_DIR + '/hub.lock'); process.exit(); });
`;

test('an address is used as it is, with /graphql where only the host is named', async () => {
  const hub = await connectHub({
    url: 'http://hub.example:4000',
    token: 'secret',
    dataDir,
    hubProgram: program(),
  });
  expect(hub).toMatchObject({ url: 'http://hub.example:4000/graphql', token: 'secret' });
  await hub.close();
});

test('an address without a token, and one that is none, are refused', async () => {
  const options = { dataDir, hubProgram: program() };
  await expect(connectHub({ ...options, url: 'http://hub.example' })).rejects.toThrow(
    /缺少访问令牌/,
  );
  await expect(connectHub({ ...options, url: 'hub', token: 't' })).rejects.toThrow(/枢纽地址无效/);
  await expect(connectHub({ ...options, url: 'file:///etc', token: 't' })).rejects.toThrow(
    HubConnectionError,
  );
});

test('a hub that runs over the folder is joined with the folder’s token', async () => {
  lock({ pid: process.pid, url: 'http://127.0.0.1:4000/graphql' });
  writeFileSync(join(dataDir, 'hub.token'), 'local-token\n');
  const hub = await connectHub({ dataDir, hubProgram: program() });
  expect(hub).toMatchObject({ url: 'http://127.0.0.1:4000/graphql', token: 'local-token' });
});

test('a running hub without any token for it is told of, not started twice', async () => {
  lock({ pid: process.pid, url: 'http://127.0.0.1:4000/graphql' });
  await expect(connectHub({ dataDir, hubProgram: program() })).rejects.toThrow(/没有可用令牌/);
});

test('a hub that is still starting is waited for', async () => {
  lock({ pid: process.pid });
  setTimeout(() => lock({ pid: process.pid, url: 'http://127.0.0.1:4000' }), 120);
  const hub = await connectHub({ dataDir, token: 't', hubProgram: program() });
  expect(hub.url).toBe('http://127.0.0.1:4000/graphql');
});

test('without a running hub one is started on a free local port, and stopped again', async () => {
  writeFileSync(program(), HUB);
  // Left behind by a process that is gone.
  lock({ pid: 2 ** 22 + 1, url: 'http://127.0.0.1:1/graphql' });
  let started = 0;
  const hub = await connectHub({ dataDir, hubProgram: program(), onStart: () => (started += 1) });
  const seen = JSON.parse(readFileSync(join(dataDir, 'seen.json'), 'utf8')) as Record<
    string,
    string
  >;
  expect(seen).toEqual({ HUB_ADMIN_TOKEN: hub.token, PORT: '0', HOST: '127.0.0.1' });
  expect(hub.url).toBe('http://127.0.0.1:4711/graphql');
  expect(started).toBe(1);
  await hub.close();
  expect(existsSync(join(dataDir, 'hub.lock'))).toBe(false);
});

test('a hub that falls over says why, in both languages where it does so itself', async () => {
  writeFileSync(
    program(),
    `console.error('数据库坏了 / the database is broken'); process.exitCode = 1;`,
  );
  await expect(connectHub({ dataDir, hubProgram: program() })).rejects.toThrow(
    '枢纽启动失败：数据库坏了 / the hub did not start: the database is broken',
  );
  writeFileSync(program(), `throw new TypeError('boom')`);
  await expect(connectHub({ dataDir, hubProgram: program() })).rejects.toThrow(/TypeError: boom/);
});

test('a program that is not there, and one that never answers, end in an error', async () => {
  await expect(connectHub({ dataDir, hubProgram: program() })).rejects.toThrow(/请先构建/);
  mkdirSync(join(dataDir, 'x'));
  writeFileSync(program(), 'setInterval(() => {}, 1000)');
  await expect(connectHub({ dataDir, hubProgram: program(), patience: 300 })).rejects.toThrow(
    /超时/,
  );
});

test('cancelling while it starts stops it', async () => {
  writeFileSync(program(), HUB.replace('100', '60_000'));
  const cancel = new AbortController();
  const connecting = connectHub({ dataDir, hubProgram: program(), signal: cancel.signal });
  setTimeout(() => cancel.abort(), 300);
  await expect(connecting).rejects.toThrow(/abort/i);
  expect(existsSync(join(dataDir, 'hub.lock'))).toBe(false);
});
