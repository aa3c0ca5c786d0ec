import type { IncomingMessage } from 'node:http';

const SESSION = 'taizhang_session';
const DEVICE = 'taizhang_device';

const reader = (name: string) => {
  const cookie = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{20,100})(?:;|$)`);
  return (req: IncomingMessage): string | null =>
    cookie.exec(req.headers.cookie ?? '')?.[1] ?? null;
};

/** The session token that a request's cookie carries, or null. */
export const readSessionCookie = reader(SESSION);

/** By what a browser is known again that signed in before, or null. */
export const readDeviceCookie = reader(DEVICE);

type CookieMaker = (token: string, expires: Date, isSecure: boolean) => string;

export const sessionCookie: CookieMaker = (...about) => cookie(SESSION, ...about);
export const deviceCookie: CookieMaker = (...about) => cookie(DEVICE, ...about);

/** A `Set-Cookie` header: out of reach of scripts, and not sent along from other sites. */
function cookie(name: string, token: string, expires: Date, isSecure: boolean): string {
  const parts = [
    `${name}=${token}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Lax',
    `Expires=${expires.toUTCString()}`,
  ];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}
