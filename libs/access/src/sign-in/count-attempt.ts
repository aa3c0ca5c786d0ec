import { Prisma, type Database } from '@taizhang/platform';
import type { SignInOrigin } from './sign-in-origin.ts';

/** Wrong passwords or codes in a row before an account is locked for where they came from, and for how long. */
const ATTEMPTS = 5;
const LOCK_MS = 15 * 60_000;

/**
 * Counts an attempt in the database before its answer is believed: parallel guesses from one place share one
 * counter, and guesses from elsewhere have another.
 *
 * @param attempt.isLast whether a right answer completes the sign-in. A right password with a second
 *   factor still to come leaves the count alone, or else it would buy endless guesses at the code.
 * @returns whether the account was open to attempts from there, and whether this one locked it.
 */
export async function countAttempt(
  db: Pick<Database, '$queryRaw'>,
  { accountId, origin }: { accountId: string; origin: SignInOrigin },
  { isRight, isLast }: { isRight: boolean; isLast: boolean },
  now: Date,
): Promise<{ isOpen: boolean; isNowLocked: boolean }> {
  // A lock that is over starts the count anew.
  const before = Prisma.sql`(CASE WHEN o."lockedUntil" IS NULL THEN o."failedAttempts" ELSE 0 END)`;
  const failed = isRight ? (isLast ? Prisma.sql`0` : before) : Prisma.sql`${before} + 1`;
  const [row] = await db.$queryRaw<{ locked: boolean }[]>`
    INSERT INTO "SignInOrigin" AS o ("accountId", "origin", "failedAttempts", "triedAt")
    VALUES (${accountId}::uuid, ${origin.key}, ${isRight ? 0 : 1}, ${now})
    ON CONFLICT ("accountId", "origin") DO UPDATE SET
      "failedAttempts" = ${failed},
      "lockedUntil" = CASE WHEN ${failed} >= ${ATTEMPTS}
        THEN ${new Date(now.getTime() + LOCK_MS)}::timestamptz END,
      "triedAt" = ${now}
    WHERE o."lockedUntil" IS NULL OR o."lockedUntil" <= ${now}
    RETURNING "lockedUntil" IS NOT NULL AS "locked"`;
  return { isOpen: row !== undefined, isNowLocked: row?.locked ?? false };
}

/** What locks an account now, somewhere. */
export const lockedOrigins = (now: Date) =>
  ({ lockedUntil: { gt: now } }) satisfies Prisma.SignInOriginWhereInput;

/** Lets an account be tried from everywhere again. */
export const openOrigins = (db: Pick<Database, 'signInOrigin'>, accountId: string) =>
  db.signInOrigin.updateMany({
    where: { accountId, failedAttempts: { gt: 0 } },
    data: { failedAttempts: 0, lockedUntil: null },
  });
