import {
  ForbiddenError,
  ValidationError,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { LiveSession } from '../sessions.ts';
import { countAttempt } from './count-attempt.ts';
import { recordRefusal } from './enter-hub.ts';
import { verifyPassword } from './password-hash.ts';
import { signInOf } from './sign-in-context.ts';
import { countedBy, originOf } from './sign-in-origin.ts';

/** The local account of whoever asks. @throws ForbiddenError for people who sign in elsewhere and demo people */
export async function ownAccount({ db }: RequestContext, { caller: { personId } }: LiveSession) {
  const account = await db.account.findUnique({ where: { personId } });
  if (account?.passwordHash) return account;
  throw new ForbiddenError(
    bilingual('您没有本地密码，请在单位的登录系统中修改', 'You have no password here'),
  );
}

/** Locks and loads an account that is about to change: it is the same until the change is written. */
export async function lockAccount(tx: Prisma.TransactionClient, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Account" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.account.findUniqueOrThrow({ where: { id } });
}

/**
 * Asks for the password once more: a session left open must not be enough to take an account over.
 * Wrong ones count as at the sign-in.
 *
 * @throws ValidationError beside `field`.
 */
export async function checkOwnPassword(
  context: RequestContext,
  session: LiveSession,
  password: string,
  field: string,
) {
  const { db, now } = context;
  const account = await ownAccount(context, session);
  const origin = await originOf(context, account.loginName);
  const isRight = await signInOf(context).limits.attempt(
    countedBy(origin, account.loginName),
    async () => {
      const isRight = await verifyPassword(account.passwordHash, password);
      const tried = { accountId: account.id, origin };
      const attempt = await countAttempt(db, tried, { isRight, isLast: false }, now());
      if (isRight && attempt.isOpen) return true;
      await recordRefusal(context, {
        name: account.loginName,
        personId: account.personId,
        isNowLocked: attempt.isNowLocked,
        reason: 'PASSWORD',
      });
      return false;
    },
    (isRight) => isRight,
  );
  if (isRight) return account;
  const message = bilingual(
    '密码不正确，或账号已锁定',
    'The password is wrong, or the account is locked',
  );
  throw new ValidationError([{ path: [field], message }]);
}
