import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  lateError,
  readBody,
  refuseRequest,
  withinDeadline,
  type AskedQuestion,
  type Deadline,
  type TracedAnswer,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { Known } from './recognize-caller.ts';
import type { ServerRequest } from './request-context.ts';

/** What serving GraphQL needs of the hub. */
export interface GraphQLMeans {
  /** Who sends a request; counts it. */
  recognize: (req: IncomingMessage) => Promise<Known>;
  /** Runs a request whose body was read. */
  run: (req: IncomingMessage, res: ServerResponse, request: ServerRequest) => unknown;
  /** Answers by what is kept; null when it did. */
  answerFromKept: (asked: AskedQuestion) => Promise<{ trace: TracedAnswer | null } | null>;
  /** Whether documents may stand in the address. */
  takesGet: boolean;
  /** Whether somebody gets the page on which the schema is explored. */
  mayExplore: (known: Known) => boolean;
  /** How long a request may take, from its arrival. */
  withinMs: number;
}

const BODY = { most: 2 * 1024 * 1024, withinMs: 10_000 };

/** The endpoint of GraphQL. The caller is known and counted first, whatever the request turns out to be. */
export function graphqlEndpoint(means: GraphQLMeans) {
  return (req: IncomingMessage, res: ServerResponse): Promise<void> =>
    withinDeadline(means.withinMs, (deadline) =>
      answer(req, res, deadline).catch((error: unknown) => {
        throw deadline.isOver ? lateError() : error;
      }),
    );

  async function answer(req: IncomingMessage, res: ServerResponse, deadline: Deadline) {
    const known = await means.recognize(req);
    if (known.caller) deadline.holder = known.caller.key;
    let trace: TracedAnswer | null = null;
    if (req.method === 'POST') {
      // A form of another site can post other types with our cookie, but never JSON.
      if (!isJson(req)) throw refuseRequest(403, 'FORBIDDEN', NOT_JSON);
      const body = (await readBody(req, BODY)).toString();
      const asked = await means.answerFromKept({ req, res, caller: known.caller, body });
      if (!asked) return;
      ({ trace } = asked);
      Object.assign(req, { body: parse(body) });
    } else if (asksForPage(req)) {
      if (!means.mayExplore(known)) throw refuseRequest(401, 'UNAUTHENTICATED', SIGN_IN_FIRST);
      // Its scripts and styles stand within it.
      res.setHeader('content-security-policy', PAGE_POLICY);
    } else if (!means.takesGet && (req.method === 'GET' || req.method === 'HEAD')) {
      throw refuseRequest(405, 'METHOD_NOT_ALLOWED', POST_ONLY, { allow: 'POST' });
    }
    await means.run(req, res, { req, res, known, trace });
  }
}

const isJson = ({ headers }: IncomingMessage) =>
  /^application\/(?:[\w.+-]*\+)?json\b/i.test(headers['content-type'] ?? '');

const asksForPage = ({ method, headers }: IncomingMessage) =>
  method === 'GET' && (headers.accept?.includes('text/html') ?? false);

/** Reads a body as one operation. @throws GraphQLError 400 */
function parse(text: string): object {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw refuseRequest(400, 'BAD_REQUEST', BROKEN_JSON);
  }
  if (Array.isArray(body)) throw refuseRequest(400, 'BAD_REQUEST', ONE_AT_A_TIME);
  if (typeof body !== 'object' || body === null || !Object.keys(body).length)
    throw refuseRequest(400, 'BAD_REQUEST', NO_OPERATION);
  return body;
}

const PAGE_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'; frame-ancestors 'none'";

const NOT_JSON = bilingual('请以 application/json 提交', 'Send the request as application/json');
const BROKEN_JSON = bilingual('请求不是有效的 JSON', 'The request is not valid JSON');
const ONE_AT_A_TIME = bilingual('一次请求只能有一个操作', 'Send one operation a request');
const NO_OPERATION = bilingual(
  '请求须为含 query 的 JSON 对象',
  'Send a JSON object with a query in it',
);
const SIGN_IN_FIRST = bilingual('请先登录', 'Sign in first');
const POST_ONLY = bilingual(
  '请用 POST 提交：地址会留在代理的日志里',
  'Send it by POST: addresses stay in the logs of proxies',
);
