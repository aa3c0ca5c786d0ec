import type { Database } from '../database/open-database.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { appendEvents } from './append-events.ts';
import { note } from './note.ts';

/** The least that may be asked for: six months, as the Cybersecurity Law wants of network logs. */
export const SHORTEST_RETENTION_DAYS = 184;

const DAY_MS = 86_400_000;
const BATCH = 10_000;

/** What a purge writes about itself; the check of the chain reads from it what may be gone. */
export const PURGED = PLATFORM_EVENTS.AUDIT_EVENTS_PURGED.type;

/**
 * Forgets sign-ins, reads and exports older than the retention time; changes stay for ever, and so
 * do all links. Each batch is a transaction that also records what it removed.
 *
 * @returns how many events were removed.
 */
export async function purgeAuditEvents(
  db: Database,
  now: Date,
  retentionDays: number,
): Promise<number> {
  if (retentionDays < SHORTEST_RETENTION_DAYS)
    throw new RangeError(`Events are kept for ${SHORTEST_RETENTION_DAYS} days at least`);
  const occurredBefore = new Date(now.getTime() - retentionDays * DAY_MS);
  let removed = 0;
  for (;;) {
    const batch = await db.$transaction((tx) => purgeBatch(tx, now, occurredBefore));
    removed += batch;
    if (batch < BATCH) return removed;
  }
}

async function purgeBatch(tx: Prisma.TransactionClient, now: Date, occurredBefore: Date) {
  // The trigger that keeps events lets this transaction alone remove what is older than this.
  await tx.$queryRaw`
    SELECT set_config('taizhang.purge_before', ${occurredBefore.toISOString()}, true)`;
  const removed = await tx.$executeRaw`
    DELETE FROM "Event" WHERE "id" IN (
      SELECT "id" FROM "Event"
      WHERE "kind" IN ('SIGN_IN', 'READ', 'EXPORT') AND "occurredAt" < ${occurredBefore}
      LIMIT ${BATCH})`;
  if (removed)
    await appendEvents(tx, { caller: null, now, address: null }, [
      note(PLATFORM_EVENTS.AUDIT_EVENTS_PURGED, {
        subjectId: null,
        after: { occurredBefore: occurredBefore.toISOString(), removed },
      }),
    ]);
  return removed;
}

/** The moment before which purges may have removed events, by what they recorded about themselves. */
export async function readPurgedBefore(db: Database): Promise<Date> {
  const purges = await db.event.findMany({
    where: { type: PURGED },
    select: { occurredAt: true, after: true },
  });
  const moments = purges.map(({ occurredAt, after }) => {
    const { occurredBefore } = (after ?? {}) as { occurredBefore?: unknown };
    const before = Date.parse(String(occurredBefore));
    const latest = occurredAt.getTime() - SHORTEST_RETENTION_DAYS * DAY_MS;
    return before <= latest ? before : 0;
  });
  return new Date(Math.max(0, ...moments));
}
