import { builder, SearchKind, type RequestContext } from '@taizhang/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { indexPending } from '../entries/index-pending.ts';
import { readSetAside } from '../entries/set-aside.ts';
import { countHits, findHits, MOST_COUNTED, type Hit, type Search } from '../search-records.ts';
import { markText } from '../text/mark-text.ts';
import { readSearch } from './read-search.ts';
import { loadRecords } from './load-records.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { SearchHitType, SearchKindType, type Highlight, type ShownHit } from './search-hit.type.ts';

/** How many places of one record are shown. */
const MOST_HIGHLIGHTS = 4;

/** A search costs about as much as this many fields; with its count, twice. */
const SEARCH_COST = 500;

interface SearchPage {
  edges: { cursor: string; node: ShownHit }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  search: Search;
  isComplete: boolean;
}

const SearchConnection = builder.connectionObject(
  {
    type: SearchHitType,
    name: 'SearchConnection',
    description: '命中分页。A page of what a search found.',
  },
  { name: 'SearchEdge', description: '命中及其游标。One of the hits, with its cursor.' },
);

builder.objectFields(SearchConnection, (t) => ({
  foundCount: t.int({
    description: `命中数，最多数到 ${MOST_COUNTED}。How many records were found, counted no further than ${MOST_COUNTED}.`,
    complexity: SEARCH_COST,
    resolve: (page, _args, { db }) => countHits(db, (page as unknown as SearchPage).search),
  }),
  isComplete: t.boolean({
    description:
      '索引已跟上全部改动。False while records still wait to be indexed, as after an upgrade, or cannot be indexed.',
    resolve: async (page, _args, { db }) =>
      (page as unknown as SearchPage).isComplete && (await readSetAside(db)) === null,
  }),
}));

builder.queryField('search', (t) =>
  t.connection(
    {
      type: SearchHitType,
      authScopes: { signedIn: true },
      description:
        '全文检索：问题、措施、制度文件、培训，只含您有权查看的。各词都须出现，引号内为原文，末词可不完整。Finds the items, measures, documents and trainings that you may see, best first. All words have to be there; quotation marks keep a phrase together; the last word may be unfinished.',
      args: {
        text: t.arg.string({
          required: true,
          description: '检索词，最多 200 字。What to look for.',
        }),
        kinds: t.arg({
          type: [SearchKindType],
          description: '种类；不填为全部。Which kinds of record; all when unsaid.',
        }),
      },
      complexity: (args) => ({ field: SEARCH_COST, multiplier: Number(args.first ?? 20) / 5 }),
      resolve: async (_root, args, context, info) => {
        return (await readPage(args, context, info)) as never;
      },
    },
    SearchConnection,
  ),
);

interface PageArgs {
  text: string;
  kinds?: readonly SearchKind[] | null;
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

async function readPage(args: PageArgs, context: RequestContext, info: GraphQLResolveInfo) {
  const query = readSearch(args);
  const after = readCursor(args.after);
  const { db } = context;
  const search: Search = {
    query,
    caller: context.caller!,
    kinds: args.kinds ?? Object.values(SearchKind),
  };
  // Whoever changed something and searches for it has to find it.
  const isComplete = await indexPending(db);
  const size = args.first ?? 20;
  const hits = await findHits(db, search, { size, after });
  const shown = hits.slice(0, size);
  const records = await loadRecords(context, info, shown);
  const edges = shown.flatMap((hit) => {
    const record = records.get(hit.record.id);
    return record
      ? [{ cursor: writeCursor(hit.entry), node: { ...show(hit, search), record } }]
      : [];
  });
  return {
    edges,
    pageInfo: {
      hasNextPage: hits.length > size,
      hasPreviousPage: after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    search,
    isComplete,
  } satisfies SearchPage;
}

const show = ({ entry, record }: Hit, { query }: Search): Omit<ShownHit, 'record'> => ({
  kind: record.kind,
  title: record.title,
  rank: Number(entry.rank),
  highlights: record.fields
    .flatMap(({ field, text }): Highlight[] => {
      const marked = markText(text, query.needles);
      return marked ? [{ field, ...marked }] : [];
    })
    .slice(0, MOST_HIGHLIGHTS),
});
