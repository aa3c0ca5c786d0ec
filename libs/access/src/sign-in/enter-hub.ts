import {
  note,
  recordAudit,
  type Caller,
  type RequestContext,
  type SignInMethod,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { ACCESS_EVENTS } from '../rules/index.ts';
import { loadPersonCaller } from '../load-caller.ts';
import { openSession, resumeSession, revokeSession } from '../sessions.ts';
import { author, signInOf } from './sign-in-context.ts';
import { rememberDevice } from './sign-in-origin.ts';

/**
 * Opens a fresh session for a person who has shown who they are, ending the one before: a token
 * fixed beforehand is worth nothing.
 *
 * @returns the caller that they are now; null when the person is disabled.
 */
export async function enterHub(
  context: RequestContext,
  who: { personId: string; method: SignInMethod },
): Promise<Caller | null> {
  const { db, now, address } = context;
  const signIn = signInOf(context);
  const caller = await loadPersonCaller(db, who.personId);
  if (!caller) return null;
  if (signIn.sessionToken) await revokeSession(db, signIn.sessionToken, now());
  const { userAgent } = signIn;
  const { token, expiresAt } = await openSession(db, who, { now: now(), address, userAgent });
  const signedIn = note(ACCESS_EVENTS.SIGNED_IN, {
    subjectId: who.personId,
    organizationId: caller.organizationId,
    after: { method: who.method },
  });
  await recordAudit(db, author(context, { caller }), signedIn);
  signIn.session = await resumeSession(db, token, now(), signIn.totp);
  signIn.sessionToken = token;
  signIn.setSession(token, expiresAt);
  if (who.method === 'PASSWORD') await rememberDevice(context, who.personId);
  return caller;
}

const UNKNOWN = bilingual('未知账号', 'Unknown account');

/**
 * Writes down that somebody was not let in, in one row whatever the reason. What was typed as a name is
 * kept only when it is one: passwords get typed there.
 */
export async function recordRefusal(
  context: RequestContext,
  refusal: { name: string; personId: string | null; isNowLocked: boolean; reason: string },
): Promise<void> {
  const { personId, isNowLocked, reason } = refusal;
  const name = personId ? refusal.name : UNKNOWN;
  const { ACCOUNT_LOCKED, SIGN_IN_REFUSED } = ACCESS_EVENTS;
  const refused = note(isNowLocked ? ACCOUNT_LOCKED : SIGN_IN_REFUSED, {
    subjectId: personId,
    after: { name, reason },
  });
  await recordAudit(context.db, author(context, { caller: null, actorName: name }), refused);
}
