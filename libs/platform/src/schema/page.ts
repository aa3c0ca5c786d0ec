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

/** Refuses a page size outside 1–100 rather than bending it silently, and a page from two ends. */
export function checkPage({ first, last, after, before }: PageArguments): void {
  for (const size of [first, last])
    if (size !== null && size !== undefined && (size < 1 || size > LARGEST_PAGE))
      throw badPage(
        bilingual(`每页须为 1 至 ${LARGEST_PAGE} 行`, `A page has 1 to ${LARGEST_PAGE} rows`),
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

/** A record's key as a cursor holds it. */
const UUID_CURSOR = /^GPC:S:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Events are numbered. */
const EVENT_CURSOR = /^GPC:I:\d{1,18}$/;

/** Refuses a cursor that no page of such records ever had. */
export function checkCursor(model: string, { after, before }: PageArguments): void {
  const known = model === 'Event' ? EVENT_CURSOR : UUID_CURSOR;
  for (const cursor of [after, before])
    if (isGiven(cursor) && !known.test(Buffer.from(cursor!, 'base64').toString()))
      throw badPage(
        bilingual(
          '游标无效，请使用本系统返回的 cursor',
          'The cursor is not valid: send one that the hub answered with',
        ),
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

/**
 * A text filter as a condition on `filterText`, the column in which a table keeps what it is
 * filtered by in one form: case, half and full width are the same. LIKE's own wildcards in the text
 * stay plain characters. A blank text is no condition.
 */
export const containing = (text: string | null | undefined) => {
  const sought = plainText(text ?? '').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return sought ? { filterText: { contains: sought, mode: 'insensitive' as const } } : {};
};

/** A code, number or other exact word as it is stored, however wide it was typed. */
export const plainText = (typed: string): string => typed.normalize('NFKC').trim();
