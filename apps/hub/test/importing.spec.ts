import type { LedgerModel } from '@taizhang/platform';
import { bilingual, defineEvents } from '@taizhang/platform/rules';
import { describeOnEachDatabase, findFoldDifferences } from '@taizhang/platform/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { change } from './harness/change.ts';
import { ACT, importText, noticeOf } from './harness/import-notice.ts';
import { person } from './harness/ledger.ts';
import { putRows } from './harness/put-rows.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const BY = { caller: null, now: new Date('2026-03-02T01:00:00Z'), address: null };
const words = bilingual('试', 'test');
const EVENTS = defineEvents({
  MEASURE_CLOSED: { subject: 'CorrectiveMeasure', words },
  DOCUMENT_CLOSED: { subject: 'InstitutionalDocument', words },
});

describeOnEachDatabase('importing a notice', (kind) => {
  let hub: TestHub;
  let bureau = '';
  let count = 0;
  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());
  beforeEach(() => {
    count += 1;
    bureau = `区${'甲乙丙丁戊己庚辛'[count]}局`;
  });

  const keyAt = (result: unknown, path: string) => textAt(result, path).split('_')[1]!;
  const eventsOf = (result: unknown) =>
    hub.db.event.findMany({ where: { actId: keyAt(result, 'act.id') }, orderBy: { id: 'asc' } });
  const itemsOf = (result: unknown) =>
    hub.db.rectificationItem.findMany({
      where: { roundId: keyAt(result, 'round.id') },
      orderBy: { ordinal: 'asc' },
      include: { measures: { orderBy: { ordinal: 'asc' } } },
    });
  const countKinds = (result: unknown) => {
    const counts: Record<string, number> = {};
    for (const entry of listAt(result, 'changes'))
      counts[textAt(entry, 'kind')] = (counts[textAt(entry, 'kind')] ?? 0) + 1;
    return counts;
  };
  const undo = (act: unknown, as = hub.automation) =>
    runMutation(as, 'undoAct', { id: act }, `Act { ${ACT} }`);

  test(
    'leaves an event of every row, and each folds to what is stored',
    { timeout: 60_000 },
    async () => {
      const done = await importText(hub.automation, noticeOf(3, bureau));
      expect(done).toMatchObject({
        dryRun: false,
        act: { kind: 'IMPORT', status: 'DONE', error: null, canCancel: false },
      });
      const events = await eventsOf(done);
      const types = events.map(({ subjectType }) => subjectType);
      const of = (type: string) => types.filter((name) => name === type).length;
      expect(Object.fromEntries([...new Set(types)].map((type) => [type, of(type)]))).toEqual({
        Organization: 1,
        InspectionRound: 1,
        FindingArea: 1,
        RectificationItem: 3,
        CorrectiveMeasure: 6,
        InstitutionalDocument: 3,
        DocumentAction: 3,
        Training: 3,
        Notice: 1,
      });
      for (const event of events)
        expect(event).toMatchObject({
          actKind: 'IMPORT',
          command: 'importNotice',
          subjectVersion: 1,
          ...(event.type !== 'SIGHT_MOVED' && { operation: 'CREATE' }),
        });
      expect(at(done, 'act.result')).toMatchObject({ created: 22, changed: 0, left: [] });
      const touched = new Set(events.map(({ subjectId }) => subjectId));
      const models = [...new Set(types)] as LedgerModel[];
      const differences = await findFoldDifferences(hub.db, models);
      expect(differences.filter(({ id }) => touched.has(id))).toEqual([]);

      const [item] = await itemsOf(done);
      const { data } = await hub.automation.query(
        'query ($id: ID!) { node(id: $id) { ... on RectificationItem { history(first: 50) { edges { node { type } } } } } }',
        { id: `RectificationItem_${item!.id}` },
      );
      const history = listAt(data, 'node.history.edges').map((entry) => at(entry, 'node.type'));
      expect(history).toContain('ITEM_IMPORTED');
      expect(history).toContain('MEASURE_ADDED');

      const again = await importText(hub.automation, noticeOf(3, bureau));
      expect(countKinds(again)).toEqual({ UNCHANGED: 17 });
      expect(await eventsOf(again)).toEqual([]);
    },
  );

  test('writes over nothing that a life cycle closed, and says why', async () => {
    const first = await importText(hub.automation, noticeOf(3, bureau));
    const [withdrawn, open] = await itemsOf(first);
    const accepted = open!.measures[0]!;
    await hub.signInAs('inspection-register').then((register) =>
      change(register, 'withdrawRectificationItem', {
        id: `RectificationItem_${withdrawn!.id}`,
        expectedVersion: 1,
        reason: '重复登记',
      }),
    );
    const { organizationId } = open!;
    const repealed = await hub.db.institutionalDocument.findFirstOrThrow({
      where: { organizationId, title: '第3号工作制度' },
    });
    await putRows(hub, async (scope) => {
      await scope.change(EVENTS.MEASURE_CLOSED, accepted, {
        status: 'ACCEPTED',
        submittedById: person('party-affairs'),
        submittedAt: BY.now,
        acceptedById: person('secretary'),
        acceptedAt: BY.now,
      });
      await scope.change(EVENTS.DOCUMENT_CLOSED, repealed, { status: 'REPEALED' });
    });
    const edited = noticeOf(3, bureau)
      .replaceAll('工作落实不到位', '工作抓得不紧')
      .replaceAll('明确责任分工', '明确责任到人')
      .replace('2.组织第1期', '3.另行整改到位。\n2.组织第1期')
      .replace('2.组织第2期', '2.印发《第3号工作制度》。\n3.组织第2期');
    const dry = await importText(hub.automation, edited, { dryRun: true });
    expect(at(dry, 'act')).toBeNull();
    const done = await importText(hub.automation, edited);
    expect(at(dry, 'changes')).toEqual(at(done, 'changes'));
    const refused = listAt(done, 'changes').filter((entry) => at(entry, 'kind') === 'REFUSED');
    for (const entry of refused) expect(at(entry, 'reason')).toMatch(/[一-鿿].* \/ .*[a-z]/);
    const paths = refused.map(
      (entry) => `${textAt(entry, 'entity')} ${listAt(entry, 'path').join('.')}`,
    );
    expect(paths).toEqual(
      expect.arrayContaining(['ITEM 1.1', 'MEASURE 1.1.1', 'MEASURE 1.2.1', 'DOCUMENT 1.2.2']),
    );
    expect(paths).not.toContain('ITEM 1.2');
    const [item, other] = await itemsOf(done);
    expect(item).toMatchObject({ title: withdrawn!.title, status: 'WITHDRAWN', version: 2 });
    expect(item!.measures).toEqual(withdrawn!.measures);
    expect(other).toMatchObject({ version: 2 });
    expect(other!.title).toContain('抓得不紧');
    expect(other!.measures[0]).toMatchObject({ text: accepted.text, version: 2 });
  });

  test('can be undone: what somebody changed since stays with what it stands on, and is told', async () => {
    const before = await hub.db.event.count({ where: { operation: { not: null } } });
    const text = noticeOf(3, bureau);
    const done = await importText(hub.automation, text);
    const [, kept, ...others] = await itemsOf(done);
    await change(hub.automation, 'editRectificationItem', {
      id: `RectificationItem_${kept!.id}`,
      expectedVersion: 1,
      title: '有人改过的问题',
    });
    const undone = await undo(at(done, 'act.id'));
    expect(undone).toMatchObject({
      kind: 'UNDO',
      status: 'DONE',
      result: { created: 0, changed: 0 },
    });
    const left = listAt(undone, 'result.left');
    expect(left.map((row) => at(row, 'recordType'))).toEqual([
      'RectificationItem',
      'FindingArea',
      'InspectionRound',
      'Organization',
    ]);
    expect(left[0]).toMatchObject({ label: kept!.code });
    for (const row of left) expect(at(row, 'reason')).toMatch(/[一-鿿].* \/ .*[a-z]/);
    const { roundId, organizationId } = kept!;
    expect(await hub.db.rectificationItem.findMany({ where: { roundId } })).toMatchObject([
      { id: kept!.id, title: '有人改过的问题', version: 2 },
    ]);
    const gone = { itemId: { in: [kept!.id, ...others.map(({ id }) => id)] } };
    expect(await hub.db.correctiveMeasure.count({ where: gone })).toBe(0);
    expect(await hub.db.training.count({ where: { organizationId } })).toBe(0);
    expect(await hub.db.institutionalDocument.count({ where: { organizationId } })).toBe(0);
    expect(await hub.db.notice.count({ where: { roundId } })).toBe(0);
    const events = await hub.db.event.findMany({
      where: { actId: keyAt({ undone }, 'undone.id'), type: { not: 'SIGHT_MOVED' } },
    });
    expect(
      new Set(events.map(({ type, actKind, command }) => `${type} ${actKind} ${command}`)),
    ).toEqual(new Set(['CHANGE_UNDONE UNDO importNotice']));
    expect(events).toHaveLength(18);
    const { data } = await hub.automation.query(`query ($id: ID!) { act(id: $id) { ${ACT} } }`, {
      id: at(done, 'act.id'),
    });
    expect(at(data, 'act.status')).toBe('UNDONE');
    expect(await undo(at(done, 'act.id'))).toMatchObject({ code: 'TRANSITION' });
    // Who imports again finds the round, and makes anew what was undone.
    const again = await importText(hub.automation, text);
    expect(at(again, 'act.status')).toBe('DONE');
    expect((await itemsOf(again)).map(({ title }) => title)).toHaveLength(3);
    expect(await hub.db.event.count({ where: { operation: { not: null } } })).toBeGreaterThan(
      before,
    );
  });

  test('undoes the changes of a second import and leaves the first', async () => {
    const text = noticeOf(2, bureau);
    const first = await importText(hub.automation, text);
    const were = await itemsOf(first);
    const second = await importText(hub.automation, text.replaceAll('不到位', '走了样'));
    expect((await itemsOf(second))[0]!.title).toContain('走了样');
    expect(await undo(at(second, 'act.id'))).toMatchObject({
      result: { created: 0, removed: 0, changed: 3, leftCount: 0 },
    });
    const are = await itemsOf(second);
    expect(are.map(({ title, sourceStart }) => [title, sourceStart])).toEqual(
      were.map(({ title, sourceStart }) => [title, sourceStart]),
    );
    const notice = await hub.db.notice.findUniqueOrThrow({
      where: { roundId: keyAt(first, 'round.id') },
    });
    expect(notice.text).toBe(text.trim());
  });

  test('is looked at, stopped and undone by those who may import there', async () => {
    const done = await importText(hub.automation, noticeOf(1, bureau));
    const id = textAt(done, 'act.id');
    for (const login of ['viewer', 'party-affairs'] as const) {
      const other = await hub.signInAs(login);
      const { data } = await other.query('query ($id: ID!) { act(id: $id) { id } }', { id });
      expect(at(data, 'act')).toBeNull();
      expect(await undo(id, other)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await runMutation(other, 'cancelAct', { id }, 'Act { id }')).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(await runMutation(hub.automation, 'cancelAct', { id }, 'Act { id }')).toMatchObject({
      code: 'TRANSITION',
    });
  });
});
