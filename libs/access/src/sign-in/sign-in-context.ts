import {
  ForbiddenError,
  type Caller,
  type EventAuthor,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { resumeSession, type LiveSession, type TotpRequirement } from '../sessions.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Seal } from './seal.ts';

/** The hub's own means for signing in, the same for all requests. */
export interface SignInMeans {
  isDemoOpen: boolean;
  limits: RateLimits;
  /** Keeps the secrets of authenticators. */
  totpSeal: Seal;
  /** Keeps what a half-done sign-in carries through the browser. */
  challengeSeal: Seal;
  totp: TotpRequirement;
  /** What the button of the organization's own sign-in says; null when there is none. */
  oidcName: string | null;
  /** The one-time token of the first set-up. */
  setUp: SetUpToken;
}

/** The one-time token that an empty hub prints for whoever sets it up. */
export interface SetUpToken {
  /** Whether this is a token that still works, and the hub is not set up yet. */
  isRight: (token: string) => Promise<boolean>;
  isPending: () => Promise<boolean>;
}

/** What signing in needs of the transport: reading the client, setting and clearing the cookie. */
export interface SignInTransport extends SignInMeans {
  /** The session of the cookie that came along; changed by signing in and out. */
  session: LiveSession | null;
  sessionToken: string | null;
  /** What the cookie says of the device; who signed in with it before is in the database. */
  deviceToken: string | null;
  /** Whether a page of another site sent the request. */
  isForeign: boolean;
  userAgent: string | null;
  setSession: (token: string, expiresAt: Date) => void;
  clearSession: () => void;
  setDevice: (token: string, expiresAt: Date) => void;
}

/** A request's context as the hub completes it. */
export type SignInContext = RequestContext & { signIn: SignInTransport };

/** What of the means belongs to signing in, out of a context that every resolver gets. */
export const signInOf = (context: RequestContext): SignInTransport =>
  (context as SignInContext).signIn;

/** The session of whoever asks, also when it may do nothing else yet. @throws ForbiddenError */
export function ownSession(context: RequestContext): LiveSession {
  const { session } = signInOf(context);
  if (session) return session;
  throw new ForbiddenError(bilingual('请先登录', 'Sign in first'));
}

/** Reads the session anew after a change of what it must still do. @returns whose it is */
export async function refreshedViewer(context: RequestContext): Promise<Caller> {
  const signIn = signInOf(context);
  const { sessionToken, totp } = signIn;
  signIn.session = await resumeSession(context.db, sessionToken ?? '', context.now(), totp);
  return ownSession(context).caller;
}

/** Whom the log names for something that happens around signing in, and by which command. */
export const author = (
  { now, address }: RequestContext,
  who: { caller: Caller | null; actorName?: string },
  command?: string,
): EventAuthor => ({ ...who, now: now(), address, ...(command && { command }) });
