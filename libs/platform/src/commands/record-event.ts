import type { Caller } from '../caller.ts';
import type { Prisma } from '../database/generated/client/client.ts';

/** Something that happened to a record. */
export interface NewEvent {
  /** Verb in the past tense, such as MEASURE_SUBMITTED. */
  type: string;
  subjectType: string;
  subjectId: string;
  subjectVersion?: number;
  itemId?: string | null;
  organizationId?: string | null;
  reason?: string | null;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
}

/** Appends an event and its outbox row; both live or die with the caller's transaction. */
export async function recordEvent(
  tx: Prisma.TransactionClient,
  by: { caller: Caller; now: Date; address: string | null },
  event: NewEvent,
): Promise<void> {
  await tx.event.create({
    data: {
      ...event,
      occurredAt: by.now,
      actorPersonId: by.caller.personId,
      actorName: by.caller.name,
      address: by.address,
      outbox: { create: { topic: event.type } },
    },
  });
}
