import { appendEvents, type EventAuthor, type NewEvent } from '../audit/append-events.ts';
import type { Prisma } from '../database/generated/client/client.ts';

/** Appends a command's events; those of changes are also told to other systems, by the outbox. */
export async function recordEvents(
  tx: Prisma.TransactionClient,
  by: EventAuthor,
  events: readonly NewEvent[],
): Promise<void> {
  const written = await appendEvents(tx, by, events);
  const news = written.filter(({ kind }) => kind === 'CHANGE');
  if (news.length)
    await tx.outbox.createMany({
      data: news.map(({ id, type }) => ({ eventId: id, topic: type })),
    });
}
