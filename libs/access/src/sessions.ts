import { createHash, randomBytes } from 'node:crypto';
import type { Caller, Database, Prisma, SignInMethod } from '@taizhang/platform';
import { loadPersonCaller } from './load-caller.ts';

const MINUTE = 60_000;
/** A session ends after this long without a request. */
const IDLE_MS = 30 * MINUTE;
/** A session ends after this long whatever happens. */
const ABSOLUTE_MS = 10 * 60 * MINUTE;
/** How many sessions of a person last at a time: a further one ends the oldest. Demo people are shared by many. */
const SESSIONS = 10;
const DEMO_SESSIONS = 200;
/** How old `lastSeenAt` may grow before a request renews it: a write for every read would be waste. */
const SEEN_STEP_MS = MINUTE;

/** What a session must do before anything else. */
export type RequiredStep = 'CHANGE_PASSWORD' | 'ENROL_TOTP';

/** Who needs a second factor: nobody, those who administer, or everyone with a local password. */
export type TotpRequirement = 'none' | 'administrators' | 'all';

/** A session that lasts, and whose it is. */
export interface LiveSession {
  id: string;
  caller: Caller & { personId: string };
  requiredStep: RequiredStep | null;
}

/** Whoever opens a session, as the log and the list of sessions show it. */
export interface SessionClient {
  now: Date;
  address: string | null;
  userAgent: string | null;
}

const SESSION = {
  id: true,
  method: true,
  lastSeenAt: true,
  personId: true,
  person: {
    select: {
      account: { select: { disabledAt: true, mustChangePassword: true, totpSince: true } },
    },
  },
} satisfies Prisma.SessionSelect;

type StoredSession = Prisma.SessionGetPayload<{ select: typeof SESSION }>;

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** The sessions that last at a moment, as a condition. */
export const lastingSessions = (now: Date) =>
  ({
    revokedAt: null,
    expiresAt: { gt: now },
    lastSeenAt: { gte: new Date(now.getTime() - IDLE_MS) },
  }) satisfies Prisma.SessionWhereInput;

/** Opens a session for a person and returns the token that the cookie carries; only its hash is kept. */
export async function openSession(
  db: Pick<Database, '$transaction'>,
  { personId, method }: { personId: string; method: SignInMethod },
  client: SessionClient,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(client.now.getTime() + ABSOLUTE_MS);
  const session = {
    personId,
    method,
    tokenHash: hashToken(token),
    createdAt: client.now,
    lastSeenAt: client.now,
    expiresAt,
    address: client.address,
    userAgent: client.userAgent?.slice(0, 300) ?? null,
  };
  await db.$transaction(async (tx) => {
    // Whoever signs in twice at once is counted one after the other.
    await tx.$queryRaw`SELECT 1 FROM "Person" WHERE "id" = ${personId}::uuid FOR NO KEY UPDATE`;
    await tx.session.create({ data: session });
    const surplus = await tx.session.findMany({
      where: { personId, ...lastingSessions(client.now) },
      orderBy: { id: 'desc' },
      skip: method === 'DEMO' ? DEMO_SESSIONS : SESSIONS,
      select: { id: true },
    });
    if (surplus.length)
      await tx.session.updateMany({
        where: { id: { in: surplus.map(({ id }) => id) } },
        data: { revokedAt: client.now },
      });
  });
  return { token, expiresAt };
}

/** Whose a session is now; null when it is unknown, over, revoked, or its person or account disabled. */
export async function resumeSession(
  db: Database,
  token: string,
  now: Date,
  totp: TotpRequirement,
): Promise<LiveSession | null> {
  const session = await db.session.findFirst({
    where: { tokenHash: hashToken(token), ...lastingSessions(now) },
    select: SESSION,
  });
  if (!session || (isByAccount(session) && !isAccountOpen(session))) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_STEP_MS)
    await db.session.updateMany({ where: { id: session.id }, data: { lastSeenAt: now } });
  const caller = await loadPersonCaller(db, session.personId);
  if (!caller) return null;
  return {
    id: session.id,
    caller: { ...caller, personId: session.personId },
    requiredStep: requiredStep(session, caller, totp),
  };
}

const isByAccount = ({ method }: StoredSession) => method !== 'OIDC';
const isAccountOpen = ({ person: { account } }: StoredSession) =>
  account !== null && !account.disabledAt;

function requiredStep(
  { method, person: { account } }: StoredSession,
  caller: Caller,
  totp: TotpRequirement,
): RequiredStep | null {
  // Who comes by the organization's own sign-in or as a demo person has no password here to change or to back up.
  if (method !== 'PASSWORD' || !account) return null;
  if (account.mustChangePassword) return 'CHANGE_PASSWORD';
  return !account.totpSince && needsTotp(caller, totp) ? 'ENROL_TOTP' : null;
}

const needsTotp = ({ grants }: Caller, totp: TotpRequirement) =>
  totp === 'all' ||
  (totp === 'administrators' && grants.some(({ role }) => role.endsWith('_ADMINISTRATOR')));

/** Ends the session of a token; a token without one is no error. @returns whose it was. */
export async function revokeSession(
  db: Pick<Database, 'session'>,
  token: string,
  now: Date,
): Promise<string | null> {
  const [ended] = await db.session.updateManyAndReturn({
    where: { tokenHash: hashToken(token), revokedAt: null },
    data: { revokedAt: now },
    select: { personId: true },
  });
  return ended?.personId ?? null;
}

/** Ends a person's sessions, but for one that may go on. */
export async function revokeSessionsOf(
  db: Pick<Database, 'session'>,
  personId: string,
  now: Date,
  exceptId?: string,
): Promise<void> {
  await db.session.updateMany({
    where: { personId, revokedAt: null, ...(exceptId && { id: { not: exceptId } }) },
    data: { revokedAt: now },
  });
}
