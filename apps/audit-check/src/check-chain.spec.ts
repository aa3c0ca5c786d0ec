import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { checkChain } from './check-chain.ts';
import { checkRows } from './check-rows.ts';
import { openClient } from './open-client.ts';
import { CommandError } from './options.ts';

const WHOLE = { endPosition: 150, endHash: 'ab', firstBad: null };

/** Serves answers in turn, and keeps what was asked. */
async function serve<Result>(
  answers: object[],
  use: (url: string, asked: unknown[]) => Promise<Result>,
) {
  const asked: unknown[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      asked.push((JSON.parse(body) as { variables: unknown }).variables);
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(answers[asked.length - 1]));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const connection = (url: string) => ({ url, token: 't', close: () => Promise.resolve() });
const unfinished = { data: { auditChain: { ...WHOLE, state: 'UNFINISHED', checkedThrough: 100 } } };
const whole = { data: { auditChain: { ...WHOLE, state: 'WHOLE', checkedThrough: 150 } } };
const noted = { position: 3, hash: 'cd' };

test('goes on stretch by stretch, with the noted end, and tells how far it is', async () => {
  await serve([unfinished, whole], async (url, asked) => {
    const told: number[][] = [];
    const ask = openClient(connection(url), new AbortController().signal);
    const check = await checkChain(ask, noted, (...far) => told.push(far));
    expect(check.state).toBe('WHOLE');
    expect(asked).toEqual([
      { after: 0, noted },
      { after: 100, noted },
    ]);
    expect(told).toEqual([
      [100, 150],
      [150, 150],
    ]);
  });
});

test('ends when it is cancelled', async () => {
  await serve([unfinished, whole], async (url, asked) => {
    const cancel = new AbortController();
    const ask = openClient(connection(url), cancel.signal);
    const checking = checkChain(ask, null, () => cancel.abort());
    await expect(checking).rejects.toThrow(/abort/i);
    expect(asked.length).toBeLessThan(2);
  });
});

test('passes the hub’s refusal on', async () => {
  const refusal = { errors: [{ message: '您没有查看此内容的权限 / You may not read this' }] };
  await serve([refusal], async (url) => {
    const ask = openClient(connection(url), new AbortController().signal);
    const checking = checkChain(ask, null, () => undefined);
    await expect(checking).rejects.toThrow(CommandError);
    await expect(checking).rejects.toThrow('You may not read this');
  });
});

test('compares records until none is left', async () => {
  const stretch = (next: string | null, differences: object[]) => ({
    data: { auditRows: { checked: 5, next, differences } },
  });
  const differing = { recordId: 'Person_x', fault: 'ROW_CHANGED', columns: [], message: '' };
  await serve([stretch('Person:x', [differing]), stretch(null, [])], async (url, asked) => {
    const ask = openClient(connection(url), new AbortController().signal);
    const found = await checkRows(ask, () => undefined);
    expect(found).toMatchObject({ checked: 10, differences: [{ recordId: 'Person_x' }] });
    expect(asked).toEqual([{ after: null }, { after: 'Person:x' }]);
  });
});
