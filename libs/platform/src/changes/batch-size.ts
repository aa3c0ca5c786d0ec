/** How long a batch should hold what others wait for; the next one is made larger or smaller by what the last one took. */
const BATCH_MS = 80;
export const FIRST_BATCH = 20;
const SMALLEST_BATCH = 5;
const LARGEST_BATCH = 1_000;

/** The size of the next batch: grows slowly and shrinks at once. */
export const nextBatchSize = (size: number, took: number): number =>
  Math.max(
    SMALLEST_BATCH,
    Math.min(LARGEST_BATCH, size * 2, Math.floor((size * BATCH_MS) / Math.max(took, 1))),
  );
