import { findExcess, refuseDocument } from '@taizhang/platform';
import { bilingual, isStorable } from '@taizhang/platform/rules';
import { GraphQLError, validate, type DocumentNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

/** After so many faults no more are looked for. */
const MOST_FAULTS = 20;

/**
 * Refuses a document, or an operation's name, with a sign in it that no text has, and a document that costs
 * more to read than to send, before it is parsed. Variables are checked where they are used.
 *
 * @param hidesSuggestions whether faults are told without what was probably meant.
 */
export function useGuardedDocuments(hidesSuggestions: boolean): Plugin {
  return {
    onParams({ params: { query, operationName }, setResult }) {
      const texts = [query, operationName].filter((text) => typeof text === 'string');
      const excess = typeof query === 'string' ? findExcess(query) : null;
      if (excess) setResult({ errors: [refuseDocument(excess)] });
      else if (!texts.every(isStorable)) setResult({ errors: [brokenText()] });
    },
    onValidate: ({ setValidationFn }) =>
      setValidationFn(((schema, document, rules) =>
        validate(schema, document, rules, {
          maxErrors: MOST_FAULTS,
          hideSuggestions: hidesSuggestions,
        })) as typeof validate),
  };
}

const brokenText = () =>
  new GraphQLError(
    bilingual(
      '请求中有空字符（U+0000）或残缺字符，请去掉后重试',
      'The request has a NUL (U+0000) or half a character in it: take it out and try again',
    ),
    { extensions: { code: 'BAD_USER_INPUT' } },
  );

/** How many documents are kept parsed, and how long they may be: our own apps send some two hundred short ones. */
const MOST_KEPT = 300;
const LONGEST_KEPT = 8_000;

/** The documents parsed last. Of what anybody may send, what is kept has to have a bound. */
export const recentDocuments = () =>
  new LRUCache<string, DocumentNode>({
    max: MOST_KEPT,
    maxSize: MOST_KEPT * LONGEST_KEPT,
    maxEntrySize: LONGEST_KEPT,
    sizeCalculation: (_document, text) => text.length || 1,
  });
