import { GraphQLError } from 'graphql';
import { bilingual, isIsoDate } from '../rules/index.ts';

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

/**
 * Whether a page begins behind a record that the caller may not see. Where it stands among the
 * visible ones would tell of it: such a page is empty, like one behind a missing record.
 *
 * @param query what Pothos made of the page's arguments.
 */
export async function beginsOutOfSight(
  query: object,
  table: { count: (args: { where: { AND: object[] } }) => PromiseLike<number> },
  visible: object,
): Promise<boolean> {
  const { cursor } = query as { cursor?: object };
  return cursor !== undefined && (await table.count({ where: { AND: [cursor, visible] } })) === 0;
}

/** Refuses a year that no date can have. */
export function checkYear(year: number): number {
  if (isIsoDate(`${year}-01-01`)) return year;
  throw new GraphQLError(bilingual('年度须在 1900 至 2199 之间', 'Give a year from 1900 to 2199'), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/** A filter's text as a case-insensitive search; LIKE's own wildcards in it stay plain characters. */
export const containing = (text: string) => ({
  contains: text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`),
  mode: 'insensitive' as const,
});
