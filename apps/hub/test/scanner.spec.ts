import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { clamd, readScanner } from '@taizhang/files';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptFiles } from './harness/kept-files.ts';
import { at } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** The test file of makers of scanners, taken apart so that no scanner finds it here. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(
  '',
);

/** Reads a command and the pieces behind it, as clamd does; null while more is to come. */
function readStream(bytes: Buffer): Buffer | null {
  const command = Buffer.from('zINSTREAM\0');
  if (bytes.length < command.length) return null;
  if (!bytes.subarray(0, command.length).equals(command)) throw new Error('unknown command');
  const pieces: Buffer[] = [];
  for (let from = command.length; from + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(from);
    if (length === 0) return Buffer.concat(pieces);
    if (from + 4 + length > bytes.length) return null;
    pieces.push(bytes.subarray(from + 4, from + 4 + length));
    from += 4 + length;
  }
  return null;
}

let server: Server;
let hub: TestHub;
let answer: (content: Buffer) => string | null;
const scanned: Buffer[] = [];
beforeEach(async () => {
  scanned.splice(0);
  answer = (content) => (content.includes(EICAR) ? 'stream: Eicar-Signature FOUND' : 'stream: OK');
  server = createServer((socket: Socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      const content = readStream(bytes);
      if (!content) return;
      scanned.push(content);
      const said = answer(content);
      if (said === null) socket.destroy();
      else socket.end(`${said}\0`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  hub = await startTestHub('embedded', {
    configuration: { scanner: clamd({ host: '127.0.0.1', port }) },
  });
});
afterEach(async () => {
  await hub.stop();
  server.close();
});

const upload = (content: string | Uint8Array) => hub.automation.upload(content);
const incoming = () => readdirSync(join(hub.dataDir, 'files/.incoming'));

test('a file that the scanner finds clean is kept, and it was shown whole', async () => {
  const text = '会议记录\n'.repeat(40_000);
  expect((await upload(text)).status).toBe(201);
  expect(scanned.map(String)).toEqual([text]);
});

test('one with malware is refused and lies nowhere, and the log says what was found', async () => {
  const before = keptFiles(hub.dataDir);
  const { status, body } = await upload(`记录 ${EICAR}`);
  expect([status, at(body, 'error.code')]).toEqual([422, 'INFECTED']);
  expect(keptFiles(hub.dataDir)).toEqual(before);
  expect(incoming()).toEqual([]);
  expect(hub.logged.join('')).toContain('Eicar-Signature');
});

test.each<[string, string | null]>([
  ['breaks off', null],
  ['refuses its size', 'INSTREAM size limit exceeded. ERROR'],
  ['says what it never says', 'stream: maybe'],
])('nothing is kept while the scanner %s', async (_title, said) => {
  answer = () => said;
  const before = keptFiles(hub.dataDir);
  const { status, body } = await upload('记录');
  expect([status, at(body, 'error.code')]).toEqual([503, 'NOT_SCANNED']);
  expect(keptFiles(hub.dataDir)).toEqual(before);
  expect(incoming()).toEqual([]);
});

test('nothing is kept while the scanner is away', async () => {
  await new Promise((closed) => server.close(closed));
  expect((await upload('记录')).status).toBe(503);
});

test('is set up by where it listens', () => {
  expect(readScanner({})).toBeNull();
  for (const SCANNER of ['tcp://127.0.0.1:3310', 'tcp://scanner', 'unix:/run/clamav/clamd.ctl'])
    expect(readScanner({ SCANNER })).not.toBeNull();
  for (const SCANNER of ['127.0.0.1', 'unix:clamd', 'http://x'])
    expect(() => readScanner({ SCANNER })).toThrow(/SCANNER/);
});
