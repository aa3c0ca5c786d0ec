import {
  recordAudit,
  TransitionError,
  ValidationError,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { LiveSession } from '../sessions.ts';
import { checkOwnPassword, ownAccount } from '../sign-in/own-account.ts';
import {
  checkSecondFactor,
  newTotpSecret,
  removeSecondFactor,
  renewRecoveryCodes,
  totpStep,
} from '../sign-in/second-factor.ts';
import { author, signInOf } from '../sign-in/sign-in-context.ts';

const WRONG_CODE = bilingual(
  '动态码不正确或已用过，请等下一个',
  'The code is wrong or was used: wait for the next one',
);

/** Makes a secret for an authenticator; it counts only after `confirmTotp`. */
export async function offerTotp(context: RequestContext, session: LiveSession, password: string) {
  const account = await checkOwnPassword(context, session, password, 'password');
  if (account.totpSince)
    throw new TransitionError(
      'totp-once',
      bilingual('已启用动态口令，请先停用', 'A second factor is on already: turn it off first'),
    );
  const offer = newTotpSecret(account.loginName);
  await context.db.account.updateMany({
    where: { id: account.id, totpSince: null },
    data: { totpSecret: signInOf(context).totpSeal.seal(offer.secret) },
  });
  return offer;
}

/** Turns the second factor on once a code shows that the authenticator has the secret. @returns the recovery codes */
export async function confirmTotp(
  context: RequestContext,
  session: LiveSession,
  code: string,
): Promise<string[]> {
  const { db, now } = context;
  const account = await ownAccount(context, session);
  const secret = account.totpSecret && signInOf(context).totpSeal.open(account.totpSecret);
  const step = secret ? totpStep(secret, code, now()) : null;
  if (step === null || account.totpSince) throw wrongCode();
  return db.$transaction(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: account.id, totpSince: null, totpSecret: account.totpSecret },
      data: { totpSince: now(), totpLastStep: step },
    });
    if (!count) throw wrongCode();
    const codes = await renewRecoveryCodes(tx, account.id);
    await recordAudit(tx, author(context, session), {
      type: 'TOTP_ENROLLED',
      ...aboutOneself(session),
    });
    return codes;
  });
}

/** Turns one's own second factor off, by password and code. */
export async function disableTotp(
  context: RequestContext,
  session: LiveSession,
  { password, code }: { password: string; code: string },
): Promise<void> {
  const { db, now } = context;
  const account = await checkOwnPassword(context, session, password, 'password');
  const { totpSeal } = signInOf(context);
  const { isRight } = await checkSecondFactor(db, totpSeal, account, code, now());
  if (!isRight) throw wrongCode();
  await db.$transaction(async (tx) => {
    await removeSecondFactor(tx, account.id);
    await recordAudit(tx, author(context, session), {
      type: 'TOTP_DISABLED',
      ...aboutOneself(session),
    });
  });
}

const wrongCode = () => new ValidationError([{ path: ['code'], message: WRONG_CODE }]);

const aboutOneself = ({ caller }: LiveSession) => ({
  subjectType: 'Person',
  subjectId: caller.personId,
  organizationId: caller.organizationId,
});
