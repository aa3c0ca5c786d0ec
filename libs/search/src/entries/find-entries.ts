import { Prisma, type Database, type SearchKind } from '@taizhang/platform';

/** A candidate: a record that matches, by its entry. */
export interface FoundEntry {
  recordId: string;
  kind: SearchKind;
  /** As PostgreSQL writes it, so that it comes back to the last digit. */
  rank: string;
}

/** Where a page begins: behind this candidate. */
export type Place = Pick<FoundEntry, 'rank' | 'recordId'>;

/**
 * How many matches are ranked. To fetch and rank every row of a word that a tenth of a million rows
 * have takes seconds, and so does finding out which are the newest; whoever gets that many needs
 * another word more than an order.
 */
export const MOST_RANKED = 3_000;

const matching = (tsquery: string, marks: readonly string[]) => Prisma.sql`
  "vector" @@ ${tsquery}::tsquery AND "readers" && ${[...marks]}::text[]`;

/** The best candidates behind a place. Keys grow with time, so that of equal ones the newer comes first. */
export const findEntries = (
  db: Database,
  {
    tsquery,
    marks,
    after,
    limit,
  }: { tsquery: string; marks: string[]; after: Place | null; limit: number },
): Promise<FoundEntry[]> => db.$queryRaw<FoundEntry[]>`
  SELECT "recordId", "kind"::text AS "kind", "rank"::text AS "rank" FROM (
    SELECT "recordId", "kind", ts_rank('{0.05, 0.2, 0.4, 1}', "vector", ${tsquery}::tsquery, 1) AS "rank"
    FROM (SELECT * FROM "SearchEntry" WHERE ${matching(tsquery, marks)} LIMIT ${MOST_RANKED}) matching
  ) ranked
  ${after ? Prisma.sql`WHERE ("rank", "recordId") < (${after.rank}::float4, ${after.recordId}::uuid)` : Prisma.empty}
  ORDER BY "rank" DESC, "recordId" DESC LIMIT ${limit}`;

/** Candidates in no order. */
export const listEntries = (
  db: Database,
  { tsquery, marks, limit }: { tsquery: string; marks: string[]; limit: number },
): Promise<Pick<FoundEntry, 'recordId' | 'kind'>[]> => db.$queryRaw`
  SELECT "recordId", "kind"::text AS "kind" FROM "SearchEntry"
  WHERE ${matching(tsquery, marks)} LIMIT ${limit}`;
