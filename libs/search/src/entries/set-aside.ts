import { encodeRecordId, type Database, type Prisma, type SearchKind } from '@taizhang/platform';
import { TYPE_OF } from './type-of.ts';

/** How long a record that failed is left alone; twice as long after each further failure, up to a limit. */
const FIRST_PAUSE = '30 seconds';
const LONGEST_PAUSE = '6 hours';

/** As many records as are named; the count says how many there are. */
const MOST_NAMED = 20;

/** More of an error's words than this tell nothing more. */
const LONGEST_ERROR = 2_000;

/** The records that the index could not take. */
export interface SetAsideRecords {
  count: number;
  /** Their API ids, those that wait longest first. */
  records: string[];
}

/** Puts a record apart until it is tried again, or until it changes. */
export async function setAside(
  tx: Prisma.TransactionClient,
  kind: SearchKind,
  recordId: string,
  error: unknown,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SearchSetAside" ("recordId", "kind", "error", "retryAt")
    VALUES (${recordId}::uuid, ${kind}::"SearchKind", ${wordsOf(error)}, now() + ${FIRST_PAUSE}::interval)
    ON CONFLICT ("recordId") DO UPDATE SET
      "error" = EXCLUDED."error",
      "attempts" = "SearchSetAside"."attempts" + 1,
      "retryAt" = now() + least(
        ${FIRST_PAUSE}::interval * power(2, least("SearchSetAside"."attempts", 20)),
        ${LONGEST_PAUSE}::interval)`;
}

const wordsOf = (error: unknown) =>
  String(error instanceof Error ? error.message : error)
    .slice(0, LONGEST_ERROR)
    .toWellFormed()
    .replaceAll('\0', '�');

/** Names the records that a search cannot find for now; null when there are none. */
export async function readSetAside(db: Database): Promise<SetAsideRecords | null> {
  const rows = await db.searchSetAside.findMany({
    select: { kind: true, recordId: true },
    orderBy: [{ since: 'asc' }, { recordId: 'asc' }],
    take: MOST_NAMED,
  });
  if (!rows.length) return null;
  const count = rows.length < MOST_NAMED ? rows.length : await db.searchSetAside.count();
  return { count, records: rows.map((row) => encodeRecordId(TYPE_OF[row.kind], row.recordId)) };
}
