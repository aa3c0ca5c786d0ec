import type { AnnualReview, Provenance } from '../review/annual-review.type.ts';
import { itemsOf } from '../review/summarize.ts';
import { EXIT, ReviewError } from '../review-error.ts';
import type { AskHub } from './ask-hub.ts';
import { chooseScope } from './choose-scope.ts';
import { readRounds } from './read-rounds.ts';
import { readDocuments, readTrainings } from './read-work.ts';

export interface ReviewRequest {
  readonly year: number;
  /** Code of an organization; null for the whole visible ledger. */
  readonly organizationCode: string | null;
  /** Today, yyyy-mm-dd in China. */
  readonly today: string;
}

/**
 * Reads a year's ledger through the hub's GraphQL interface into one immutable model.
 *
 * @throws ReviewError with exit code 3 when the year has no item, document or training; with exit code 2
 *   for an unknown organization; and when the hub refuses or cannot be reached.
 */
export async function readAnnualReview(
  ask: AskHub,
  { year, organizationCode, today }: ReviewRequest,
  onItems: (read: number, of: number) => void = () => {},
): Promise<AnnualReview> {
  const scope = await chooseScope(ask, organizationCode);
  const rounds = await readRounds(ask, scope, year, onItems);
  const work = {
    year,
    organizationIds: scope.inspectedIds && [...scope.inspectedIds],
    responsibleUnitId: scope.responsibleUnitId,
    itemIds: new Set(rounds.flatMap(itemsOf).map(({ id }) => id)),
  };
  const documents = await readDocuments(ask, work);
  const trainings = await readTrainings(ask, work);
  if (rounds.length + documents.length + trainings.length === 0) {
    throw new ReviewError(
      `${year} 年没有可报告的整改数据，未生成文件`,
      `nothing to report for ${year}, no file was written`,
      { exitCode: EXIT.nothing },
    );
  }
  const records: { readonly provenance: Provenance }[] = [
    ...rounds,
    ...rounds.flatMap(itemsOf),
    ...documents,
    ...trainings,
  ];
  const yearEnd = `${year}-12-31`;
  return {
    schema: 'taizhang.annual-review/1',
    year,
    asOf: today < yearEnd ? today : yearEnd,
    readOn: today,
    organization: scope.organization,
    rounds,
    documents,
    trainings,
    isDemo: records.some(({ provenance }) => provenance === 'DEMO'),
  };
}
