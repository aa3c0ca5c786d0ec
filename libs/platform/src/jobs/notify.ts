import type { Prisma } from '../database/generated/client/client.ts';
import type { BilingualText } from '../rules/index.ts';
import { enqueue } from './enqueue.ts';

/** The job that sends a notification by mail, with its data; the hub has it where mail is set up. */
export const MAIL_NOTIFICATION = 'mail-notification';

/** Something that people should know of. */
export interface NewNotification {
  personIds: readonly string[];
  /** What it is about, such as BIWEEKLY_REPORT_DUE. */
  kind: string;
  text: BilingualText;
  subject: { type: string; id: string };
  /** The same thing is told to a person once. */
  dedupeKey: string;
}

/**
 * Tells people something, in the console and, where they have an address and mail is set up, by
 * mail; both only when the caller's transaction commits.
 *
 * @returns how many people did not know it yet.
 */
export async function notify(
  tx: Prisma.TransactionClient,
  { personIds, kind, text, subject, dedupeKey }: NewNotification,
  now: Date,
): Promise<number> {
  const told = await tx.notification.createManyAndReturn({
    data: personIds.map((personId) => ({
      personId,
      kind,
      text,
      subjectType: subject.type,
      subjectId: subject.id,
      dedupeKey,
      createdAt: now,
    })),
    skipDuplicates: true,
    select: { id: true, person: { select: { email: true } } },
  });
  for (const { id, person } of told)
    if (person.email)
      await enqueue(tx, { name: MAIL_NOTIFICATION, data: { id }, key: id, runAt: now });
  return told.length;
}
