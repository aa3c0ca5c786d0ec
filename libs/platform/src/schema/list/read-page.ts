import { queryFromInfo } from '@pothos/plugin-prisma';
import type { GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { PageArguments } from '../page.ts';
import type { LazyPage } from './connection.ts';
import { readCursor, writeCursor, type CursorScope } from './cursor.ts';
import { tableOf } from './model.ts';
import {
  behind,
  orderByOf,
  orderInStretches,
  placeOf,
  reversed,
  selectOf,
  stretchesOf,
  type Key,
  type KeyValue,
  type SortedBy,
} from './order.ts';

/** How many rows a page has when unsaid. */
export const USUAL_PAGE = 20;

/** Where the selections of a row are, below a connection. */
export const NODE_PATHS = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]];

/** A page as it was asked for. */
export interface Page {
  size: number;
  isBackwards: boolean;
  /** The order in which rows are read: for a page from the end, the reverse of the list's. */
  keys: readonly Key[];
  /** Where the cursor says that it begins; null without one. */
  place: readonly KeyValue[] | null;
  cursorOf: (row: object) => string;
  /** Rows of values that are read in the place of the listed ones, and lead to them. */
  sortedBy?: SortedBy;
}

/** Understands the arguments of a page. @throws GraphQLError for a cursor of something else. */
export function askedPage(args: PageArguments, scope: CursorScope, keys: readonly Key[]): Page {
  const isBackwards = isGiven(args.last) || isGiven(args.before);
  const cursor = args.after ?? args.before;
  const read = isBackwards ? reversed(keys) : keys;
  const place = isGiven(cursor)
    ? readCursor(cursor, scope, keys, isBackwards ? 'before' : 'after')
    : null;
  return {
    size: args.first ?? args.last ?? USUAL_PAGE,
    isBackwards,
    keys: read,
    place,
    cursorOf: (row) => writeCursor(scope, placeOf(keys, row)),
  };
}

const isGiven = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;

/** What the rows of a page are read by in one statement; one more than shown tells whether others follow. */
export const queryOf = ({ keys, place, size }: Page, where: object) => ({
  where: place ? { AND: [where, behind(keys, place)] } : where,
  orderBy: orderByOf(keys),
  take: size + 1,
});

/**
 * The page that rows make. Cursors are written when they are asked for.
 *
 * @param sorted what a row is sorted by.
 */
export function shownPage<Row>(
  page: Page,
  rows: readonly Row[],
  sorted: (row: Row) => object = (row) => row as object,
) {
  const hasMore = rows.length > page.size;
  const shown = rows.slice(0, page.size);
  if (page.isBackwards) shown.reverse();
  const isFromCursor = page.place !== null;
  const { relation } = page.sortedBy ?? {};
  const nodeOf = (row: Row) => (relation ? (row as Record<string, Row>)[relation]! : row);
  const edges = shown.map((row) => ({
    get cursor() {
      return page.cursorOf(sorted(row));
    },
    node: nodeOf(row),
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: page.isBackwards ? isFromCursor : hasMore,
      hasPreviousPage: page.isBackwards ? hasMore : isFromCursor,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** A page that is read by itself, if rows are asked for at all: in one statement, but where a stretch of rows ends in it. */
export function lazyPage(
  page: Page,
  where: object,
  model: string,
  node: string,
  context: RequestContext,
  info: GraphQLResolveInfo,
): LazyPage {
  const { sortedBy } = page;
  const table = tableOf(context.db, sortedBy?.model ?? model);
  const listed = sortedBy ? { AND: [sortedBy.where, { [sortedBy.relation]: where }] } : where;
  let loading: Promise<ReturnType<typeof shownPage<object>>> | null = null;
  const load = () => (loading ??= loadRows().then((rows) => shownPage(page, rows)));

  async function loadRows() {
    const selection = await queryFromInfo({
      context,
      info,
      typeName: node,
      ...(!sortedBy && { select: selectOf(page.keys) as never }),
      paths: [['nodes'], ['edges', 'node']],
      awaitSelections: true,
    });
    const selected = sortedBy
      ? { select: { ...selectOf(page.keys), [sortedBy.relation]: selection } }
      : (selection as object);
    const rows: object[] = [];
    for (const stretch of stretchesOf(page.keys, page.place)) {
      const take = page.size + 1 - rows.length;
      if (!take) break;
      const asked = {
        where: { AND: [listed, stretch] },
        orderBy: orderInStretches(page.keys),
        take,
      };
      rows.push(...(await table.findMany({ ...selected, ...asked })));
    }
    return rows;
  }
  return {
    get edges() {
      return load().then(({ edges }) => edges);
    },
    get pageInfo() {
      return load().then(({ pageInfo }) => pageInfo);
    },
    totalCount: () => table.count({ where: listed }),
  };
}
