import { pinyinSortKey } from '@taizhang/platform';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './harness/client.ts';
import { putItem, unit } from './harness/ledger.ts';
import { changeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** Each connection, with a filter that narrows it and the sorts that it has. */
const LISTS: {
  field: string;
  filterType: string;
  filter: Record<string, unknown>;
  orderType?: string;
  sorts: string[];
  title: string;
}[] = [
  {
    field: 'rectificationItems',
    filterType: 'RectificationItemFilter',
    filter: { type: 'TIME_BOUND' },
    orderType: 'RectificationItemOrder',
    sorts: ['CODE', 'DUE_ON', 'STATUS', 'UPDATED_AT'],
    title: 'title',
  },
  {
    field: 'institutionalDocuments',
    filterType: 'InstitutionalDocumentFilter',
    filter: { action: ['REVISE'] },
    orderType: 'InstitutionalDocumentOrder',
    sorts: ['TITLE', 'STATUS', 'UPDATED_AT'],
    title: 'title',
  },
  {
    field: 'trainings',
    filterType: 'TrainingFilter',
    filter: { kind: ['MEETING', 'TRAINING'] },
    orderType: 'TrainingOrder',
    sorts: ['HELD_ON', 'TOPIC', 'UPDATED_AT'],
    title: 'topic',
  },
  {
    field: 'inspectionRounds',
    filterType: 'InspectionRoundFilter',
    filter: { text: '演示' },
    sorts: [],
    title: 'title',
  },
  {
    field: 'people',
    filterType: 'PersonFilter',
    filter: { role: 'SECTION_CONTACT' },
    sorts: [],
    title: 'displayName',
  },
];
const CONNECTIONS = LISTS.map((list) => [list.field, list] as const);

describeOnEachDatabase('lists', (kind) => {
  let hub: TestHub;
  let client: Client;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    client = hub.automation;
    for (const title of [
      '100%达标',
      '100分达标',
      '甲_乙',
      '甲丙乙',
      'C:\\台账',
      '文化abc',
      '文化ABC',
      '中',
      '丁',
      '阿',
    ])
      await putItem(hub, 'IN_PROGRESS', { title });
  });
  afterAll(() => hub.stop());

  /** Reads a list page by page, to its end. */
  async function readAll(
    list: (typeof LISTS)[number],
    variables: Record<string, unknown>,
    size: number,
  ) {
    const nodes: unknown[] = [];
    let after: string | null = null;
    do {
      const answer = await client.query(pageOf(list), { ...variables, first: size, after });
      const page = at(answer.data, 'list');
      nodes.push(...listAt(page, 'edges').map((edge) => at(edge, 'node')));
      after = at(page, 'pageInfo.hasNextPage') ? textAt(page, 'pageInfo.endCursor') : null;
    } while (after);
    return nodes;
  }

  describe.each(CONNECTIONS)('%s', (_field, list) => {
    test('pages follow each other without overlap or gap, in every order', async () => {
      const orders = list.sorts.length
        ? list.sorts.flatMap((field) => [
            { field, direction: 'ASC' },
            { field, direction: 'DESC' },
          ])
        : [undefined];
      for (const orderBy of orders) {
        const whole = await readAll(list, { orderBy }, 100);
        const ids = (await readAll(list, { orderBy }, 3)).map((node) => textAt(node, 'id'));
        expect(ids).toEqual(whole.map((node) => textAt(node, 'id')));
        expect(new Set(ids).size).toBe(ids.length);
      }
    });

    test('totalCount counts what the filter leaves', async () => {
      const [all, narrowed] = [
        await readAll(list, {}, 100),
        await readAll(list, { filter: list.filter }, 100),
      ];
      expect(narrowed.length).toBeGreaterThan(0);
      expect(narrowed.length).toBeLessThan(
        all.length + (list.field === 'inspectionRounds' ? 1 : 0),
      );
      for (const [filter, rows] of [
        [undefined, all],
        [list.filter, narrowed],
      ] as const) {
        const { data } = await client.query(pageOf(list), { filter, first: 1 });
        expect(numberAt(data, 'list.totalCount')).toBe(rows.length);
      }
    });

    test('a page has 20 rows when unsaid, and a size out of range is refused', async () => {
      const { data } = await client.query(pageOf(list));
      expect(listAt(data, 'list.edges')).toHaveLength(
        Math.min(20, numberAt(data, 'list.totalCount')),
      );
      for (const first of [-1, 101, 2_000_000_000]) {
        const answer = await client.query(pageOf(list), { first });
        expect([first, at(answer.data, 'list') ?? null]).toEqual([first, null]);
        expect(textAt(answer.errors, '0.message')).toMatch(
          /A page has 0 to 100 rows|non-negative integer|more than the \d+ allowed/,
        );
      }
    });

    test('a page of no rows counts, and says whether there are any', async () => {
      const { data } = await client.query(pageOf(list), { first: 0 });
      expect(listAt(data, 'list.edges')).toEqual([]);
      expect(numberAt(data, 'list.totalCount')).toBeGreaterThan(0);
      expect(at(data, 'list.pageInfo.hasNextPage')).toBe(true);
    });

    test('a cursor that is none is refused', async () => {
      const answer = await client.query(pageOf(list), { after: 'nonsense' });
      expect(answer.data).toEqual({ list: null });
      expect(at(answer.errors, '0.extensions.code')).toBe('BAD_USER_INPUT');
      expect(textAt(answer.errors, '0.message')).toContain('The cursor is not valid');
    });
  });

  const search = async (text: string) => {
    const { data } = await client.query(pageOf(LISTS[0]!), { filter: { text }, first: 100 });
    return listAt(data, 'list.edges').map((edge) => textAt(edge, 'node.title'));
  };

  test.each([
    ['100%', ['100%达标']],
    ['甲_', ['甲_乙']],
    ['C:\\', ['C:\\台账']],
    ['%', ['100%达标']],
    ['\\', ['C:\\台账']],
    ["'", []],
    ['没有这样的文字', []],
  ])('the text %s is searched for literally', async (text, found) => {
    expect(await search(text)).toEqual(found);
  });

  test('a search ignores the case of letters and the space around it', async () => {
    expect((await search(' abc ')).sort()).toEqual(['文化ABC', '文化abc']);
  });

  test.each([
    ['１００％', ['100%达标']],
    ['ＡＢＣ', ['文化ABC', '文化abc']],
    ['ｍｈ－ｗｌ－２０２４－１．２', ['公共文化服务能级偏弱']],
  ])('the wide text %s finds what is written narrowly', async (text, titles) => {
    const found = await search(text);
    for (const title of titles)
      expect(found).toContainEqual(expect.stringContaining(title) as unknown);
  });

  test.each([
    ['people', 'displayName', '１２３号科员Ｋ'],
    ['inspectionRounds', 'title', '第４轮ＱＲＳ巡察'],
    ['trainings', 'topic', '第２期ＸＹＺ培训'],
    ['institutionalDocuments', 'title', 'ＵＶＷ管理办法（２０２５）'],
  ] as const)('what is written widely in %s is found in any width', async (field, column, wide) => {
    const list = LISTS.find((one) => one.field === field)!;
    const model = {
      people: 'Person',
      inspectionRounds: 'InspectionRound',
      trainings: 'Training',
      institutionalDocuments: 'InstitutionalDocument',
    }[field] as 'Training';
    const { rows } = await hub.pool.query<Record<string, string>>(
      `SELECT * FROM "${model}" LIMIT 1`,
    );
    const row = rows[0]!;
    await changeRow(hub, model, row['id']!, { [column]: wide });
    const found = [
      expect.objectContaining({ id: expect.stringContaining(row['id']!) as unknown }) as unknown,
    ];
    for (const text of [wide, wide.normalize('NFKC'), wide.normalize('NFKC').toLowerCase()])
      expect([text, await readAll(list, { filter: { text } }, 100)]).toEqual([text, found]);
    await changeRow(hub, model, row['id']!, { [column]: row[column] });
  });

  test('a code and an address are found however wide they are typed', async () => {
    const document = `{ organization(code: "ＭＨ－ＷＬ") { code }
      auditEvents(filter: { address: " １２７.０.０.１ " }) { totalCount } }`;
    const { data } = await hub.automation.query(document);
    expect(at(data, 'organization.code')).toBe('MH-WL');
    expect(at(data, 'auditEvents.totalCount')).toBeGreaterThan(0);
  });

  test.each([
    ['inspectionRounds', ' MH-SF '],
    ['people', ' 书记 '],
  ])('a search in %s trims its text', async (field, text) => {
    const list = LISTS.find((one) => one.field === field)!;
    expect((await readAll(list, { filter: { text } }, 100)).length).toBeGreaterThan(0);
  });

  test.each([
    ['institutionalDocuments', 'TITLE'],
    ['trainings', 'TOPIC'],
    ['people', null],
  ])('%s are sorted by pinyin, whatever the server’s language', async (field, sort) => {
    const list = LISTS.find((one) => one.field === field)!;
    const rows = await readAll(
      list,
      sort ? { orderBy: { field: sort, direction: 'ASC' } } : {},
      100,
    );
    const titles = rows.map((node) => textAt(node, list.title));
    const keys = titles.map((title) => Buffer.from(pinyinSortKey(title)));
    expect(keys).toEqual(keys.toSorted((a, b) => Buffer.compare(a, b)));
  });

  test('items sort by due date with the undated last, both ways', async () => {
    await putItem(hub, 'REGISTERED', { dueOn: null, firstDueOn: null });
    for (const direction of ['ASC', 'DESC']) {
      const rows = await readAll(
        LISTS[0]!,
        {
          orderBy: { field: 'DUE_ON', direction },
          filter: { organizationId: `Organization_${unit('WL')}` },
        },
        100,
      );
      expect(at(rows.at(-1), 'dueOn')).toBeNull();
    }
  });
});

const pageOf = ({ field, filterType, orderType, title }: (typeof LISTS)[number]) => `
  query ($filter: ${filterType}, $first: Int, $after: String${orderType ? `, $orderBy: ${orderType}` : ''}) {
    list: ${field}(filter: $filter, first: $first, after: $after${orderType ? ', orderBy: $orderBy' : ''}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges { node { id ${title} ${field === 'rectificationItems' ? 'dueOn' : ''} } }
    }
  }`;
