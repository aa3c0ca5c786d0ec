import type { Prisma } from '../database/generated/client/client.ts';
import type { Database } from '../database/open-database.ts';
import { PLATFORM_EVENTS } from '../rules/platform-events.ts';
import { appendEvents, lockHead } from './append-events.ts';
import { note } from './note.ts';

/** What a hub notes outside its database of how far the log had come. */
export interface ChainNote {
  generation: string;
  position: number;
  linkHash: string;
  /** Left by whoever put an older ledger in place: the next start gives the log a new generation. */
  isRestored?: boolean;
}

/** A generation that a log was given. */
export interface Renewal {
  generation: string;
  /** Up to which link the log had been put back, where that was announced; null where it was found out. */
  restoredTo: number | null;
}

/** The end of the chain now. */
export async function readChainNote(db: Database): Promise<ChainNote> {
  const { generation, position, linkHash } = await db.eventChain.findFirstOrThrow();
  return { generation, position: Number(position), linkHash };
}

/**
 * Gives the log a new generation when it is not the one that was noted before with all that was in it: the
 * database is an older or another one than then, so numbers of events may have been given twice.
 *
 * @returns null where the log goes on from what was noted.
 */
export async function renewIfRestored(
  db: Database,
  noted: ChainNote,
  now: Date,
): Promise<Renewal | null> {
  return db.$transaction(async (tx) => {
    await lockHead(tx);
    if (await goesOn(tx, noted)) return null;
    const isAnnounced = noted.isRestored ?? false;
    const { position } = await lockHead(tx);
    const generation = await renewGeneration(tx, now, { noted, isAnnounced });
    return { generation, restoredTo: isAnnounced ? Number(position) : null };
  });
}

/** Whether everything that was noted is in the chain still. */
async function goesOn(tx: Prisma.TransactionClient, noted: ChainNote): Promise<boolean> {
  if (noted.isRestored) return false;
  if (noted.position === 0) return true;
  const link = await tx.eventLink.findUnique({ where: { position: BigInt(noted.position) } });
  return link?.linkHash === noted.linkHash;
}

/** Gives the log a new generation and says so in it, so that whoever follows it begins anew; call it last in a transaction that puts older data in place. */
export async function renewGeneration(
  tx: Prisma.TransactionClient,
  now: Date,
  {
    noted = null,
    isAnnounced = false,
  }: {
    noted?: ChainNote | null;
    /** Whether whoever runs the hub said that the database would be put back; else it was found out. */
    isAnnounced?: boolean;
  } = {},
): Promise<string> {
  const { position } = await lockHead(tx);
  const [renewed] = await tx.$queryRaw<{ generation: string }[]>`
    UPDATE "EventChain" SET "generation" = gen_random_uuid() RETURNING "generation"::text`;
  const { generation } = renewed!;
  await appendEvents(tx, { caller: null, now, address: null }, [
    note(PLATFORM_EVENTS.AUDIT_LOG_RESTORED, {
      subjectId: null,
      ...(noted && { before: { generation: noted.generation, position: noted.position } }),
      after: { generation, position: Number(position), announced: isAnnounced },
    }),
  ]);
  return generation;
}
