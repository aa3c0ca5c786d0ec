import { createTransport } from 'nodemailer';
import type { Job } from '../jobs/job.type.ts';
import { MAIL_NOTIFICATION } from '../jobs/notify.ts';

const SECOND_MS = 1_000;
/** The longest subject: what follows stands in the text. */
const SUBJECT_LENGTH = 80;
/** A reminder that waited longer reminds of nothing any more: the console still shows it. */
const STALE_MS = 3 * 24 * 60 * 60 * SECOND_MS;

/** How the hub sends mail. */
export interface MailSettings {
  /** smtp:// or smtps://, with user and password where the server wants them. */
  smtpUrl: string;
  /** The sender, such as 台账 <ledger@example.org>. */
  from: string;
}

/**
 * Sends notifications by mail, each once: a mail counts as sent when the server took it. Should the
 * hub die just then it is sent again under the same Message-ID, by which mail programs tell.
 */
export function mailNotifications(
  { smtpUrl, from }: MailSettings,
  publicUrl: () => string,
): Job<{ id: string }> {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: 10 * SECOND_MS,
    greetingTimeout: 10 * SECOND_MS,
    socketTimeout: 30 * SECOND_MS,
  });
  return {
    name: MAIL_NOTIFICATION,
    run: async ({ db, now }, { id }) => {
      const notification = await db.notification.findUnique({
        where: { id },
        include: { person: { select: { email: true, displayName: true, disabledAt: true } } },
      });
      if (!notification || notification.emailedAt) return;
      const { person, text, createdAt } = notification;
      if (!person.email || person.disabledAt || isStale(createdAt, now())) return;
      await transport.sendMail({
        from,
        to: { name: person.displayName, address: person.email },
        subject: `【台账】${text.slice(0, SUBJECT_LENGTH)}`,
        text: [
          text.replaceAll(' / ', '\n'),
          `${publicUrl()}/admin/`,
          '此邮件由系统自动发送，请勿回复。\nThis mail was sent automatically: please do not answer it.',
        ].join('\n\n'),
        messageId: `<${id}@taizhang>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await db.notification.updateMany({
        where: { id, emailedAt: null },
        data: { emailedAt: now() },
      });
    },
  };
}

const isStale = (createdAt: Date, now: Date) => now.getTime() - createdAt.getTime() > STALE_MS;

/** What a hub without a mail server does with mails: the console shows what they say. */
export const noMail: Job = { name: MAIL_NOTIFICATION, run: () => Promise.resolve() };
