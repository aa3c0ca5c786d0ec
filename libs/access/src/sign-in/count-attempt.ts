import { Prisma, type Database } from '@taizhang/platform';

/** Wrong passwords or codes in a row before an account is locked, and for how long. */
const ATTEMPTS = 5;
const LOCK_MS = 15 * 60_000;

/** Wrong attempts in a row, as SQL: a lock that is over starts the count anew. */
const FAILED_NOW = Prisma.sql`(CASE WHEN "lockedUntil" IS NULL THEN "failedAttempts" ELSE 0 END)`;

/**
 * Counts an attempt in the database before its answer is believed: parallel guesses share one counter.
 *
 * @param attempt.isLast whether a right answer completes the sign-in. A right password with a second
 *   factor still to come leaves the count alone, or else it would buy endless guesses at the code.
 * @returns whether the account was open to attempts, and whether this one locked it.
 */
export async function countAttempt(
  db: Pick<Database, '$queryRaw'>,
  accountId: string,
  { isRight, isLast }: { isRight: boolean; isLast: boolean },
  now: Date,
): Promise<{ isOpen: boolean; isNowLocked: boolean }> {
  const failed = isRight ? (isLast ? Prisma.sql`0` : FAILED_NOW) : Prisma.sql`${FAILED_NOW} + 1`;
  const [row] = await db.$queryRaw<{ locked: boolean }[]>`
    UPDATE "Account" SET
      "failedAttempts" = ${failed},
      "lockedUntil" = CASE WHEN ${failed} >= ${ATTEMPTS}
        THEN ${new Date(now.getTime() + LOCK_MS)}::timestamptz END
    WHERE "id" = ${accountId}::uuid AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${now})
    RETURNING "lockedUntil" IS NOT NULL AS "locked"`;
  return { isOpen: row !== undefined, isNowLocked: row?.locked ?? false };
}
