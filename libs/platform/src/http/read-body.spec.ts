import { createServer, request, type RequestOptions, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { GraphQLError } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerRefusal } from './answer-refusal.ts';
import { readBody } from './read-body.ts';

const MOST = 1024 * 1024;

let server: Server;
beforeAll(async () => {
  server = createServer((req, res) => {
    readBody(req, { most: MOST, withinMs: 200 }).then(
      (body) => res.end(String(body.length)),
      (error: unknown) => answerRefusal(res, error as GraphQLError),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

/** Sends pieces one after the other; without an end the body stays half-sent. */
function send(
  pieces: Buffer[],
  { isWhole = true, ...options }: RequestOptions & { isWhole?: boolean } = {},
) {
  return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = request(
      { port, host: '127.0.0.1', method: 'POST', agent: false, ...options },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.once('end', () => {
          sent.destroy();
          resolve({ status: response.statusCode, text });
        });
      },
    );
    sent.once('error', reject);
    for (const piece of pieces) sent.write(piece);
    if (isWhole) sent.end();
  });
}

const large = Buffer.alloc(2 * MOST, 'x');

test('a body in pieces is read whole', async () => {
  expect(await send([Buffer.from('ab'), Buffer.from('cde')])).toEqual({ status: 200, text: '5' });
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['br', brotliCompressSync],
])('a body packed by %s is unpacked, within its bound', async (encoding, pack) => {
  const headers = { 'content-encoding': encoding };
  expect(await send([pack(Buffer.alloc(1_000))], { headers })).toEqual({
    status: 200,
    text: '1000',
  });
  const bomb = await send([pack(large)], { headers });
  expect([bomb.status, bomb.text]).toEqual([413, expect.stringContaining('TOO_LARGE')]);
});

test.each([
  ['said beforehand', { headers: { 'content-length': large.length } }],
  ['found out in pieces', {}],
])('a body that is too large, %s, gets an answer that can be read', async (_title, options) => {
  const answer = await send([large], options);
  expect(answer.status).toBe(413);
  expect(JSON.parse(answer.text)).toMatchObject({
    errors: [{ extensions: { code: 'TOO_LARGE' } }],
  });
});

test('a body that goes on without end is answered at its bound', async () => {
  expect((await send([large], { isWhole: false })).status).toBe(413);
});

test('a half-sent body ends in time', async () => {
  const answer = await send([Buffer.from('{')], { isWhole: false });
  expect([answer.status, answer.text]).toEqual([408, expect.stringContaining('TOO_SLOW')]);
});

test.each([
  ['an unknown encoding', { 'content-encoding': 'zstd-like' }, 415],
  ['what is not packed as it says', { 'content-encoding': 'gzip' }, 400],
])('%s is refused', async (_title, headers, status) => {
  expect((await send([Buffer.from('{}')], { headers })).status).toBe(status);
});
