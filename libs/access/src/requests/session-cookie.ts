import type { IncomingMessage } from 'node:http';

const NAME = 'taizhang_session';
const COOKIE = new RegExp(`(?:^|;\\s*)${NAME}=([A-Za-z0-9_-]{20,100})(?:;|$)`);

/** The session token that a request's cookie carries, or null. */
export const readSessionCookie = (req: IncomingMessage): string | null =>
  COOKIE.exec(req.headers.cookie ?? '')?.[1] ?? null;

/** A `Set-Cookie` header: out of reach of scripts, and not sent along from other sites. */
export function sessionCookie(token: string, expires: Date, isSecure: boolean): string {
  const parts = [
    `${NAME}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${expires.toUTCString()}`,
  ];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}
