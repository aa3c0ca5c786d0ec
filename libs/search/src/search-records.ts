import { type Caller, type Database, type SearchKind } from '@taizhang/platform';
import { findEntries, listEntries, type FoundEntry, type Place } from './entries/find-entries.ts';
import { marksOf } from './entries/read-marks.ts';
import { keysByKind } from './entries/keys-by-kind.ts';
import { countRecords, readRecords, type SearchableRecord } from './entries/read-records.ts';
import type { SearchQuery } from './text/read-query.ts';

/** What is searched, by whom. */
export interface Search {
  query: SearchQuery;
  caller: Caller;
  kinds: readonly SearchKind[];
}

/** A record that was found. */
export interface Hit {
  entry: FoundEntry;
  record: SearchableRecord;
}

/** As far as hits are counted. */
export const MOST_COUNTED = 1_000;

/**
 * The best hits behind a place. Each was read under the condition of its type, so that an entry
 * that lags behind its record shows nothing.
 *
 * @returns one more than `size` when there are more.
 */
export async function findHits(
  db: Database,
  { query, caller, kinds }: Search,
  { size, after }: { size: number; after: Place | null },
): Promise<Hit[]> {
  const marks = marksOf(caller, kinds);
  const hits: Hit[] = [];
  let [place, isLast] = [after, false];
  while (hits.length <= size && !isLast) {
    const limit = size + 1 - hits.length;
    const entries = await findEntries(db, { tsquery: query.tsquery, marks, after: place, limit });
    const records = await readVisible(db, entries, caller);
    for (const entry of entries) {
      const record = records.get(entry.recordId);
      if (record) hits.push({ entry, record });
    }
    place = entries.at(-1) ?? place;
    isLast = entries.length < limit;
  }
  return hits;
}

/** How many records are found, counted no further than `MOST_COUNTED`. */
export async function countHits(db: Database, { query, caller, kinds }: Search): Promise<number> {
  const entries = await listEntries(db, {
    tsquery: query.tsquery,
    marks: marksOf(caller, kinds),
    limit: MOST_COUNTED,
  });
  const counts = await Promise.all(
    keysByKind(entries).map(([kind, ids]) => countRecords(db, kind, ids, caller)),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function readVisible(
  db: Database,
  entries: readonly Pick<FoundEntry, 'recordId' | 'kind'>[],
  caller: Caller,
): Promise<Map<string, SearchableRecord>> {
  const read = await Promise.all(
    keysByKind(entries).map(([kind, ids]) => readRecords(db, kind, ids, { caller })),
  );
  return new Map(read.flat().map((record) => [record.id, record]));
}
