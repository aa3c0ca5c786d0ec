import { encodeId } from './fragments.ts';
import { moveCursor, placeSql, type PageVariables, type Place } from './items-page.ts';
import type { Sampling } from './query.type.ts';

type Filter = NonNullable<PageVariables['filter']>;

/** How often each kind of page is asked for; every one at cursors all over its rows. */
const KINDS: {
  times: number;
  orderBy?: PageVariables['orderBy'];
  filter: (row: FilterRow) => Filter;
}[] = [
  { times: 14, filter: () => ({}) },
  {
    times: 12,
    filter: ({ organizationId }) => ({
      organizationId: [encodeId('Organization', organizationId)],
    }),
  },
  { times: 8, filter: ({ roundId }) => ({ roundId: [encodeId('InspectionRound', roundId)] }) },
  {
    times: 8,
    orderBy: { field: 'DUE_ON', direction: 'ASC' },
    filter: ({ organizationId }) => ({
      organizationId: [encodeId('Organization', organizationId)],
      status: ['IN_PROGRESS'],
    }),
  },
  { times: 6, orderBy: { field: 'DUE_ON', direction: 'ASC' }, filter: () => ({ overdue: true }) },
];

interface FilterRow {
  id: string;
  organizationId: string;
  roundId: string;
}

/** Pages that people turn to: of everything, of a bureau, of a round, due first, overdue. */
export async function samplePages(sampling: Sampling, first: number): Promise<PageVariables[]> {
  const sampled: PageVariables[] = [];
  for (const { times, orderBy, filter } of KINDS)
    for (let time = 0; time < times; time++) {
      const needsStatus = orderBy !== undefined;
      const row = await sampleItem(
        sampling,
        needsStatus ? `status = 'IN_PROGRESS' AND "dueOn" < now() - interval '1 day'` : 'true',
      );
      // Every fourth page is a first page.
      const page = { first, filter: filter(row), ...(orderBy && { orderBy }) };
      sampled.push(time % 4 ? { ...page, after: await cursorAt(sampling, page, row.id) } : page);
    }
  return sampled;
}

const FIRST_CURSOR = `query FirstCursor($filter: RectificationItemFilter, $orderBy: RectificationItemOrder) {
  rectificationItems(first: 1, filter: $filter, orderBy: $orderBy) { pageInfo { endCursor } }
}`;

/** The hub's cursor of an item in a list. */
export async function cursorAt(
  { pool, askHub }: Sampling,
  page: PageVariables,
  id: string,
): Promise<string> {
  const { filter, orderBy } = page;
  const { rectificationItems: list } = (await askHub(FIRST_CURSOR, { filter, orderBy })) as {
    rectificationItems: { pageInfo: { endCursor: string } };
  };
  const { rows } = await pool.query<{ place: Place }>(
    `SELECT ${placeSql(page)} AS place FROM "RectificationItem" i WHERE id = $1`,
    [id],
  );
  return moveCursor(list.pageInfo.endCursor, rows[0]!.place);
}

/** An item anywhere in the ledger. */
export async function sampleItem(
  { pool, random }: Sampling,
  condition = 'true',
): Promise<FilterRow> {
  const { rows: counted } = await pool.query<{ count: number }>(
    `SELECT count(*)::int FROM "RectificationItem" WHERE ${condition}`,
  );
  const offset = random.int(0, Math.max(0, counted[0]!.count - 1));
  const { rows } = await pool.query<FilterRow>(
    `SELECT id, "organizationId", "roundId" FROM "RectificationItem" WHERE ${condition} ORDER BY id OFFSET $1 LIMIT 1`,
    [offset],
  );
  return rows[0]!;
}

/** Texts from frequent to rare, of two characters to a whole code. */
export async function sampleTexts(sampling: Sampling): Promise<PageVariables[]> {
  const texts: string[] = ['公务用车', '招投标', '三重一大'];
  while (texts.length < 8) {
    const { id } = await sampleItem(sampling);
    const { rows } = await sampling.pool.query<{ code: string }>(
      'SELECT code FROM "RectificationItem" WHERE id = $1',
      [id],
    );
    texts.push(rows[0]!.code);
  }
  return texts.map((text) => ({ first: 20, filter: { text } }));
}
