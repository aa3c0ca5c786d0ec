import type { IncomingMessage, ServerResponse } from 'node:http';
import { bilingual } from '@taizhang/platform/rules';
import type { Logger } from 'pino';
import { recognize, type RequestMeans } from '../requests/recognize-caller.ts';
import { requestContext } from '../requests/request-context.ts';
import { answerFailure } from './answer-failure.ts';
import { oidcClient, type OidcClient, type OidcFlow, type OidcSettings } from './oidc-client.ts';
import { sealFor, type Seal } from './seal.ts';
import { signInByOidc } from './sign-in-by-oidc.ts';

const START = '/sign-in/oidc';
const CALLBACK = '/sign-in/oidc/callback';
const COOKIE = 'taizhang_oidc';
/** How long somebody may take at the issuer. */
const LIFE_MS = 10 * 60_000;

interface OidcMeans {
  hub: RequestMeans;
  client: OidcClient;
  seal: Seal;
  publicUrl: () => string;
  log: Logger;
}

type Started = OidcFlow & { returnTo: string; until: number };

/** Serves `/sign-in/oidc` and its callback where an issuer is configured; says whether it served a request. */
export function oidcEndpoint(
  oidc: OidcSettings | null,
  means: Pick<OidcMeans, 'hub' | 'publicUrl' | 'log'> & { secret: string },
): (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean> {
  if (!oidc) return () => Promise.resolve(false);
  const complete = { ...means, client: oidcClient(oidc), seal: sealFor(means.secret, 'OIDC flow') };
  return (req, res, url) => serveOidc(complete, req, res, url);
}

async function serveOidc(
  means: OidcMeans,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (req.method !== 'GET') return false;
  if (url.pathname === START) await start(means, req, res, url);
  else if (url.pathname === CALLBACK) await finish(means, req, res, url);
  else return false;
  return true;
}

async function start(means: OidcMeans, req: IncomingMessage, res: ServerResponse, url: URL) {
  const { client, hub, seal, publicUrl, log } = means;
  // Counts the request, so that nobody is sent to the issuer without end.
  await recognize(hub, req);
  const begun = await client.start(publicUrl() + CALLBACK).catch((error: unknown) => {
    log.warn({ reason: reasonOf(error) }, 'the issuer of OIDC sign-in cannot be used');
    return null;
  });
  if (!begun) return answerFailure(res, 502, UNREACHABLE);
  const started: Started = {
    ...begun.flow,
    returnTo: ownPath(url.searchParams.get('return')),
    until: hub.now().getTime() + LIFE_MS,
  };
  setCookie(means, req, res, seal.seal(JSON.stringify(started)), LIFE_MS / 1000);
  redirect(res, begun.url.href);
}

async function finish(means: OidcMeans, req: IncomingMessage, res: ServerResponse, url: URL) {
  const { client, hub, publicUrl, log } = means;
  const context = requestContext(hub, { req, res, known: await recognize(hub, req), trace: null });
  const started = readStarted(means, req);
  // Whatever comes of it, this flow is over.
  setCookie(means, req, res, '', 0);
  if (!started) return answerFailure(res, 401, INTERRUPTED);
  const claims = await client
    .finish(new URL(publicUrl() + CALLBACK + url.search), started)
    .catch((error: unknown) => {
      log.warn({ reason: reasonOf(error) }, 'an OIDC sign-in was refused');
      return null;
    });
  if (!claims) return answerFailure(res, 401, REFUSED);
  const result = await signInByOidc(context, claims);
  if ('refusal' in result) return answerFailure(res, 401, result.refusal);
  redirect(res, started.returnTo);
}

function readStarted({ seal, hub }: OidcMeans, req: IncomingMessage): Started | null {
  const sealed = new RegExp(`(?:^|;\\s*)${COOKIE}=([\\w-]+)`).exec(req.headers.cookie ?? '')?.[1];
  const text = sealed && seal.open(sealed);
  if (!text) return null;
  const started = JSON.parse(text) as Started;
  return started.until > hub.now().getTime() ? started : null;
}

function setCookie(
  { hub }: OidcMeans,
  req: IncomingMessage,
  res: ServerResponse,
  value: string,
  maxAge: number,
) {
  const secure = hub.transport.isSecure(req) ? '; Secure' : '';
  res.appendHeader(
    'set-cookie',
    `${COOKIE}=${value}; Path=${START}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`,
  );
}

/** A path of this hub to go on with; the console for anything else. */
const ownPath = (path: string | null) =>
  path && /^\/(?![/\\])[^\\\r\n]*$/.test(path) ? path : '/admin/';

// Messages of the library, never the tokens that they are about.
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : 'unknown');

function redirect(res: ServerResponse, location: string) {
  res.writeHead(303, { location, 'cache-control': 'no-store' });
  res.end();
}

const UNREACHABLE = bilingual(
  '统一登录暂时无法使用，请稍后重试或用账号登录',
  'Single sign-on cannot be reached: try again later or sign in with an account',
);
const INTERRUPTED = bilingual(
  '登录已中断或超时，请重新开始',
  'This sign-in was interrupted or took too long: begin again',
);
const REFUSED = bilingual(
  '统一登录的答复未通过校验，请重新登录',
  'The answer of the single sign-on did not pass the checks: sign in again',
);
