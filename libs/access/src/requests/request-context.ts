import type { TracedAnswer } from '@taizhang/platform';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { todayInShanghai } from '@taizhang/platform/rules';
import type { SignInContext } from '../sign-in/sign-in-context.ts';
import type { Known, RequestMeans } from './recognize-caller.ts';
import {
  deviceCookie,
  readDeviceCookie,
  readSessionCookie,
  sessionCookie,
} from './session-cookie.ts';

/** What the transport gives a request beside its document. */
export interface ServerRequest {
  req: IncomingMessage;
  res: ServerResponse;
  known: Known;
  /** What its answer depends on, where it may be kept. */
  trace: TracedAnswer | null;
}

/** Builds the context of one request: who calls, and by what means. */
export function requestContext(
  means: RequestMeans,
  { req, res, known: { caller, session } }: ServerRequest,
): SignInContext {
  const { db, now, transport } = means;
  // Behind a proxy that ends TLS the cookie must stay secure; on plain loopback it must still be sent.
  const isSecure = transport.isSecure(req);
  return {
    db,
    now,
    today: () => todayInShanghai(now()),
    madeAt: now(),
    caller,
    address: transport.addressOf(req),
    signIn: {
      ...means.signIn,
      session,
      sessionToken: readSessionCookie(req),
      deviceToken: readDeviceCookie(req),
      isForeign: transport.isForeign(req),
      userAgent: req.headers['user-agent'] ?? null,
      setSession: (token, expiresAt) =>
        res.appendHeader('set-cookie', sessionCookie(token, expiresAt, isSecure)),
      clearSession: () => res.appendHeader('set-cookie', sessionCookie('', new Date(0), isSecure)),
      setDevice: (token, expiresAt) =>
        res.appendHeader('set-cookie', deviceCookie(token, expiresAt, isSecure)),
    },
  };
}
