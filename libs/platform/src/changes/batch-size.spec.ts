import { expect, test } from 'vitest';
import { FIRST_BATCH, nextBatchSize } from './batch-size.ts';

test.each([
  [100, 800, 10],
  [100, 160, 50],
  [100, 80, 100],
  [100, 64, 125],
  [100, 10, 200],
  [900, 10, 1_000],
  [10, 5_000, 5],
  [5, 0, 10],
])('after %i rows in %i ms come %i', (size, took, next) => {
  expect(nextBatchSize(size, took)).toBe(next);
});

test('batches settle at what is aimed at, however fast the machine is', () => {
  for (const msARow of [0.5, 2, 8]) {
    let size = FIRST_BATCH;
    for (let batch = 0; batch < 12; batch += 1) size = nextBatchSize(size, size * msARow);
    expect(size * msARow).toBeGreaterThan(70);
    expect(size * msARow).toBeLessThanOrEqual(80);
  }
});
