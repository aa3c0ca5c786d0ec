import { StartupError } from '@taizhang/platform';
import { expect, test } from 'vitest';
import { clockFrom, readTestClock } from './test-clock.ts';

const CLOCK = '2026-03-01T00:00:00Z';

test('the hub’s clock is the machine’s unless a test says otherwise', () => {
  expect(readTestClock({})).toBeNull();
  expect(readTestClock({ TAIZHANG_TEST: 'true' })).toBeNull();
});

test('a test puts it to a moment', () => {
  const env = { TAIZHANG_TEST: 'true', TAIZHANG_TEST_CLOCK: CLOCK };
  expect(readTestClock(env)).toEqual(new Date(CLOCK));
});

test.each([
  [{ TAIZHANG_TEST_CLOCK: CLOCK }],
  [{ TAIZHANG_TEST_CLOCK: CLOCK, TAIZHANG_TEST: 'false' }],
  [{ TAIZHANG_TEST_CLOCK: '2026-03-01', TAIZHANG_TEST: 'true' }],
  [{ TAIZHANG_TEST_CLOCK: '2026-13-01T00:00:00Z', TAIZHANG_TEST: 'true' }],
  [{ TAIZHANG_TEST_CLOCK: '2026-03-01T00:00:00', TAIZHANG_TEST: 'true' }],
])('%o is refused by its name', (env) => {
  expect(() => readTestClock(env)).toThrow(StartupError);
  expect(() => readTestClock(env)).toThrow(/TAIZHANG_TEST_CLOCK.* \/ .*TAIZHANG_TEST_CLOCK/);
});

test('runs on from the moment that it was put to', () => {
  let real = 1_000_000;
  const now = clockFrom(new Date(CLOCK), () => real);
  expect(now()).toEqual(new Date(CLOCK));
  real += 90_000;
  expect(now()).toEqual(new Date('2026-03-01T00:01:30Z'));
  expect(clockFrom(null, () => real)()).toEqual(new Date(real));
});
