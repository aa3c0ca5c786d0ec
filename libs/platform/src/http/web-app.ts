import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { answerNotFound, redirect } from './answer-json.ts';

const POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'";

const FOR_EVER = 'public, max-age=31536000, immutable';

/** Whether a path is a file whose name carries a hash of its content. */
const isHashed = (built: string, path: string) =>
  path.startsWith('/assets/') && existsSync(join(built, path));

/** Serves one web app as it was built, below `/name/`; unknown paths under it open the app, which routes them itself. */
export function webApp(built: string, name: string) {
  if (!existsSync(built))
    return (_req: IncomingMessage, res: ServerResponse) => answerNotFound(res);
  const serve = sirv(built, {
    single: true,
    etag: true,
    // As the build wrote them beside the files.
    brotli: true,
    gzip: true,
    // Looked up at each request: a list made at the start would go stale, and a file gone since would end the process.
    dev: true,
  });
  return (req: IncomingMessage, res: ServerResponse, url: URL) => {
    if (url.pathname === `/${name}`) return redirect(res, `/${name}/${url.search}`);
    // Said of every answer: also one without a body renews what the browser keeps of the headers.
    res.setHeader('content-security-policy', POLICY);
    res.setHeader(
      'cache-control',
      isHashed(built, url.pathname.slice(name.length + 1)) ? FOR_EVER : 'no-cache',
    );
    req.url = req.url!.slice(name.length + 1);
    return serve(req, res, () => answerNotFound(res));
  };
}
