import { Prisma, type Database, type SearchKind } from '@taizhang/platform';
import { writeVector } from '../text/write-vector.ts';
import { keysByKind } from './keys-by-kind.ts';
import { readRecords, type SearchableRecord } from './read-records.ts';
import { setAside } from './set-aside.ts';

/** Held by the process that works the queue: a second one could put an older state over a newer one. */
const QUEUE_LOCK = 72707370;

/** Queue rows a transaction: short enough for others to get their turn on the embedded database's one connection. */
const BATCH = 200;

interface Queued {
  kind: SearchKind;
  recordId: string;
}

const running = new WeakMap<Database, Promise<boolean>>();

/**
 * Makes the entries anew of the records first in the queue, one batch in one transaction: cut
 * short, it leaves the queue as it was. A record that cannot be indexed is set aside and holds up
 * no other. Whoever calls waits for a batch that begins after the call, so that what was committed
 * before it is in sight of that batch; all who wait share it and its one connection.
 *
 * @returns whether the queue was empty after it.
 */
export async function indexPending(db: Database): Promise<boolean> {
  await running.get(db)?.catch(() => undefined);
  const begun = running.get(db);
  if (begun) return begun;
  const batch = indexBatch(db).finally(() => running.delete(db));
  running.set(db, batch);
  return batch;
}

async function indexBatch(db: Database): Promise<boolean> {
  // Nearly always nothing; rows that another process works on stay in sight until it commits.
  const [waiting] = await db.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT FROM "SearchQueue")
      OR EXISTS (SELECT FROM "SearchSetAside" WHERE "retryAt" <= now()) AS "is"`;
  if (!waiting?.is) return true;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${QUEUE_LOCK}::bigint)`;
    const taken = await tx.$queryRaw<Queued[]>`
      DELETE FROM "SearchQueue" WHERE "id" IN (SELECT "id" FROM "SearchQueue" ORDER BY "id" LIMIT ${BATCH})
      RETURNING "kind"::text AS "kind", "recordId"`;
    const due = await tx.$queryRaw<Queued[]>`
      SELECT "kind"::text AS "kind", "recordId" FROM "SearchSetAside"
      WHERE "retryAt" <= now() ORDER BY "retryAt" LIMIT ${BATCH}`;
    for (const [kind, ids] of keysByKind([...taken, ...due])) await indexRecords(tx, kind, ids);
    return taken.length < BATCH;
  });
}

/** Indexes records together; when that fails, each alone, and sets aside what fails again. */
async function indexRecords(tx: Prisma.TransactionClient, kind: SearchKind, ids: string[]) {
  if (!(await tryIn(tx, () => replaceEntries(tx, kind, ids)))) return;
  for (const id of ids) {
    const failure = await tryIn(tx, () => replaceEntries(tx, kind, [id]));
    if (failure) await setAside(tx, kind, id, failure.error);
  }
}

/** Does a part of a transaction that may fail without the rest. @returns how it failed, or null. */
async function tryIn(
  tx: Prisma.TransactionClient,
  part: () => Promise<void>,
): Promise<{ error: unknown } | null> {
  await tx.$executeRaw`SAVEPOINT part`;
  try {
    await part();
    await tx.$executeRaw`RELEASE SAVEPOINT part`;
    return null;
  } catch (error) {
    // Where the database itself is gone this fails too, and the whole batch with it.
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT part`;
    await tx.$executeRaw`RELEASE SAVEPOINT part`;
    return { error };
  }
}

async function replaceEntries(tx: Prisma.TransactionClient, kind: SearchKind, ids: string[]) {
  const records = await readRecords(tx, kind, ids, 'index');
  const found = new Set(records.map(({ id }) => id));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length)
    await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "recordId" = ANY (${gone}::uuid[])`;
  if (records.length) await tx.$executeRaw(upsert(records));
  await tx.$executeRaw`DELETE FROM "SearchSetAside" WHERE "recordId" = ANY (${ids}::uuid[])`;
}

/** One JSON parameter for the whole batch, which no limit on parameters bounds. */
const upsert = (records: readonly SearchableRecord[]) => Prisma.sql`
  INSERT INTO "SearchEntry" ("recordId", "kind", "readers", "vector")
  SELECT r."id", r."kind"::"SearchKind", r."marks", r."vector"::tsvector
  FROM jsonb_to_recordset(${JSON.stringify(records.map(entryOf))}::jsonb)
    AS r("id" uuid, "kind" text, "marks" text[], "vector" text)
  ON CONFLICT ("recordId") DO UPDATE
    SET "readers" = EXCLUDED."readers", "vector" = EXCLUDED."vector"`;

const entryOf = ({ id, kind, marks, fields }: SearchableRecord) => ({
  id,
  kind,
  marks,
  vector: writeVector(fields),
});
