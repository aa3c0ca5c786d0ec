import {
  createServer as httpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as httpsServer } from 'node:https';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import { COPY_PATH } from '@taizhang/backup';
import {
  actOfPath,
  answerJson,
  answerNotFound,
  answerRefusal,
  type LogSummary,
  givenRequestId,
  redirect,
  webApp,
  withRequestId,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { SetAsideRecords } from '@taizhang/search';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import compression from 'compression';

type Handler = (req: IncomingMessage, res: ServerResponse) => unknown;

/** What `/readyz` answers. */
export interface Readiness {
  isReady: boolean;
  /** Whether the log was found whole when it was checked last, and up to when it is anchored. */
  log?: LogSummary;
  /** Records that the search cannot find, because their texts could not be indexed. */
  searchSetAside?: SetAsideRecords;
  /** Rows from before the log that are being taken into it: until its end nothing can be written. */
  baseline?: { done: number; total: number; message: string };
}

/** What the server serves, beside the web apps. */
export interface Endpoints {
  graphql: Handler;
  upload: Handler;
  download: (evidenceId: string, url: URL, req: IncomingMessage, res: ServerResponse) => unknown;
  /** Tells a Prometheus server about the hub. */
  metrics: Handler;
  /** Sees every request. */
  watch: (req: IncomingMessage, res: ServerResponse) => void;
  /** Copies the embedded database for a backup. */
  copyDatabase: Handler;
  /** Sends what came of an act, row by row. */
  actResult: (id: string, req: IncomingMessage, res: ServerResponse) => unknown;
  /** Whether requests can be answered, and what whoever runs the hub should look at. */
  readiness: () => Promise<Readiness>;
  /** Whether a page of another site sent the request. */
  isForeign: (req: IncomingMessage) => boolean;
  /** Whether a proxy that is believed passed the request on. */
  isFromProxy: (req: IncomingMessage) => boolean;
  /** Whether the browser speaks HTTPS. */
  isSecure: (req: IncomingMessage) => boolean;
  /** Serves what signing in by way of another site needs; false for all else. */
  signIn: (req: IncomingMessage, res: ServerResponse, url: URL) => Promise<boolean>;
}

/** A certificate with its key, as the files hold them. */
export interface Certificate {
  cert: Buffer;
  key: Buffer;
}

/** How long the headers of a request, and a whole upload, may take to arrive; looked at every two seconds. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2_000,
};

/** Compresses answers as they go out, as quickly as is worth while; Express's own middleware needs no Express. */
const compress = compression({
  threshold: 1_400,
  level: 5,
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
}) as unknown as (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

const FILE = /^\/files\/([0-9a-f-]{36})$/;

/** The hub's HTTP server: the GraphQL endpoint, files, health, and the web apps as built. */
export function createServer(
  endpoints: Endpoints,
  root: string,
  certificate: Certificate | null,
  log: Logger,
): Server {
  const built = (app: string) => webApp(join(root, 'apps', app, 'dist'), app);
  const apps = { admin: built('admin'), dashboard: built('dashboard') };
  return certificate
    ? httpsServer({ ...TIMES, ...certificate, minVersion: 'TLSv1.2' }, answer)
    : httpServer(TIMES, answer);

  function answer(req: IncomingMessage, res: ServerResponse) {
    withRequestId(res, endpoints.isFromProxy(req) ? givenRequestId(req) : null, () =>
      begin(req, res),
    );
  }

  function begin(req: IncomingMessage, res: ServerResponse) {
    endpoints.watch(req, res);
    for (const [name, value] of Object.entries(USUAL_HEADERS)) res.setHeader(name, value);
    if (endpoints.isSecure(req)) res.setHeader('strict-transport-security', 'max-age=31536000');
    Promise.resolve(route(req, res)).catch((error: unknown) => {
      const refusal = error instanceof GraphQLError && !res.headersSent ? error : null;
      if (refusal?.extensions['http']) return answerRefusal(res, refusal);
      log.error({ err: error }, 'a request failed unexpectedly');
      if (res.headersSent) res.destroy();
      else
        answerJson(res, 500, {
          error: { code: 'INTERNAL', message: bilingual('服务器内部错误', 'Something went wrong') },
        });
    });
  }

  async function route(req: IncomingMessage, res: ServerResponse) {
    if (!URL.canParse(req.url ?? '/', 'http://hub')) return answerNotFound(res);
    const url = new URL(req.url ?? '/', 'http://hub');
    const [, first] = url.pathname.split('/');
    if (req.method === 'POST' && req.headers.cookie && endpoints.isForeign(req))
      return answerForeign(res);
    if (url.pathname === '/graphql') {
      compress(req, res, () => undefined);
      return endpoints.graphql(req, res);
    }
    if (url.pathname === '/files' && req.method === 'POST') return endpoints.upload(req, res);
    const file = FILE.exec(url.pathname)?.[1];
    if (file && req.method === 'GET') return endpoints.download(file, url, req, res);
    if (url.pathname === COPY_PATH && req.method === 'POST')
      return endpoints.copyDatabase(req, res);
    const act = actOfPath(url.pathname);
    if (act && req.method === 'GET') return endpoints.actResult(act, req, res);
    if (url.pathname === '/metrics' && req.method === 'GET') return endpoints.metrics(req, res);
    if (url.pathname === '/livez') return answerJson(res, 200, { status: 'ok' });
    if (url.pathname === '/readyz') {
      const { isReady, ...notes } = await endpoints.readiness();
      const status = isReady ? 'ok' : 'unavailable';
      return answerJson(res, isReady ? 200 : 503, { status, ...notes });
    }
    if (first === 'sign-in' && (await endpoints.signIn(req, res, url))) return undefined;
    if (url.pathname === '/') return redirect(res, '/admin/');
    if (first === 'admin' || first === 'dashboard') return apps[first](req, res, url);
    return answerNotFound(res);
  }
}

/** Another site's page may send our cookie along; its origin gives it away. */
function answerForeign(res: ServerResponse) {
  const message = bilingual(
    '不接受来自其他网站的请求；如在代理之后，请设置 PUBLIC_URL',
    'Requests from other sites are refused; behind a proxy, set PUBLIC_URL',
  );
  const code = 'FORBIDDEN';
  // In the shape of either endpoint that is posted to.
  answerJson(res, 403, { error: { code, message }, errors: [{ message, extensions: { code } }] });
}

/** What every answer says unless it says otherwise. */
const USUAL_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};
