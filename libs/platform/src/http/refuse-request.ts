import { GraphQLError } from 'graphql';
import type { BilingualText } from '../rules/index.ts';

/** The error for a request that is refused by what it is sent as: it says its own HTTP status. */
export function refuseRequest(
  status: number,
  code: string,
  message: BilingualText,
  headers: Record<string, string> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}
