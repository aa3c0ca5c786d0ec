import { randomUUID } from 'node:crypto';
import { ReviewError } from '../review-error.ts';
import type { AnnualReview } from '../review/annual-review.type.ts';
import type { AskHub } from './ask-hub.ts';
import { RecordExportMutation } from './queries.ts';

/** Tells the hub's audit log that a review leaves it. @throws ReviewError when the hub refuses. */
export async function recordExport(
  ask: AskHub,
  { year, organization }: AnnualReview,
  formats: readonly string[],
): Promise<void> {
  const input = {
    idempotencyKey: randomUUID(),
    subject: '年度整改情况 / Annual review',
    formats: [...formats],
    scope: [year, organization?.code].filter(Boolean).join(' '),
  };
  const { recordExport: answer } = await ask(RecordExportMutation, { input });
  if (answer.__typename === 'RecordedExport') return;
  throw new ReviewError(
    `导出未能登记：${answer.message}`,
    `the export could not be recorded: ${answer.message}`,
  );
}
