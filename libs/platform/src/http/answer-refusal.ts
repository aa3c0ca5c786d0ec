import type { ServerResponse } from 'node:http';
import type { GraphQLError } from 'graphql';
import { answerJson } from './answer-json.ts';

/** How long what is still being sent of a refused request is read and thrown away, so that its sender gets to read the answer. */
const LINGER_MS = 2_000;

/** Answers with a refusal that says its own status, such as 429 with the time to wait. */
export function answerRefusal(res: ServerResponse, { message, extensions }: GraphQLError): void {
  const { http, ...told } = extensions;
  const { status, headers = {} } = http as { status: number; headers?: Record<string, string> };
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  // In the shape of either endpoint: of files, and of GraphQL.
  answerJson(res, status, { error: { ...told, message }, errors: [{ message, extensions: told }] });
  const { req } = res;
  if (req.complete) return;
  req.resume();
  // Hanging up at once would take the answer along.
  setTimeout(() => req.complete || req.socket.destroy(), LINGER_MS).unref();
}
