import { describeOnEachDatabase, findFoldDifferences } from '@taizhang/platform/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { person, unit } from './harness/ledger.ts';
import { at, listAt, textAt } from './harness/read.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const IMPORTED = `NoticeImport { dryRun round { id }
  changes { kind entity path field before after reason sourceStart sourceEnd }
  dropped { text line message } unmatched { path field words sourceStart sourceEnd } }`;

describeOnEachDatabase('importing what a notice says of its problems', (kind) => {
  let hub: TestHub;
  let text = '';
  let code = '';
  beforeAll(async () => {
    hub = await startTestHub(kind);
    const [bureau, office, leader] = await Promise.all([
      hub.db.organization.findUniqueOrThrow({ where: { id: unit('WL') } }),
      hub.db.organization.findUniqueOrThrow({ where: { id: unit('GF') } }),
      hub.db.person.findUniqueOrThrow({ where: { id: person('leader-culture') } }),
    ]);
    code = bureau.code;
    text = `某局党组关于巡察整改情况的通报
2022年3月1日至4月29日，区委第九巡察组开展了巡察，5月20日反馈意见。
一、作风建设方面
1.存在问题：窗口服务不优
具体表现：一是等候时间长；二是一次性告知不落实。
整改措施：（1）增设窗口2个；（2）制定《窗口服务办法》。
整改进展：窗口已启用。
责任领导：${leader.displayName}
责任科室：${office.name}
配合单位：不存在的科室
整改时限：2022年12月底前，长期坚持
完成情况：基本完成
2.存在问题：接待台账缺页
整改措施：（1）补齐台账17份（责任科室：${office.name}；完成时限：2022年6月30日；已完成）；（2）通报情况。
责任人：查无此人
涉及金额：3.2万元
二、下一步打算
一是持续用力。
`;
  });
  afterAll(() => hub.stop());

  const importIt = (said = text, dryRun = false) =>
    runMutation(
      hub.automation,
      'importNotice',
      { text: said, fileName: 'notice.txt', organizationCode: code, dryRun },
      IMPORTED,
    );
  const fieldsOf = (result: unknown) =>
    listAt(result, 'changes').filter((change) => at(change, 'entity') === 'FIELD');

  test(
    'writes each into its own field, and what it cannot place it tells',
    { timeout: 60_000 },
    async () => {
      const done = await importIt();
      for (const change of fieldsOf(done)) {
        const span = [at(change, 'sourceStart'), at(change, 'sourceEnd')] as [number, number];
        expect(text.slice(...span)).toBe(textAt(change, 'after'));
        expect(at(change, 'kind')).toBe('CREATED');
      }
      const items = await hub.db.rectificationItem.findMany({
        where: { roundId: textAt(done, 'round.id').split('_')[1]! },
        orderBy: { ordinal: 'asc' },
        include: {
          manifestations: { orderBy: { ordinal: 'asc' } },
          measures: { orderBy: { ordinal: 'asc' } },
          supportingUnits: true,
        },
      });
      expect(items[0]).toMatchObject({
        leadLeaderId: person('leader-culture'),
        responsibleUnitId: unit('GF'),
        dueText: '2022年12月底前，长期坚持',
        dueOn: new Date('2022-12-31'),
        firstDueOn: new Date('2022-12-31'),
        duePrecision: 'MONTH_END',
        isKeptUp: true,
        type: 'TIME_BOUND',
        status: 'REGISTERED',
        manifestations: [{ text: '等候时间长' }, { text: '一次性告知不落实' }],
      });
      expect(items[0]!.provenanceNote).toMatch(/基本完成.*\n.*窗口已启用/);
      expect(items[1]).toMatchObject({
        amountInvolvedFen: 3_200_000n,
        primaryResponsiblePersonId: null,
        measures: [
          {
            text: '补齐台账17份',
            responsibleUnitId: unit('GF'),
            dueOn: new Date('2022-06-30'),
            progress: '已完成',
          },
          { text: '通报情况', responsibleUnitId: null, progress: null },
        ],
      });
      // Whose people carry out a measure see its problem.
      expect(items[1]!.supportingUnits.map(({ organizationId }) => organizationId)).toEqual([
        unit('GF'),
      ]);
      expect(
        listAt(done, 'unmatched').map((name) => [at(name, 'field'), at(name, 'words')]),
      ).toEqual([
        ['supportingUnitIds', '不存在的科室'],
        ['primaryResponsiblePersonId', '查无此人'],
      ]);
      expect(listAt(done, 'dropped').map((one) => [at(one, 'line'), at(one, 'text')])).toEqual([
        [17, '二、下一步打算一是持续用力。'],
      ]);
      const touched = new Set(items.map(({ id }) => id));
      const differences = await findFoldDifferences(hub.db, ['RectificationItem']);
      expect(differences.filter(({ id }) => touched.has(id))).toEqual([]);
    },
  );

  test('a field that is filled is never written over, and the same again changes nothing', async () => {
    const again = await importIt();
    expect(new Set(fieldsOf(again).map((change) => at(change, 'kind')))).toEqual(
      new Set(['UNCHANGED']),
    );
    const later = await importIt(text.replace('2022年12月底前，长期坚持', '2023年底'));
    const [refused, ...others] = fieldsOf(later).filter(
      (change) => at(change, 'kind') !== 'UNCHANGED',
    );
    expect(others).toEqual([]);
    expect(refused).toMatchObject({
      kind: 'REFUSED',
      field: 'dueText',
      before: '2022年12月底前，长期坚持',
      after: '2023年底',
    });
    expect(at(refused, 'reason')).toMatch(/[一-鿿].* \/ .*[a-z]/);
  });
});
