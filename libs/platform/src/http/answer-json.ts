import type { ServerResponse } from 'node:http';
import { bilingual } from '../rules/bilingual.ts';

/** Answers with JSON that no cache keeps. */
export function answerJson(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  res.end(JSON.stringify(body));
}

/** Says that there is nothing at an address. */
export const answerNotFound = (res: ServerResponse): void =>
  answerJson(res, 404, {
    error: { code: 'NOT_FOUND', message: bilingual('没有此地址', 'There is nothing here') },
  });

export function redirect(res: ServerResponse, location: string): void {
  res.writeHead(302, { location });
  res.end();
}
