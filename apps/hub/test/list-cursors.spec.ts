import { naturalSortKey } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { seeded } from './harness/seeded.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const FIELDS = ['CODE', 'DUE_ON', 'STATUS', 'UPDATED_AT'] as const;
const ORDERS = FIELDS.flatMap((field) =>
  (['ASC', 'DESC'] as const).map((direction) => ({ field, direction })),
);
const STATUSES = ['ASSIGNED', 'PLANNED', 'IN_PROGRESS'] as const;
const DAYS = [null, null, '2025-03-01', '2025-03-01', '2025-06-30', '2025-12-31'];
/** A due date, and the first one with it: the database wants both or none. */
const due = (day: string | null) => {
  const dueOn = day ? new Date(`${day}T00:00:00Z`) : null;
  return { dueOn, firstDueOn: dueOn };
};

describeOnEachDatabase('cursors', (kind) => {
  let hub: TestHub;
  let round = '';
  const items: string[] = [];
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const random = seeded(1);
    for (let i = 0; i < 60; i++) {
      const item = await putItem(hub, STATUSES[random(STATUSES.length)]!, {
        title: `游标 ${i}`,
        ...due(DAYS[random(DAYS.length)]!),
      });
      items.push(item.id);
    }
    round = textAt(
      await hub.db.rectificationItem.findUnique({ where: { id: items[0]! } }),
      'roundId',
    );
  });
  afterAll(() => hub.stop());

  const variables = (orderBy: object, page: object) => ({
    filter: { roundId: [`InspectionRound_${round}`], text: '游标' },
    orderBy,
    ...page,
  });

  describe.each(ORDERS)('by $field $direction', (orderBy) => {
    test.each(['forwards', 'backwards'] as const)(
      '%s, whatever is edited between pages, no row that is left alone is missed or comes twice',
      async (way) => {
        const seed = ORDERS.indexOf(orderBy) * 2 + (way === 'forwards' ? 0 : 1);
        const random = seeded(seed + 100);
        const edited = new Set<string>();
        const read: string[] = [];
        let cursor: string | null = null;
        for (let page = 0; page < 40; page++) {
          const asked: object =
            way === 'forwards' ? { first: 7, after: cursor } : { last: 7, before: cursor };
          const { data, errors } = await hub.automation.query(PAGE, variables(orderBy, asked));
          expect([seed, errors]).toEqual([seed, undefined]);
          const rows = listAt(data, 'list.nodes').map((node) => textAt(node, 'id').split('_')[1]!);
          read.push(...rows);
          const more = at(
            data,
            way === 'forwards' ? 'list.pageInfo.hasNextPage' : 'list.pageInfo.hasPreviousPage',
          );
          if (!more) break;
          cursor = textAt(
            data,
            way === 'forwards' ? 'list.pageInfo.endCursor' : 'list.pageInfo.startCursor',
          );
          // The row at the edge, and two others wherever they are.
          const edge = way === 'forwards' ? rows.at(-1)! : rows[0]!;
          for (const id of [edge, items[random(items.length)]!, items[random(items.length)]!]) {
            edited.add(id);
            await changeRow(hub, 'RectificationItem', id, {
              ...due(DAYS[random(DAYS.length)]!),
              status: STATUSES[random(STATUSES.length)]!,
            });
          }
        }
        const untouched = items.filter((id) => !edited.has(id));
        expect(untouched.length).toBeGreaterThan(10);
        const times = untouched.map((id) => [seed, id, read.filter((one) => one === id).length]);
        expect(times).toEqual(untouched.map((id) => [seed, id, 1]));
      },
    );

    test('pages from either end are the whole list, in its order', async () => {
      const whole = await readAll(orderBy, 'first', 100);
      expect(whole).toHaveLength(items.length);
      expect(await readAll(orderBy, 'first', 7)).toEqual(whole);
      expect(await readAll(orderBy, 'last', 7)).toEqual(whole);
    });
  });

  async function readAll(orderBy: object, from: 'first' | 'last', size: number) {
    let read: string[] = [];
    let cursor: string | null = null;
    do {
      const page: object =
        from === 'first' ? { first: size, after: cursor } : { last: size, before: cursor };
      const { data } = await hub.automation.query(PAGE, variables(orderBy, page));
      const rows = listAt(data, 'list.nodes').map((node) => textAt(node, 'id').split('_')[1]!);
      read = from === 'first' ? [...read, ...rows] : [...rows, ...read];
      const [more, end] =
        from === 'first' ? ['hasNextPage', 'endCursor'] : ['hasPreviousPage', 'startCursor'];
      cursor = at(data, `list.pageInfo.${more}`) ? textAt(data, `list.pageInfo.${end}`) : null;
    } while (cursor);
    return read;
  }

  test('a row that leaves the filter at a page’s edge takes no other row with it', async () => {
    const statuses = async (after: string | null) =>
      (
        await hub.automation.query(PAGE, {
          filter: { status: ['IN_PROGRESS'], text: '游标' },
          first: 3,
          after,
        })
      ).data;
    const first = await statuses(null);
    const all = await hub.db.rectificationItem.count({
      where: { status: 'IN_PROGRESS', title: { contains: '游标' } },
    });
    const edge = textAt(first, 'list.nodes.2.id').split('_')[1]!;
    await changeRow(hub, 'RectificationItem', edge, { status: 'PLANNED' });
    const read = [...listAt(first, 'list.nodes')];
    let page = first;
    while (at(page, 'list.pageInfo.hasNextPage')) {
      page = await statuses(textAt(page, 'list.pageInfo.endCursor'));
      read.push(...listAt(page, 'list.nodes'));
    }
    expect(read).toHaveLength(all);
  });

  test('a cursor belongs to its list, its order and its filter, and says so', async () => {
    const { data } = await hub.automation.query(
      `{ items: rectificationItems(first: 1) { edges { cursor } }
         events: rectificationItems(first: 2) { nodes { id history(first: 1) { edges { cursor } } } } }`,
    );
    const cursor = textAt(data, 'items.edges.0.cursor');
    const refuse = async (document: string, cursor: string) => {
      const { errors } = await hub.automation.query(document, { at: cursor });
      return at(errors, '0');
    };
    const forged = Buffer.from(cursor, 'base64url')
      .toString()
      .replace(/"k":\["[^"]*"/, '"k":["x"');
    for (const [document, cursorOf, words] of [
      ['{ list: trainings(after: $at) { totalCount } }', cursor, 'another list'],
      [
        '{ list: rectificationItems(after: $at, orderBy: { field: DUE_ON, direction: ASC }) { totalCount } }',
        cursor,
        'another order',
      ],
      [
        '{ list: rectificationItems(after: $at, orderBy: { field: CODE, direction: DESC }) { totalCount } }',
        cursor,
        'another order',
      ],
      [
        '{ list: rectificationItems(after: $at, filter: { overdue: true }) { totalCount } }',
        cursor,
        'another filter',
      ],
      [
        '{ list: rectificationItems(after: $at) { totalCount } }',
        Buffer.from(forged).toString('base64url'),
        'not valid',
      ],
      ['{ list: rectificationItems(after: $at) { totalCount } }', cursor.slice(0, -4), 'not valid'],
      ['{ list: rectificationItems(before: $at) { nodes { id } } }', 'bm9uc2Vuc2U', 'not valid'],
    ] as const) {
      const error = await refuse(`query ($at: String) ${document}`, cursorOf);
      expect([document, at(error, 'extensions.code')]).toEqual([document, 'BAD_USER_INPUT']);
      expect(textAt(error, 'message')).toContain(words);
    }
    const [mine, other] = listAt(data, 'events.nodes');
    const ofAnother = await hub.automation.query(
      `query ($id: ID!, $at: String) { node(id: $id) { ... on RectificationItem { history(after: $at) { totalCount } } } }`,
      { id: at(other, 'id'), at: at(mine, 'history.edges.0.cursor') },
    );
    expect(textAt(ofAnother.errors, '0.message')).toContain('another list');
  });

  test('a cursor stays good when its row is deleted or leaves sight', async () => {
    const orderBy = { field: 'CODE', direction: 'ASC' };
    const { data } = await hub.automation.query(PAGE, variables(orderBy, { first: 3 }));
    const gone = textAt(data, 'list.nodes.2.id').split('_')[1]!;
    await changeRow(hub, 'RectificationItem', gone, { title: '不在此列' });
    const next = await hub.automation.query(
      PAGE,
      variables(orderBy, { first: 100, after: textAt(data, 'list.pageInfo.endCursor') }),
    );
    expect(listAt(next.data, 'list.nodes')).toHaveLength(items.length - 3);
    await changeRow(hub, 'RectificationItem', gone, { title: '游标 x' });
  });

  test('codes sort by their numbers, on every database alike', async () => {
    const { data } = await hub.automation.query(
      `query ($filter: RectificationItemFilter) { list: rectificationItems(first: 100, filter: $filter) { nodes { code } } }`,
      { filter: { organizationId: [`Organization_${unit('WL')}`] } },
    );
    const codes = listAt(data, 'list.nodes').map((node) => textAt(node, 'code'));
    const numbered = codes.filter((code) => /^MH-WL-2024-\d+\.\d+$/.test(code));
    expect(numbered.length).toBeGreaterThan(5);
    expect(numbered).toEqual(
      numbered.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })),
    );
  });

  test('the key of the database and that of the program are one', async () => {
    const rows = await hub.pool.query<{ code: string; key: string }>(
      `SELECT code, natural_sort_key(code) AS key FROM unnest($1::text[]) AS code`,
      [['MH-WL-2024-1.2', 'MH-WL-2024-1.10', 'a', '', '007', '1234567890123456', '第12条-3']],
    );
    expect(rows.rows.map(({ key }) => key)).toEqual(
      rows.rows.map(({ code }) => naturalSortKey(code)),
    );
  });

  test('a list takes one statement, with the lists within it', async () => {
    const { pool } = hub;
    const query = pool.query.bind(pool) as (...given: unknown[]) => unknown;
    let statements = 0;
    pool.query = ((...given: unknown[]) => {
      statements += 1;
      return query(...given);
    }) as typeof pool.query;
    const counting = async (selection: string) => {
      const before = statements;
      const { errors } = await hub.automation.query(
        `{ rectificationItems(first: 20) ${selection} }`,
      );
      expect(errors).toBeUndefined();
      return statements - before;
    };
    // What nobody selects is not read: only who asks.
    const caller = await counting('{ __typename }');
    const alone = await counting('{ nodes { code } }');
    expect(alone).toBe(caller + 1);
    expect(
      await counting(
        '{ nodes { code evidence(first: 5) { totalCount nodes { fileName } } measures { text evidence { nodes { id } } } documentActions { document { title } } } }',
      ),
    ).toBe(alone);
    expect(await counting('{ totalCount nodes { code } }')).toBe(alone);
    expect(await counting('{ totalCount }')).toBe(caller + 1);
  });
});

const PAGE = `query ($filter: RectificationItemFilter, $orderBy: RectificationItemOrder, $first: Int, $after: String, $last: Int, $before: String) {
  list: rectificationItems(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    nodes { id }
  }
}`;
