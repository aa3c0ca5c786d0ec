import { GraphQLError } from 'graphql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withinDeadline } from '../database/deadline.ts';
import { ValidationError } from '../errors/domain-errors.ts';
import { heavyWork, openThreads, useThreads, type WorkThreads } from './heavy-work.ts';

let threads: WorkThreads;
beforeEach(() => {
  threads = openThreads({
    program: new URL('./work.fixture.mjs', import.meta.url),
    ...{ threads: 1, waiting: 2, withinMs: 60_000, megabytes: 64 },
  });
  useThreads(threads);
});
afterEach(async () => {
  useThreads(null);
  await threads.stop();
});

const LONG = 'x'.repeat(30_000);
const here = () => 'here';
const codeOf = (error: unknown) => (error as GraphQLError).extensions?.['code'];

test('long texts are worked on in a thread, short ones and those of tools where they are', async () => {
  const length = heavyWork<[string], unknown>('length', here);
  expect(await length(LONG)).toBe(30_000);
  expect(await length('short')).toBe('here');
  useThreads(null);
  expect(await length(LONG)).toBe('here');
});

test('work past the deadline of its request is ended, and the thread is free again', async () => {
  const endless = heavyWork<[string], unknown>('endless', here);
  const error = await withinDeadline(300, () => endless(LONG)).catch((late: unknown) => late);
  expect(codeOf(error)).toBe('TIMEOUT');
  expect(await heavyWork<[string], unknown>('length', here)(LONG)).toBe(30_000);
});

test('work that takes too much memory ends alone, with one sentence', async () => {
  const hungry = heavyWork<[string], unknown>('hungry', here);
  await expect(hungry(LONG)).rejects.toThrow(ValidationError);
  expect(await heavyWork<[string], unknown>('length', here)(LONG)).toBe(30_000);
});

test('more than may wait is refused at once', async () => {
  const endless = heavyWork<[string], unknown>('endless', here);
  const ends = await Promise.all(
    Array.from({ length: 6 }, () =>
      withinDeadline(500, () => endless(LONG)).catch((error: unknown) => codeOf(error)),
    ),
  );
  expect(ends.sort()).toEqual([
    ...Array<string>(3).fill('RATE_LIMITED'),
    ...Array<string>(3).fill('TIMEOUT'),
  ]);
});

test('what fails fails as it would without threads', async () => {
  await expect(heavyWork<[string], unknown>('failing', here)(LONG)).rejects.toThrow(LONG);
});
