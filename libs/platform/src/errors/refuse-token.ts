import { GraphQLError } from 'graphql';
import { bilingual } from '../rules/index.ts';

/** The error for a bearer token that is unknown, expired or disabled: status 401, whichever it is. */
export function refuseToken(): GraphQLError {
  return new GraphQLError(
    bilingual(
      '令牌无效或已过期，请向安全管理员索取新令牌',
      'The token is not valid or no longer so: ask the security administrator for a new one',
    ),
    {
      extensions: {
        code: 'UNAUTHENTICATED',
        http: { status: 401, headers: { 'www-authenticate': 'Bearer' } },
      },
    },
  );
}
