import { expect, test } from 'vitest';
import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { createLog } from './create-log.ts';
import { withRequestId } from './request-id.ts';

function logged(now?: () => number) {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  return { lines, log: createLog({ write }, now) };
}

test('a line says which request it belongs to, and so does the answer', () => {
  const { lines, log } = logged();
  const res = new ServerResponse(new IncomingMessage(new Socket()));
  withRequestId(res, null, () => log.warn('inside'));
  log.warn('outside');
  expect(lines[0]).toMatchObject({ msg: 'inside', requestId: res.getHeader('x-request-id') });
  expect(lines[0]!['requestId']).toMatch(/^[0-9a-f]{16}$/);
  expect(lines[1]).not.toHaveProperty('requestId');
});

test('an error says what failed and where, and nothing of what it was about', () => {
  const { lines, log } = logged();
  const cause = Object.assign(new Error('Key ("loginName")=(zhang.san) already exists.'), {
    code: '23505',
  });
  const error = new Error(
    `invalid input 'geheim' of geheim@example.org at postgres://user:geheim@host/db: "geheim und mehr"`,
    { cause },
  );
  log.error({ err: error }, 'failed');
  const text = JSON.stringify(lines);
  expect(text).not.toMatch(/geheim|zhang|example\.org/);
  expect(lines[0]).toMatchObject({
    msg: 'failed',
    err: {
      type: 'Error',
      cause: { code: '23505', message: 'Key ("loginName")=(…) already exists.' },
    },
  });
  expect(text).toContain('create-log.spec.ts');
});

test('what repeats is written five times a minute, and the next line says how much was left out', () => {
  let now = 0;
  const { lines, log } = logged(() => now);
  const fail = () => log.error({ err: new Error('x') }, 'failed');
  for (let count = 0; count < 1_000; count += 1) fail();
  log.error('something else');
  expect(lines).toHaveLength(6);
  now += 61_000;
  fail();
  expect(lines.at(-1)).toMatchObject({ msg: 'failed', repeated: 995 });
});
