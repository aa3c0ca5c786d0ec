import type { ServerResponse } from 'node:http';

/** Answers with JSON that no cache keeps. */
export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(JSON.stringify(body));
}
