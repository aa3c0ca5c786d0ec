import type { IncomingMessage, ServerResponse } from 'node:http';
import { bilingual, type BilingualText } from '@taizhang/platform/rules';

/** Why a file is not taken: an HTTP status, a stable code and one sentence. */
export class UploadRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: BilingualText) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const tooLarge = (limit: number) => {
  const megabytes = Number((limit / 1024 / 1024).toFixed(2));
  return new UploadRefused(
    413,
    'TOO_LARGE',
    bilingual(`文件超过 ${megabytes} MB`, `The file is larger than ${megabytes} MB`),
  );
};

/** How long a refused upload may go on unread, so that its sender gets to read the answer. */
const LINGER_MS = 1_000;

/**
 * Answers a request whose body may still be on its way, then ends the connection. Closed at once, the
 * unread rest would reset the connection and take the answer with it.
 */
export function answerAndClose(req: IncomingMessage, res: ServerResponse, refusal: UploadRefused) {
  const { code, message } = refusal;
  const body = Buffer.from(JSON.stringify({ error: { code, message } }));
  res.writeHead(refusal.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    connection: 'close',
  });
  if (req.complete) return void res.end(body);
  res.write(body);
  const end = () => {
    clearTimeout(lingering);
    res.end();
    if (!req.complete) req.socket.destroySoon();
  };
  const lingering = setTimeout(end, LINGER_MS);
  req.once('end', end).once('error', end).once('close', end).resume();
}
