import type { AnnualReview } from './review/annual-review.type.ts';
import { summarize } from './review/summarize.ts';

/**
 * The review as data: the model as it was read and, under `figures`, every number the documents show.
 * Keys stay in the model's order, so the same ledger gives the same bytes.
 */
export function writeJson(review: AnnualReview): Buffer {
  return Buffer.from(`${JSON.stringify({ ...review, figures: summarize(review) }, null, 2)}\n`);
}
