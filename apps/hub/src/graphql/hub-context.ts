import type { IncomingMessage, ServerResponse } from 'node:http';
import { resumeApiClient, resumeSession, type SignInTransport } from '@taizhang/access';
import type { Caller, Database, RequestContext } from '@taizhang/platform';
import type { FileLinks } from '@taizhang/rectification';
import { readSessionCookie, sessionCookie } from '../http/session-cookie.ts';

/** What the transport gives a request beside its document. */
export interface ServerRequest {
  req: IncomingMessage;
  res: ServerResponse;
}

/** The hub's own means, the same for all requests. */
export interface HubMeans {
  db: Database;
  now: () => Date;
  isDemoOpen: boolean;
  adminTokens: readonly string[];
  linkToFile: (evidenceId: string, now: Date) => string;
}

/** What every resolver gets, with what signing in and files need of the transport. */
export type HubContext = RequestContext & FileLinks & { signIn: SignInTransport };

/** Builds the context of one request: who calls, and by what means. */
export async function hubContext(
  means: HubMeans,
  { req, res }: ServerRequest,
): Promise<HubContext> {
  const { db, now } = means;
  const sessionToken = readSessionCookie(req);
  // Behind a proxy that ends TLS the cookie must stay secure; on plain loopback it must still be sent.
  const isSecure = 'encrypted' in req.socket || req.headers['x-forwarded-proto'] === 'https';
  return {
    db,
    now,
    caller: await identify(means, req, sessionToken),
    address: req.socket.remoteAddress ?? null,
    linkToFile: (evidenceId) => means.linkToFile(evidenceId, now()),
    signIn: {
      isDemoOpen: means.isDemoOpen,
      sessionToken,
      userAgent: req.headers['user-agent'] ?? null,
      setSession: (token, expiresAt) =>
        res.setHeader('set-cookie', sessionCookie(token, expiresAt, isSecure)),
      clearSession: () => res.setHeader('set-cookie', sessionCookie('', new Date(0), isSecure)),
    },
  };
}

/** Who calls: the bearer token when there is one, else the session; null for nobody. */
export async function identify(
  { db, now, adminTokens }: HubMeans,
  req: IncomingMessage,
  sessionToken = readSessionCookie(req),
): Promise<Caller | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (bearer) return resumeApiClient(db, bearer, adminTokens);
  return sessionToken ? resumeSession(db, sessionToken, now()) : null;
}
