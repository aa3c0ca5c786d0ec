import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { putItem, unit } from './harness/ledger.ts';
import { changeRow, prepared, putRows, removeRow } from './harness/put-rows.ts';
import { at, listAt, numberAt, textAt } from './harness/read.ts';
import { search, titles } from './harness/search.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

/** What is typed, and a part of the title that has to be among the first three. */
const QUALITY: [typed: string, title: string][] = [
  ['MH-WL-2024-1.2', '公共文化服务能级偏弱'],
  ['mh-wl-2024-1.2', '公共文化服务能级偏弱'],
  ['ＭＨ－ＷＬ－２０２４－１．２', '公共文化服务能级偏弱'],
  ['WL-2024-1.3', '旅游消费潜力挖掘不足'],
  ['公共文化服务', '公共文化服务能级偏弱'],
  ['能级偏弱', '公共文化服务能级偏弱'],
  ['旅游消费', '旅游消费潜力挖掘不足'],
  ['旅游 后劲', '旅游消费潜力挖掘不足'],
  ['第一议题', '第一议题'],
  ['“第一议题”学习', '第一议题'],
  ['三重一大', '“三重一大”议题材料'],
  ['三重一大 议题', '“三重一大”议题材料'],
  ['议题材料按规定时限', '“三重一大”议题材料'],
  ['四责协同', '“四责协同”机制细化不够'],
  ['凡提四必', '“凡提四必”'],
  ['中心组学习制度', '党组理论学习中心组学习制度'],
  ['理论学习中心组', '党组理论学习中心组学习制度'],
  ['小型工程管理办法', '限额以下小型工程管理办法'],
  ['小型 工程', '小型工程'],
  ['型工程', '小型工程'],
  ['"小型工程施工"', '小型工程施工承发包管理实施细则'],
  ['政府采购法', '政府采购法'],
  ['礼品礼金礼券', '礼品礼金礼券'],
  ['公务用车', '公务用车使用规定'],
  ['藏品出借', '藏品出借展览管理办法'],
  ['张充仁', '张充仁纪念馆'],
  ['闵文旅规〔2022〕901号', '党风廉政建设责任制责任清单'],
  ['闵文旅规[2022]901号', '党风廉政建设责任制责任清单'],
  ['（2022）901号', '党风廉政建设责任制责任清单'],
  ['江南吃货节', '江南吃货节'],
  ['吃货', '江南吃货节'],
  ['群星奖', '群星奖'],
  ['城市剧院 考核', '上海城市剧院项目运行服务年度考核办法'],
  ['采购业务培训', '采购业务培训'],
  ['采购 培', '采购业务培训'],
  ['选拔任用', '选拔任用'],
  ['挂职锻炼', '挂职锻炼'],
  ['A级景区', '麦可将'],
  ['七宝', '七宝'],
  ['狮', '“狮”和远方'],
  ['非物质文化遗产的传承', '传承梯队建设'],
  ['十五五', '“十五五”文化空间布局'],
  ['党风廉政建设的责任清单', '党风廉政建设责任制责任清单'],
  ['新闻出版　电影', '新闻出版和电影法规汇编'],
];

