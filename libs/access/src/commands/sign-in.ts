import { hash, verify } from '@node-rs/argon2';
import { Prisma, type Database } from '@taizhang/platform';

/** Wrong passwords in a row before an account is locked, and for how long. */
const ATTEMPTS = 5;
const LOCK_MS = 15 * 60_000;

/** Wrong passwords in a row, as SQL: a lock that is over starts the count anew. */
const FAILED_NOW = Prisma.sql`(CASE WHEN "lockedUntil" IS NULL THEN "failedAttempts" ELSE 0 END)`;

/** Verified when the login name is unknown, so that both answers take the same time. */
const unknownAccountHash = hash('taizhang: no account has this password');

/**
 * Checks a local account's password.
 *
 * @returns the account's id; null for an unknown name, a wrong password, a locked or disabled
 *   account, which all read the same.
 */
export async function checkPassword(
  db: Database,
  { loginName, password }: { loginName: string; password: string },
  now: Date,
): Promise<string | null> {
  const account = await db.account.findUnique({ where: { loginName } });
  const isRight = await verify(account?.passwordHash ?? (await unknownAccountHash), password);
  if (!account?.passwordHash) return null;
  // Counted in the database before the answer is believed: parallel guesses share one counter.
  const [attempt] = await db.$queryRaw<{ open: boolean }[]>`
    UPDATE "Account" SET
      "failedAttempts" = CASE WHEN ${isRight} THEN 0 ELSE ${FAILED_NOW} + 1 END,
      "lockedUntil" = CASE WHEN ${FAILED_NOW} + 1 >= ${ATTEMPTS} AND NOT ${isRight}
        THEN ${new Date(now.getTime() + LOCK_MS)}::timestamptz END
    WHERE "id" = ${account.id}::uuid AND ("lockedUntil" IS NULL OR "lockedUntil" <= ${now})
    RETURNING TRUE AS "open"`;
  return attempt && isRight && !account.disabledAt ? account.id : null;
}

/** Hashes a password with argon2id, in PHC format. */
export const hashPassword = (password: string): Promise<string> => hash(password);
