import { buildOutline } from '../outline/build-outline.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import { compilePdf } from './compile-pdf.ts';

export async function writePdf(review: AnnualReview): Promise<Buffer> {
  return Buffer.from(await compilePdf({ outline: buildOutline(review), fontDirectory: null }));
}
