import { purgeAuditEvents, type Job } from '@taizhang/platform';
import { DEVICE_MS } from '../sign-in/sign-in-origin.ts';

const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * 60_000;
/** How long a repeated mutation is known for what it is. */
const IDEMPOTENCY_DAYS = 30;
/** How long a session that is over stays to be looked at. */
const SESSION_DAYS = 30;

/** What a hub tidies away once a day. */
export const upkeep = (auditRetentionDays: number | null): Job => ({
  name: 'upkeep',
  everyMinutes: DAY_MINUTES,
  run: async ({ db, now }) => {
    const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS);
    await db.idempotencyRecord.deleteMany({
      where: { createdAt: { lt: daysAgo(IDEMPOTENCY_DAYS) } },
    });
    await db.session.deleteMany({ where: { expiresAt: { lt: daysAgo(SESSION_DAYS) } } });
    await db.signInOrigin.deleteMany({
      where: {
        OR: [
          { triedAt: { lt: daysAgo(1) }, NOT: { origin: { startsWith: 'device:' } } },
          { triedAt: { lt: new Date(now().getTime() - DEVICE_MS) } },
        ],
      },
    });
    if (auditRetentionDays !== null) await purgeAuditEvents(db, now(), auditRetentionDays);
  },
});
