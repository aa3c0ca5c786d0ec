import { createHash, randomBytes } from 'node:crypto';
import type { Database, Prisma, Row, WriteScope } from '@taizhang/platform';
import type { EventDefinition } from '@taizhang/platform/rules';
import { Secret, TOTP } from 'otpauth';
import { countAttempt } from './count-attempt.ts';
import type { Seal } from './seal.ts';
import type { SignInOrigin } from './sign-in-origin.ts';

const STEP_SECONDS = 30;
/** A clock may be off by this many steps either way. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** No vowels and nothing that looks like something else: no words, nothing to misread. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXZ';

/** The account's columns that a second factor needs. */
export const SECOND_FACTOR = {
  id: true,
  personId: true,
  loginName: true,
  disabledAt: true,
  totpSecret: true,
  totpSince: true,
} satisfies Prisma.AccountSelect;

type SecondFactorAccount = Prisma.AccountGetPayload<{ select: typeof SECOND_FACTOR }>;

/** A fresh secret of an authenticator, as people and their programs read it. */
export function newTotpSecret(loginName: string): { secret: string; uri: string } {
  const totp = totpOf(new Secret({ size: 20 }), loginName);
  return { secret: totp.secret.base32, uri: totp.toString() };
}

const totpOf = (secret: Secret, label: string) =>
  new TOTP({ issuer: '台账 Taizhang', label, secret, digits: 6, period: STEP_SECONDS });

/** The step of a code of six digits; null when it is none of the secret's now. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(digits)) return null;
  const timestamp = now.getTime();
  const totp = totpOf(Secret.fromBase32(secret), '');
  const delta = totp.validate({ token: digits, timestamp, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/**
 * Checks a code of an account's authenticator, or one of its recovery codes, and uses it up. Wrong
 * ones count with wrong passwords.
 */
export async function checkSecondFactor(
  db: Database,
  seal: Seal,
  { account, origin }: { account: SecondFactorAccount; origin: SignInOrigin },
  code: string,
  now: Date,
): Promise<{ isRight: boolean; isNowLocked: boolean }> {
  return db.$transaction(async (tx) => {
    const isCode = await useCode(tx, seal, account, code, now);
    const { isOpen, isNowLocked } = await countAttempt(
      tx,
      { accountId: account.id, origin },
      { isRight: isCode, isLast: true },
      now,
    );
    return { isRight: isCode && isOpen, isNowLocked };
  });
}

async function useCode(
  tx: Prisma.TransactionClient,
  seal: Seal,
  account: SecondFactorAccount,
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = account.totpSince && account.totpSecret && seal.open(account.totpSecret);
  if (!secret) return false;
  const step = totpStep(secret, code, now);
  if (step === null) return useRecoveryCode(tx, account.id, code, now);
  // Only forward: a code that was seen over a shoulder has been used, or is older than one that was.
  const { count } = await tx.account.updateMany({
    where: { id: account.id, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

async function useRecoveryCode(
  tx: Prisma.TransactionClient,
  accountId: string,
  code: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.recoveryCode.updateMany({
    where: { accountId, codeHash: hashRecoveryCode(code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
}

/** Makes an account's recovery codes anew; shown once, kept as hashes. */
export async function renewRecoveryCodes(
  tx: Prisma.TransactionClient,
  accountId: string,
): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
  await tx.recoveryCode.deleteMany({ where: { accountId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ accountId, codeHash: hashRecoveryCode(code) })),
  });
  return codes;
}

/** Takes an account's second factor away, recovery codes with it. */
export async function removeSecondFactor(
  { tx, change }: Pick<WriteScope, 'tx' | 'change'>,
  event: EventDefinition<'Account'>,
  account: Row<'Account'>,
): Promise<void> {
  const nothing = { totpSecret: null, totpSince: null, totpLastStep: null };
  await change(event, account, nothing);
  await tx.recoveryCode.deleteMany({ where: { accountId: account.id } });
}

/** Three groups of four letters, about 57 bits. */
function recoveryCode(): string {
  const letters: string[] = [];
  while (letters.length < 12)
    for (const byte of randomBytes(16))
      // What would make some letters likelier than others is thrown away.
      if (byte < LETTERS.length * 9 && letters.length < 12)
        letters.push(LETTERS[byte % LETTERS.length]!);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

const hashRecoveryCode = (code: string) =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^A-Z0-9]/g, ''))
    .digest('hex');
