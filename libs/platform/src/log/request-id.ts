import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const current = new AsyncLocalStorage<string>();

/** The request that is being answered; null outside of one. */
export const currentRequestId = (): string | null => current.getStore() ?? null;

/**
 * Answers a request under an id: lines of the log carry it, and so does the answer, for whoever tells of a fault.
 *
 * @param given what a proxy calls the request, where that proxy is believed.
 */
export function withRequestId<Result>(
  res: ServerResponse,
  given: string | null,
  answer: () => Result,
): Result {
  const id = given ?? randomBytes(8).toString('hex');
  res.setHeader('x-request-id', id);
  return current.run(id, answer);
}

/** What a proxy calls a request; null where it says nothing, or what is no id. */
export function givenRequestId({ headers }: IncomingMessage): string | null {
  const id = headers['x-request-id'];
  return typeof id === 'string' && /^[\w-]{8,64}$/.test(id) ? id : null;
}
