import { bilingual, isStorable } from '@taizhang/platform/rules';
import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Refuses a document, or an operation's name, with a sign in it that no text has; variables are checked where they are used. */
export function useWholeText(): Plugin {
  return {
    onParams({ params: { query, operationName }, setResult }) {
      const texts = [query, operationName].filter((text) => typeof text === 'string');
      if (texts.every(isStorable)) return;
      const message = bilingual(
        '请求中有空字符（U+0000）或残缺字符，请去掉后重试',
        'The request has a NUL (U+0000) or half a character in it: take it out and try again',
      );
      setResult({
        errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })],
      });
    },
  };
}
