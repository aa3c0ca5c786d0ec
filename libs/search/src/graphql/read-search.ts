import { bilingual, type BilingualText } from '@taizhang/platform/rules';
import { GraphQLError } from 'graphql';
import { readQuery, type SearchQuery } from '../text/read-query.ts';

/** The longest text to search for. */
export const LONGEST_SEARCH = 200;

interface SearchArgs {
  text: string;
  last?: number | null;
  before?: string | null;
}

/** Checks what is asked and reads it. @throws GraphQLError that says what to change. */
export function readSearch({ text, last, before }: SearchArgs): SearchQuery {
  if (typeof last === 'number' || typeof before === 'string')
    throw refuse(
      bilingual(
        '检索只能向后翻页，请用 first 和 after',
        'A search pages forward only: use first and after',
      ),
    );
  if (text.length > LONGEST_SEARCH)
    throw refuse(
      bilingual(
        `检索词最多 ${LONGEST_SEARCH} 字，请缩短`,
        `Search for at most ${LONGEST_SEARCH} characters: shorten the text`,
      ),
    );
  const query = readQuery(text);
  if (query) return query;
  throw refuse(
    bilingual('请输入要检索的字、词或编号', 'Give a word, a character or a number to look for'),
  );
}

const refuse = (message: BilingualText) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
