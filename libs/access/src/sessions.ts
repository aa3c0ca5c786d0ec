import { createHash, randomBytes } from 'node:crypto';
import type { Caller, Database } from '@taizhang/platform';
import { loadPersonCaller } from './load-caller.ts';

const MINUTE = 60_000;
/** A session ends after this long without a request. */
const IDLE_MS = 30 * MINUTE;
/** A session ends after this long whatever happens. */
const ABSOLUTE_MS = 10 * 60 * MINUTE;
/** How old `lastSeenAt` may grow before a request renews it: a write for every read would be waste. */
const SEEN_STEP_MS = MINUTE;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** Opens a session for an account and returns the token that the cookie carries; only its hash is kept. */
export async function openSession(
  db: Database,
  accountId: string,
  client: { now: Date; address: string | null; userAgent: string | null },
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(client.now.getTime() + ABSOLUTE_MS);
  await db.session.create({
    data: {
      accountId,
      tokenHash: hashToken(token),
      createdAt: client.now,
      lastSeenAt: client.now,
      expiresAt,
      address: client.address,
      userAgent: client.userAgent?.slice(0, 300) ?? null,
    },
  });
  return { token, expiresAt };
}

/** Who a session's token stands for now; null when it is unknown, over, revoked, or its person disabled. */
export async function resumeSession(
  db: Database,
  token: string,
  now: Date,
): Promise<Caller | null> {
  const session = await db.session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      lastSeenAt: true,
      expiresAt: true,
      revokedAt: true,
      account: { select: { personId: true, disabledAt: true } },
    },
  });
  const isOver =
    !session ||
    session.revokedAt ||
    session.account.disabledAt ||
    session.expiresAt <= now ||
    now.getTime() - session.lastSeenAt.getTime() > IDLE_MS;
  if (isOver) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_STEP_MS)
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  return loadPersonCaller(db, session.account.personId);
}

/** Ends the session of a token; a token without one is no error. */
export async function revokeSession(db: Database, token: string, now: Date): Promise<void> {
  await db.session.updateMany({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: now },
  });
}
