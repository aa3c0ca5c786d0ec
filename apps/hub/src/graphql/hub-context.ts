import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  resumeApiClient,
  resumeSession,
  type LiveSession,
  type SignInMeans,
  type SignInTransport,
} from '@taizhang/access';
import { refuseToken, type Caller, type Database, type RequestContext } from '@taizhang/platform';
import type { FileLinks } from '@taizhang/rectification';
import { readSessionCookie, sessionCookie } from '../http/session-cookie.ts';
import type { TrustedTransport } from '../http/trusted-transport.ts';

/** What the transport gives a request beside its document. */
export interface ServerRequest {
  req: IncomingMessage;
  res: ServerResponse;
}

/** The hub's own means, the same for all requests. */
export interface HubMeans {
  db: Database;
  now: () => Date;
  adminTokens: readonly string[];
  linkToFile: (evidenceId: string, callerKey: string, now: Date) => string;
  /** The largest file taken, in bytes. */
  largestUpload: number;
  signIn: SignInMeans;
  transport: TrustedTransport;
}

/** What every resolver gets, with what signing in and files need of the transport. */
export type HubContext = RequestContext & FileLinks & { signIn: SignInTransport };

/** Builds the context of one request: who calls, and by what means. */
export async function hubContext(
  means: HubMeans,
  { req, res }: ServerRequest,
): Promise<HubContext> {
  const { db, now, transport } = means;
  const sessionToken = readSessionCookie(req);
  // Behind a proxy that ends TLS the cookie must stay secure; on plain loopback it must still be sent.
  const isSecure = transport.isSecure(req);
  const { caller, session } = await recognize(means, req);
  return {
    db,
    now,
    caller,
    address: transport.addressOf(req),
    linkToFile: (evidenceId, callerKey) => means.linkToFile(evidenceId, callerKey, now()),
    largestUpload: means.largestUpload,
    signIn: {
      ...means.signIn,
      session,
      sessionToken,
      userAgent: req.headers['user-agent'] ?? null,
      setSession: (token, expiresAt) =>
        res.setHeader('set-cookie', sessionCookie(token, expiresAt, isSecure)),
      clearSession: () => res.setHeader('set-cookie', sessionCookie('', new Date(0), isSecure)),
    },
  };
}

/** Who calls: the bearer token when there is one, else the session; null for nobody. */
export const identify = async (means: HubMeans, req: IncomingMessage): Promise<Caller | null> =>
  (await recognize(means, req)).caller;

/** @throws when the caller, or the address of nobody, sends more than the hub takes. */
async function recognize(means: HubMeans, req: IncomingMessage) {
  const known = await lookUp(means, req);
  // Automation is the operator's own, and has whole ledgers to bring in.
  if (known.caller?.key !== 'client:automation')
    await means.signIn.limits.countRequest(
      known.session?.caller.key ?? known.caller?.key ?? `address:${means.transport.addressOf(req)}`,
    );
  // After the count: tokens are not to be guessed without end.
  if (known.isRefused) throw refuseToken();
  return known;
}

async function lookUp(
  { db, now, adminTokens, signIn }: HubMeans,
  req: IncomingMessage,
): Promise<{ caller: Caller | null; session: LiveSession | null; isRefused: boolean }> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (bearer) {
    const caller = await resumeApiClient(db, bearer, adminTokens, now());
    return { caller, session: null, isRefused: !caller };
  }
  const token = readSessionCookie(req);
  const session = token ? await resumeSession(db, token, now(), signIn.totp) : null;
  // Who must do something else first is nobody until then.
  const caller = session?.requiredStep ? null : (session?.caller ?? null);
  return { caller, session, isRefused: false };
}
