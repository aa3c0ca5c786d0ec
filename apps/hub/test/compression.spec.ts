import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import http from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_TOKEN, startTestHub, type TestHub } from './harness/test-hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded');
});
afterAll(() => hub.stop());

/** What goes over the wire, not decoded by anyone. */
async function ask(query: string, encoding: string) {
  const request = http.request(`${hub.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${ADMIN_TOKEN}`,
      'accept-encoding': encoding,
    },
  });
  request.end(JSON.stringify({ query }));
  const answer = await new Promise<http.IncomingMessage>((resolve, reject) =>
    request.once('response', resolve).once('error', reject),
  );
  return { headers: answer.headers, bytes: await buffer(answer) };
}

const LONG = '{ correctiveMeasures(first: 100) { nodes { id text status } } }';

test('long answers are compressed as the client can read them, made anew and kept alike', async () => {
  const plain = await ask(LONG, 'identity');
  expect(plain.headers['content-encoding']).toBeUndefined();
  const text = plain.bytes.toString();
  for (const round of ['made', 'kept']) {
    const br = await ask(LONG, 'br, gzip');
    const gz = await ask(LONG, 'gzip');
    expect([br.headers['content-encoding'], gz.headers['content-encoding']], round).toEqual([
      'br',
      'gzip',
    ]);
    expect(brotliDecompressSync(br.bytes).toString(), round).toBe(text);
    expect(gunzipSync(gz.bytes).toString(), round).toBe(text);
    expect(br.bytes.length).toBeLessThan(plain.bytes.length * 0.7);
    expect(br.headers.vary).toMatch(/accept-encoding/i);
  }
});

test('short ones are not', async () => {
  const { headers, bytes } = await ask('{ rectificationItems(first: 0) { totalCount } }', 'br');
  expect(headers['content-encoding']).toBeUndefined();
  expect(bytes.toString()).toContain('totalCount');
});
