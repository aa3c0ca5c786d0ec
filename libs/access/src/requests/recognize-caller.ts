import type { IncomingMessage } from 'node:http';
import { refuseToken, type Caller, type Database } from '@taizhang/platform';
import { resumeApiClient, type AdminToken } from '../api-clients.ts';
import { resumeSession, type LiveSession } from '../sessions.ts';
import type { SignInMeans } from '../sign-in/sign-in-context.ts';
import { knownDevice } from '../sign-in/sign-in-origin.ts';
import { readDeviceCookie, readSessionCookie } from './session-cookie.ts';
import { rangeOf, type TrustedTransport } from './trusted-transport.ts';

/** What telling who sends a request needs of the hub, the same for all requests. */
export interface RequestMeans {
  db: Database;
  now: () => Date;
  /** Tokens of automation with every right. */
  adminTokens: readonly AdminToken[];
  signIn: SignInMeans;
  transport: TrustedTransport;
}

/** Who a request is from. */
export interface Known {
  caller: Caller | null;
  session: LiveSession | null;
}

/**
 * Who sends a request: the bearer token when there is one, else the session; null for nobody. Asked
 * before anything of the request is read, so that whatever it turns out to be is counted.
 *
 * @throws when the caller, or the address of nobody, sends more than the hub takes.
 */
export async function recognize(means: RequestMeans, req: IncomingMessage): Promise<Known> {
  const known = await lookUp(means, req);
  await means.signIn.limits.countRequest(
    known.session?.caller.key ?? known.caller?.key ?? (await nobodyKey(means, req)),
  );
  // After the count: tokens are not to be guessed without end.
  if (known.isRefused) throw refuseToken();
  return known;
}

/** Nobody counts by the address; a device that signed in before by itself, whatever others send from its address. */
const nobodyKey = async ({ db, transport }: RequestMeans, req: IncomingMessage) =>
  (await knownDevice(db, readDeviceCookie(req))) ?? `address:${rangeOf(transport.addressOf(req))}`;

async function lookUp(
  { db, now, adminTokens, signIn }: RequestMeans,
  req: IncomingMessage,
): Promise<Known & { isRefused: boolean }> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
  if (bearer) {
    const operator = operatorOf(req);
    const caller = await resumeApiClient(db, bearer, { adminTokens, operator }, now());
    return { caller, session: null, isRefused: !caller };
  }
  const token = readSessionCookie(req);
  const session = token ? await resumeSession(db, token, now(), signIn.totp) : null;
  // Who must do something else first is nobody until then.
  const caller = session?.requiredStep ? null : (session?.caller ?? null);
  return { caller, session, isRefused: false };
}

/** Whoever runs a tool of this hub, as the tool says it; null where it does not, or says what is no name. */
function operatorOf({ headers }: IncomingMessage): string | null {
  try {
    const name = decodeURIComponent(String(headers['x-taizhang-operator'] ?? '')).trim();
    return /^[\p{L}\p{N}][\p{L}\p{N} ._@\\-]{0,63}$/u.test(name) ? name : null;
  } catch {
    return null;
  }
}
