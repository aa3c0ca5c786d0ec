import { GraphQLError } from 'graphql';
import { bilingual } from '../rules/index.ts';

/** The error for whoever sends too much too fast: status 429, with the seconds to wait. */
export function refuseRate(retryAfter: number): GraphQLError {
  return new GraphQLError(
    bilingual(
      `请求过于频繁，请在 ${retryAfter} 秒后重试`,
      `Too many requests: try again in ${retryAfter} seconds`,
    ),
    {
      extensions: {
        code: 'RATE_LIMITED',
        retryAfter,
        http: { status: 429, headers: { 'retry-after': String(retryAfter) } },
      },
    },
  );
}
