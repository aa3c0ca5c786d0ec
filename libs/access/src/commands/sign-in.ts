import type { Database } from '@taizhang/platform';
import { countAttempt } from '../sign-in/count-attempt.ts';
import type { SignInOrigin } from '../sign-in/sign-in-origin.ts';
import { verifyPassword } from '../sign-in/password-hash.ts';

/** An account whose password was right. */
export interface CheckedAccount {
  id: string;
  personId: string;
  hasSecondFactor: boolean;
}

/** What came of a password; the account only when it was right. */
export interface PasswordCheck {
  account: CheckedAccount | null;
  /** Whose account it was, for the audit log alone. */
  personId: string | null;
  isNowLocked: boolean;
}

/**
 * Checks a local account's password. An unknown name, a wrong password, a locked or disabled account
 * and one without a password all read the same.
 */
export async function checkPassword(
  db: Database,
  { loginName, password }: { loginName: string; password: string },
  origin: SignInOrigin,
  now: Date,
): Promise<PasswordCheck> {
  const account = await db.account.findUnique({ where: { loginName } });
  const isRight = await verifyPassword(account?.passwordHash, password);
  if (!account?.passwordHash)
    return { account: null, personId: account?.personId ?? null, isNowLocked: false };
  const hasSecondFactor = account.totpSince !== null;
  const { isOpen, isNowLocked } = await countAttempt(
    db,
    { accountId: account.id, origin },
    { isRight, isLast: !hasSecondFactor },
    now,
  );
  const { id, personId } = account;
  const isIn = isOpen && isRight && !account.disabledAt;
  return { account: isIn ? { id, personId, hasSecondFactor } : null, personId, isNowLocked };
}
