import { GraphQLError } from 'graphql';
import { bilingual } from '../rules/index.ts';

/** The largest page of any connection. */
export const LARGEST_PAGE = 100;

/** Refuses a page size outside 1–100 rather than bending it silently. */
export function checkPage({ first, last }: { first?: number | null; last?: number | null }): void {
  for (const size of [first, last])
    if (size !== null && size !== undefined && (size < 1 || size > LARGEST_PAGE))
      throw new GraphQLError(
        bilingual(`每页须为 1 至 ${LARGEST_PAGE} 行`, `A page has 1 to ${LARGEST_PAGE} rows`),
        { extensions: { code: 'BAD_USER_INPUT' } },
      );
}

/** A filter's text as a case-insensitive search; LIKE's own wildcards in it stay plain characters. */
export const containing = (text: string) => ({
  contains: text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`),
  mode: 'insensitive' as const,
});
