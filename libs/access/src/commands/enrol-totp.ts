import {
  TransitionError,
  ValidationError,
  writeChanges,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { ACCESS_EVENTS } from '../rules/index.ts';
import type { LiveSession } from '../sessions.ts';
import { checkOwnPassword, lockAccount, ownAccount } from '../sign-in/own-account.ts';
import {
  checkSecondFactor,
  newTotpSecret,
  removeSecondFactor,
  renewRecoveryCodes,
  totpStep,
} from '../sign-in/second-factor.ts';
import { author, signInOf } from '../sign-in/sign-in-context.ts';
import { originOf } from '../sign-in/sign-in-origin.ts';

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
  const totpSecret = signInOf(context).totpSeal.seal(offer.secret);
  await writeChanges(context.db, author(context, session, 'offerTotp'), async ({ tx, change }) => {
    const stored = await lockAccount(tx, account.id);
    if (!stored.totpSince) await change(ACCESS_EVENTS.TOTP_OFFERED, stored, { totpSecret });
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
  return writeChanges(db, author(context, session, 'confirmTotp'), async ({ tx, change }) => {
    const stored = await lockAccount(tx, account.id);
    if (stored.totpSince || stored.totpSecret !== account.totpSecret) throw wrongCode();
    const columns = { totpSince: now(), totpLastStep: step };
    await change(ACCESS_EVENTS.TOTP_ENROLLED, stored, columns);
    return renewRecoveryCodes(tx, account.id);
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
  const origin = await originOf(context, account.loginName);
  const { isRight } = await checkSecondFactor(db, totpSeal, { account, origin }, code, now());
  if (!isRight) throw wrongCode();
  await writeChanges(db, author(context, session, 'disableTotp'), async (scope) =>
    removeSecondFactor(scope, ACCESS_EVENTS.TOTP_DISABLED, await lockAccount(scope.tx, account.id)),
  );
}

const wrongCode = () => new ValidationError([{ path: ['code'], message: WRONG_CODE }]);
