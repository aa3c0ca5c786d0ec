import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from './harness/read.ts';
import { OPEN_SIGN_IN, startTestHub, type TestHub } from './harness/test-hub.ts';

const MOST = 20;

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub('embedded', {
    configuration: { signIn: { ...OPEN_SIGN_IN, connectionsPerAddress: MOST } },
  });
});
afterAll(() => hub.stop());

/** Opens a connection on which a body is begun and not ended, from an address of this machine. */
function beginBody(localAddress: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(hub.url);
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress }, () => {
      socket.write(
        'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      );
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Waits until so many of the connections are closed. */
async function untilClosed(sockets: Socket[], count: number): Promise<void> {
  let missing = count - sockets.filter(({ closed }) => closed).length;
  if (missing <= 0) return;
  await new Promise<void>((resolve) => {
    for (const socket of sockets)
      socket.on('error', () => undefined).once('close', () => --missing || resolve());
  });
}

test('500 half-sent bodies from one address hold a few connections, and others are served', async () => {
  const sockets = await Promise.all(Array.from({ length: 500 }, () => beginBody('127.0.0.2')));
  await untilClosed(sockets, sockets.length - MOST);
  expect(sockets.filter(({ closed }) => !closed)).toHaveLength(MOST);
  expect((await hub.anonymous.query('{ __typename }')).status).toBe(200);
  for (const socket of sockets) socket.destroy();
  await untilClosed(sockets, sockets.length);
  // What was given back can be had again.
  const again = await beginBody('127.0.0.2');
  expect(again.closed).toBe(false);
  again.destroy();
});

test('a packed body is served, and one that unpacks to more than the limit is told so', async () => {
  const post = (body: string) =>
    hub.anonymous.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: gzipSync(body),
    });
  expect(await (await post('{"query":"{ __typename }"}')).json()).toMatchObject({
    data: { __typename: 'Query' },
  });
  const bomb = await post(
    JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(64 * 1024 * 1024) } }),
  );
  expect(bomb.status).toBe(413);
  expect(at(await bomb.json(), 'errors.0.extensions.code')).toBe('TOO_LARGE');
});

test('headers that never end are answered and their connection closed', async () => {
  const { port } = new URL(hub.url);
  const socket = connect({ port: Number(port), host: '127.0.0.1' });
  socket.write('GET /livez HTTP/1.1\r\nhost: hub\r\nx-endless: ');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  await untilClosed([socket], 1);
  expect(answer).toMatch(/^HTTP\/1.1 408 /);
}, 60_000);