describeOnEachDatabase('search', (kind) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(kind);
    await waitUntilIndexed();
  });
  afterAll(() => hub.stop());

  const find = async (text: string, login?: PersonKey) =>
    titles(await search(login ? await hub.signInAs(login) : hub.automation, text));

  test.each(QUALITY)('“%s” finds “%s” among the first', async (typed, title) => {
    const found = await find(typed);
    expect(found.slice(0, 3).filter((one) => one.includes(title))).not.toEqual([]);
  });

  test.each(['不存在的词汇鸬鹚', 'MH-WL-1999-9.9', '"旅游公共"', '公共文化 鸬鹚'])(
    '“%s” finds nothing',
    async (typed) => {
      const answer = await search(hub.automation, typed);
      expect([titles(answer), numberAt(answer.data, 'search.foundCount')]).toEqual([[], 0]);
    },
  );

  test('a hit names its record and says where it was found, in plain offsets', async () => {
    const { data } = await search(hub.automation, '公共文化', { kinds: ['RECTIFICATION_ITEM'] });
    const node = at(data, 'search.edges.0.node');
    expect(node).toMatchObject({
      kind: 'RECTIFICATION_ITEM',
      record: { __typename: 'RectificationItem', code: 'MH-WL-2024-1.2' },
    });
    for (const highlight of listAt(node, 'highlights')) {
      const text = textAt(highlight, 'text');
      const marked = listAt(highlight, 'ranges').map((range) =>
        text.slice(numberAt(range, 'start'), numberAt(range, 'end')),
      );
      expect(marked.length).toBeGreaterThan(0);
      for (const part of marked) expect(part).toMatch(/^(公共文化|公共|文化)$/);
    }
  });

  test('kinds narrow the hits', async () => {
    const { data } = await search(hub.automation, '培训', { kinds: ['TRAINING'], first: 100 });
    const kinds = listAt(data, 'search.edges').map((edge) => textAt(edge, 'node.kind'));
    expect(new Set(kinds)).toEqual(new Set(['TRAINING']));
    expect(numberAt(data, 'search.foundCount')).toBe(kinds.length);
  });

  test('pages follow each other without overlap or gap', async () => {
    const whole = await search(hub.automation, '文化', { first: 100 });
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer = await search(hub.automation, '文化', { first: 7, after });
      found.push(...titles(answer));
      const info = at(answer.data, 'search.pageInfo');
      after = at(info, 'hasNextPage') ? textAt(info, 'endCursor') : null;
    } while (after);
    expect(found.length).toBeGreaterThan(14);
    expect(found).toEqual(titles(whole));
    expect(numberAt(whole.data, 'search.foundCount')).toBe(found.length);
  });

  describe('what is written', () => {
    test('by a command is found by the next search, and no longer under its old words', async () => {
      const item = await putItem(hub, 'IN_PROGRESS', { title: '鹦鹉螺化石' });
      expect(await find('鹦鹉螺')).toEqual(['鹦鹉螺化石']);
      const edited = await change(hub.automation, 'editRectificationItem', {
        id: item.apiId,
        expectedVersion: item.version,
        title: '鹧鸪天词牌',
      });
      expect(edited).toMatchObject({ title: '鹧鸪天词牌' });
      expect([await find('鹦鹉螺'), await find('鹧鸪')]).toEqual([[], ['鹧鸪天词牌']]);
    });

    test('in many rows at once is found, each row once', async () => {
      const { id } = await putItem(hub, 'IN_PROGRESS');
      const measures = Array.from({ length: 250 }, (_, n) => ({
        itemId: id,
        ordinal: n + 100,
        text: `蒲公英行动第${n}批`,
      }));
      await putRows(hub, ({ createMany }) => createMany(prepared('CorrectiveMeasure'), measures));
      await waitUntilIndexed();
      const answer = await search(hub.automation, '蒲公英', { first: 100 });
      expect(numberAt(answer.data, 'search.foundCount')).toBe(250);
    });

    test('and taken back leaves no trace', async () => {
      const taken = putRows(hub, async ({ create }) => {
        const training = { topic: '獬豸讲堂', organizationId: unit('WL') };
        await create(prepared('Training'), { kind: 'MEETING', ...training });
        throw new Error('taken back');
      });
      await expect(taken).rejects.toThrow('taken back');
      expect(await find('獬豸')).toEqual([]);
    });

    test('with characters beyond U+FFFF is found by them, and by what stands around', async () => {
      await putItem(hub, 'IN_PROGRESS', { title: '在𠮷野家门口的貘𡈽雕塑😀' });
      for (const typed of ['𠮷', '𠮷野家', '野家门口', '"𠮷野家门口"', '𡈽', '貘𡈽雕塑', '貘'])
        expect([typed, await find(typed)]).toEqual([typed, ['在𠮷野家门口的貘𡈽雕塑😀']]);
      expect(await find('"在𠮷家"')).toEqual([]);
    });

    test('and cannot be indexed is set aside, named, tried again, and holds up no other', async () => {
      const refused = '这一条坏了獾';
      await hub.db.$executeRawUnsafe(`
        CREATE FUNCTION "refuse_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NEW."vector" @@ '''獾'':*'::tsquery THEN RAISE EXCEPTION 'broken on purpose'; END IF;
          RETURN NEW;
        END $$`);
      await hub.db.$executeRawUnsafe(`
        CREATE TRIGGER "refuse_entry" BEFORE INSERT OR UPDATE ON "SearchEntry"
        FOR EACH ROW EXECUTE FUNCTION "refuse_entry"()`);
      const bad = await putItem(hub, 'IN_PROGRESS', { title: refused });
      await putItem(hub, 'IN_PROGRESS', { title: '那一条好好的鼬' });
      expect([await find('鼬'), await find('獾')]).toEqual([['那一条好好的鼬'], []]);
      expect(at((await search(hub.automation, '鼬')).data, 'search.isComplete')).toBe(false);
      const readyz = async () => {
        const response = await hub.automation.fetch('/readyz');
        return [response.status, await response.json()];
      };
      const searchSetAside = { count: 1, records: [bad.apiId] };
      expect(await readyz()).toMatchObject([200, { status: 'ok', searchSetAside }]);

      const retry = async () => {
        await hub.db.searchSetAside.updateMany({ data: { retryAt: new Date(0) } });
        return find('獾');
      };
      expect(await retry()).toEqual([]);
      const [row] = await hub.db.searchSetAside.findMany();
      expect(row).toMatchObject({ attempts: 2, recordId: bad.id });
      expect(row!.error).toContain('broken on purpose');
      expect(row!.retryAt.getTime()).toBeGreaterThan(row!.since.getTime());

      await hub.db.$executeRawUnsafe('DROP TRIGGER "refuse_entry" ON "SearchEntry"');
      expect(await retry()).toEqual([refused]);
      const [status, health] = await readyz();
      expect([status, at(health, 'status'), at(health, 'searchSetAside')]).toEqual([
        200,
        'ok',
        undefined,
      ]);
    });

    test('and deleted is no longer found', async () => {
      const { id } = await putRows(hub, ({ create }) =>
        create(prepared('Training'), {
          kind: 'MEETING',
          topic: '麒麟讲堂',
          organizationId: unit('WL'),
        }),
      );
      expect(await find('麒麟')).toEqual(['麒麟讲堂']);
      await removeRow(hub, 'Training', id);
      expect(await find('麒麟')).toEqual([]);
    });
  });

  /** Works the queue off by searching, as any caller does. */
  async function waitUntilIndexed() {
    while (at((await search(hub.automation, '台账')).data, 'search.isComplete') !== true);
  }

  describe('what a caller may see', () => {
    const visible = {
      RECTIFICATION_ITEM: '{ rectificationItems(first: 100) { edges { node { id } } } }',
      INSTITUTIONAL_DOCUMENT: '{ institutionalDocuments(first: 100) { edges { node { id } } } }',
      TRAINING: '{ trainings(first: 100) { edges { node { id } } } }',
    };

    test.each<PersonKey>([
      'contact-public-services',
      'contact-library',
      'contact-theatre',
      'party-affairs',
      'model-contact',
      'inspection-verify',
    ])('%s finds just what its lists show', async (login) => {
      const client = await hub.signInAs(login);
      for (const [recordKind, list] of Object.entries(visible)) {
        const { data } = await client.query(list);
        const shown = Object.values(data as object).flatMap((page: unknown) =>
          listAt(page, 'edges').map((edge) => textAt(edge, 'node.id')),
        );
        const everything = await search(hub.automation, '的 OR', { kinds: [recordKind] });
        expect(everything.errors).toBeUndefined();
        for (const text of ['文化', '管理', '培训', '党', '学习', '测试']) {
          const own = await search(client, text, { kinds: [recordKind], first: 100 });
          const all = await search(hub.automation, text, { kinds: [recordKind], first: 100 });
          const ids = (answer: typeof own) =>
            listAt(answer.data, 'search.edges').map((edge) => textAt(edge, 'node.record.id'));
          const expected = ids(all).filter((id) => shown.includes(id));
          expect([text, ids(own)]).toEqual([text, expected]);
          expect(numberAt(own.data, 'search.foundCount')).toBe(expected.length);
        }
      }
    });

    test('follows an item that moves to another unit, with its measures', async () => {
      const item = await putItem(hub, 'IN_PROGRESS', { title: '犀牛角鉴定' });
      await changeRow(hub, 'CorrectiveMeasure', item.measure!.id, { text: '复核犀牛角鉴定结论' });
      expect(await find('犀牛角', 'contact-public-services')).toHaveLength(2);
      expect(await find('犀牛角', 'contact-library')).toEqual([]);
      await changeRow(hub, 'RectificationItem', item.id, { responsibleUnitId: unit('TSG') });
      expect(await find('犀牛角', 'contact-public-services')).toEqual([]);
      expect(await find('犀牛角', 'contact-library')).toHaveLength(2);
      await changeRow(hub, 'RectificationItem', item.id, { supportingUnits: [unit('GF')] });
      expect(await find('犀牛角', 'contact-public-services')).toHaveLength(2);
      await changeRow(hub, 'RectificationItem', item.id, { supportingUnits: [] });
      expect(await find('犀牛角', 'contact-public-services')).toEqual([]);
    });

    test('an entry that lags behind shows and counts nothing', async () => {
      const item = await putItem(hub, 'IN_PROGRESS', { title: '貔貅摆件' });
      expect(await find('貔貅', 'contact-public-services')).toEqual(['貔貅摆件']);
      await changeRow(hub, 'RectificationItem', item.id, { responsibleUnitId: unit('TSG') });
      await hub.db.searchQueue.deleteMany();
      const client = await hub.signInAs('contact-public-services');
      const answer = await search(client, '貔貅');
      expect([titles(answer), numberAt(answer.data, 'search.foundCount')]).toEqual([[], 0]);
      expect(at(answer.data, 'search.pageInfo.hasNextPage')).toBe(false);
    });
  });

  describe('input', () => {
    test.each([
      '',
      '   ',
      '!&|()',
      '\u0000',
      '文\u0000化',
      '\uD800',
      '台'.repeat(201),
      'x'.repeat(1_000_000),
      '"',
      '“”',
    ])('text %# is refused in words', async (text) => {
      const answer = await search(hub.automation, text);
      expect(at(answer.data, 'search') ?? null).toBeNull();
      expect(textAt(answer.errors, '0.extensions.code')).toBe('BAD_USER_INPUT');
    });

    test.each([
      "文化' | 'x",
      '文化 & !旅游',
      '文化:*',
      '文化:A <-> 旅游',
      '\'; DROP TABLE "SearchEntry"; --文化',
      '文化\\',
      "文化\\' %_",
      '文化\u202e\u200b',
      '𠮷野家文化',
      "a'b\\c 文化",
      'x'.repeat(200),
      '文 '.repeat(100),
      '"文化',
      '(((((文化',
      '1-1-1-1-1-1-1-1-1-1-1-1-1',
      '2024年13月45日',
      'ﷺ文化',
    ])('%s is looked for and breaks nothing', async (text) => {
      const answer = await search(hub.automation, text);
      expect(answer.errors).toBeUndefined();
      expect(listAt(answer.data, 'search.edges').length).toBeGreaterThanOrEqual(0);
      expect(hub.logged.join('')).not.toContain('"level":50');
    });

    test.each(['nonsense', '', 'MC4x', Buffer.from("1:x' OR 1=1").toString('base64url')])(
      'the cursor “%s” is refused',
      async (after) => {
        const answer = await search(hub.automation, '文化', { after });
        expect(at(answer.data, 'search') ?? null).toBeNull();
        expect(textAt(answer.errors, '0.extensions.code')).toBe('BAD_USER_INPUT');
      },
    );

    test('a page out of range and paging backwards are refused', async () => {
      for (const first of [-1, 101])
        expect((await search(hub.automation, '文化', { first })).data).toEqual({ search: null });
      const backwards = '{ search(text: "文化", last: 5) { edges { node { title } } } }';
      expect((await hub.automation.query(backwards)).data).toEqual({ search: null });
    });

    test('a search is counted in the cost of an operation', async () => {
      const many = Array.from(
        { length: 100 },
        (_, n) =>
          `s${n}: search(text: "文化") { edges { node { title kind rank record { __typename } } } }`,
      );
      const answer = await hub.automation.query(`{ ${many.join(' ')} }`);
      expect(answer.data ?? null).toBeNull();
    });
  });
});
