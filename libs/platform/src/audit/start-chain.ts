import type { HashAlgorithm } from '../database/generated/client/enums.ts';
import type { Prisma } from '../database/generated/client/client.ts';
import type { Database } from '../database/open-database.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { appendEvents, appendLinks, lockHead } from './append-events.ts';
import { note } from './note.ts';
import { checkHashAlgorithm } from './chain-hash.ts';

const BATCH = 1_000;

/**
 * Starts the chain of a database, once: seals the events that are older than it and says so in the
 * log. Later starts only see to the algorithm. Events that appear without a link after that are
 * never sealed, but named by the check.
 *
 * @throws StartupError when this Node lacks the algorithm.
 */
export async function startChain(db: Database, now: Date, algorithm: HashAlgorithm): Promise<void> {
  checkHashAlgorithm(algorithm);
  await db.$transaction((tx) => useAlgorithm(tx, now, algorithm));
  // A batch a transaction: a start that is cut off goes on where it was.
  while (await db.$transaction(sealBatch));
  await db.$transaction((tx) => markStarted(tx, now));
}

/** Links the next events that have no link. @returns whether there were any. */
async function sealBatch(tx: Prisma.TransactionClient): Promise<boolean> {
  const head = await lockHead(tx);
  if (head.startedAt) return false;
  const last = await tx.eventLink.findUnique({ where: { position: head.position } });
  const events = await tx.event.findMany({
    where: { id: { gt: last?.eventId ?? 0n } },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  if (events.length) await appendLinks(tx, head, events);
  return events.length > 0;
}

async function markStarted(tx: Prisma.TransactionClient, now: Date) {
  const { startedAt, position } = await lockHead(tx);
  if (startedAt) return;
  await tx.eventChain.updateMany({ data: { startedAt: now } });
  await appendEvents(tx, { caller: null, now, address: null }, [
    note(PLATFORM_EVENTS.AUDIT_CHAIN_STARTED, {
      subjectId: null,
      after: { sealedEvents: Number(position) },
    }),
  ]);
}

async function useAlgorithm(tx: Prisma.TransactionClient, now: Date, algorithm: HashAlgorithm) {
  const head = await lockHead(tx);
  if (head.algorithm === algorithm) return;
  await tx.eventChain.updateMany({ data: { algorithm } });
  if (head.startedAt)
    await appendEvents(tx, { caller: null, now, address: null }, [
      note(PLATFORM_EVENTS.AUDIT_HASH_CHANGED, {
        subjectId: null,
        before: { algorithm: head.algorithm },
        after: { algorithm },
      }),
    ]);
}
