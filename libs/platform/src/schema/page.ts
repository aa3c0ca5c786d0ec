import { GraphQLError } from 'graphql';
import { bilingual, isIsoDate, type BilingualText } from '../rules/index.ts';

/** The largest page of any connection. */
export const LARGEST_PAGE = 100;

/** How a page of a connection is asked for. */
export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

const badPage = (message: BilingualText) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** Refuses a page size outside 0–100 rather than bending it silently, and a page from two ends. */
export function checkPage({ first, last, after, before }: PageArguments): void {
  for (const size of [first, last])
    if (size !== null && size !== undefined && (size < 0 || size > LARGEST_PAGE))
      throw badPage(
        bilingual(`每页须为 0 至 ${LARGEST_PAGE} 行`, `A page has 0 to ${LARGEST_PAGE} rows`),
      );
  const forwards = isGiven(first) || isGiven(after);
  if (forwards && (isGiven(last) || isGiven(before)))
    throw badPage(
      bilingual(
        'first、after 与 last、before 不能混用',
        'Give first and after, or last and before, not both',
      ),
    );
}

const isGiven = (value: unknown) => value !== null && value !== undefined;

/** Refuses a year that no date can have. */
export function checkYear(year: number): number {
  if (isIsoDate(`${year}-01-01`)) return year;
  throw new GraphQLError(bilingual('年度须在 1900 至 2199 之间', 'Give a year from 1900 to 2199'), {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

/**
 * A text filter as a condition on `filterText`, the column in which a table keeps what it is
 * filtered by in one form: case, half and full width are the same. LIKE's own wildcards in the text
 * stay plain characters.
 */
export const containing = (text: string) => ({ filterText: like(text) });

/** A part of a column's text, whatever the case of its letters. */
export const like = (text: string) => ({
  contains: plainText(text).replaceAll(/[\\%_]/g, (sign) => `\\${sign}`),
  mode: 'insensitive' as const,
});

/** A code, number or other exact word as it is stored, however wide it was typed. */
export const plainText = (typed: string): string => typed.normalize('NFKC').trim();
