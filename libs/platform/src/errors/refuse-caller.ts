import { GraphQLError } from 'graphql';
import type { Caller } from '../caller.ts';
import { bilingual } from '../rules/index.ts';

/** The error for a field that this caller may not read: sign in first, or not yours. */
export function refuseCaller(caller: Caller | null): GraphQLError {
  return caller
    ? new GraphQLError(bilingual('您没有查看此内容的权限', 'You may not read this'), {
        extensions: { code: 'FORBIDDEN' },
      })
    : new GraphQLError(bilingual('请先登录', 'Sign in first'), {
        extensions: { code: 'UNAUTHENTICATED' },
      });
}
