/* eslint-disable max-lines -- a story a definition: the last test asks whether each has one */
import type { PersonKey } from '@taizhang/demo';
import { describeOnEachDatabase } from '@taizhang/platform/testing';
import { REGISTER_TEMPLATES } from '@taizhang/registers/rules';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectFold } from './harness/expect-fold.ts';
import { unit } from './harness/ledger.ts';
import { textAt } from './harness/read.ts';
import { playedBy, valueIn, type Values } from './harness/registers.ts';
import { runMutation } from './harness/run-mutation.ts';
import { startTestHub, type TestHub } from './harness/test-hub.ts';

const text = (value: string) => ({ text: value });
const day = (value: string) => ({ day: value });
const fen = (value: number) => ({ fen: value });
const number = (value: string) => ({ number: value });
const flag = (value: boolean) => ({ flag: value });
const organization = (key: Parameters<typeof unit>[0]) => ({
  recordId: `Organization_${unit(key)}`,
});

/** Who takes a step, with what they say; `refused` where a rule of that name has to block it first. */
type Played = [by: PersonKey, step: string, values?: Values, refused?: string];

/** Makes an entry and carries it through its steps to the stage where it ends. */
interface Story {
  enter: [by: PersonKey, values: Values];
  steps: Played[];
  ends: string;
  /** What a computed field comes to. */
  computes?: Record<string, object>;
}

describeOnEachDatabase('ready definitions of registers', (kind) => {
  let hub: TestHub;
  const registers = new Map<string, string>();

  beforeAll(async () => {
    hub = await startTestHub(kind);
  });
  afterAll(() => hub.stop());

  const somebody = async (displayName: string) => ({
    recordId: `Person_${(await hub.db.person.findFirstOrThrow({ where: { displayName } })).id}`,
  });

  async function play(key: string, { enter, steps, ends, computes = {} }: Story) {
    const played = await playedBy(hub, key, registers);
    let entry = await played.enter(...enter);
    expect(entry, key).toMatchObject({ __typename: 'RegisterEntry' });
    for (const [by, step, values, refused] of steps) {
      const result = await played.take(by, entry, step, values, { reason: '如实办理' });
      if (refused) expect(result, `${key} ${step}`).toMatchObject({ rule: refused });
      else expect(result, `${key} ${step}`).toMatchObject({ __typename: 'RegisterEntry' });
      if (!refused) entry = result;
    }
    expect(entry).toMatchObject({ stage: ends, isOpen: false });
    for (const [field, value] of Object.entries(computes))
      expect(valueIn(entry, field), field).toMatchObject(value);
    return entry;
  }

  test('gifts: registered, booked and disposed of by three hands', async () => {
    await play('gifts', {
      enter: [
        'contact-office',
        {
          gift: text('购物卡'),
          giftType: text('voucher'),
          amount: fen(100_000),
          receivedOn: day('2026-01-20'),
          recipient: await somebody('办公室联络员'),
          giver: text('某公司'),
        },
      ],
      steps: [
        ['contact-finance', 'book', { account: text('2026-01') }],
        ['party-affairs', 'dispose', { disposal: text('treasury') }],
      ],
      ends: 'disposed',
    });
  });

  test('small projects: not in the ledger, no funds; an extra is approved first', async () => {
    const projects = await playedBy(hub, 'small-projects', registers);
    const project = await projects.enter('contact-library', {
      project: text('阅览室修缮'),
      contractor: text('某工程公司'),
      budget: fen(10_000_000),
      approvedOn: day('2026-02-01'),
    });
    const payments = await playedBy(hub, 'project-payments', registers);
    const asked = await payments.enter('contact-library', {
      purpose: text('首付款'),
      amount: fen(8_000_000),
      paidBefore: fen(0),
    });
    expect(await payments.take('leader-culture', asked, 'approve')).toMatchObject({
      rule: 'in-the-ledger',
    });
    const named = await payments.enter('contact-library', {
      purpose: text('进度款'),
      project: { recordId: textAt(project, 'id') },
      amount: fen(8_000_000),
      paidBefore: fen(3_000_000),
    });
    expect(await payments.take('leader-culture', named, 'approve')).toMatchObject({
      rule: 'in-the-ledger',
    });
    const approved = await projects.take('leader-culture', project, 'approve');
    expect(await payments.take('leader-culture', named, 'approve')).toMatchObject({
      rule: 'within-budget',
    });
    const extra = await projects.take('contact-library', approved, 'askExtra', {
      extra: fen(2_000_000),
    });
    expect(await payments.take('leader-culture', named, 'approve')).toMatchObject({
      rule: 'in-the-ledger',
    });
    const raised = await projects.take('secretary', extra, 'approveExtra');
    expect(valueIn(raised, 'ceiling')).toMatchObject({ fen: 12_000_000 });
    const agreed = await payments.take('leader-culture', named, 'approve');
    expect(
      await payments.take('contact-finance', agreed, 'pay', { voucher: text('P-1') }),
    ).toMatchObject({ stage: 'paid' });
    expect(await projects.take('contact-finance', raised, 'accept')).toMatchObject({
      stage: 'accepted',
    });
  });

  test('supplier relations: a conflict ends the contract and is tendered anew', async () => {
    const values = (period: string, conflict: boolean): Values => ({
      supplier: text('某服务公司'),
      period: text(period),
      method: text('比对工商登记与干部申报'),
      conflict: flag(conflict),
      relation: text(conflict ? '股东为干部亲属' : '无'),
    });
    await play('supplier-relations', {
      enter: ['contact-public-services', values('2026上半年', false)],
      steps: [['party-affairs', 'clear']],
      ends: 'clear',
    });
    await play('supplier-relations', {
      enter: ['contact-public-services', values('2026下半年', true)],
      steps: [
        ['party-affairs', 'clear', {}, 'no-conflict'],
        ['party-affairs', 'confirm'],
        ['leader-culture', 'end', { endedOn: day('2026-09-01') }],
        ['contact-public-services', 'retender', { retender: text('ZB-2026-9') }],
      ],
      ends: 'retendered',
    });
  });

  test('three quotes: three checks by three people, then the decision', async () => {
    await play('quotes', {
      enter: [
        'contact-public-services',
        {
          purchase: text('音响'),
          supplier1: text('甲'),
          quote1: fen(300),
          supplier2: text('乙'),
          quote2: fen(200),
          supplier3: text('丙'),
          quote3: fen(250),
        },
      ],
      steps: [
        ['contact-office', 'check1'],
        ['contact-finance', 'check2'],
        ['party-affairs', 'check3'],
        ['leader-culture', 'decide', { chosen: text('1') }, 'lowest-or-why'],
        ['leader-culture', 'decide', { chosen: text('1'), why: text('质保更长') }],
      ],
      ends: 'decided',
      computes: { lowest: { fen: 200 }, price: { fen: 300 } },
    });
  });

  test('contracts: legal review, approval, acceptance, payment; conditions unmet, no payment', async () => {
    const draft: Values = {
      contract: text('保洁服务'),
      number: text('HT-1'),
      party: text('某保洁公司'),
      amount: fen(500_000),
      endsOn: day('2026-12-31'),
    };
    await play('contracts', {
      enter: ['contact-library', draft],
      steps: [
        ['contact-office', 'review', { legalOpinion: text('违约责任不清'), legalOk: flag(false) }],
        ['leader-culture', 'approve', {}, 'legal-first'],
        ['leader-culture', 'redraft'],
        ['contact-office', 'review', { legalOpinion: text('可行'), legalOk: flag(true) }],
        ['leader-culture', 'approve'],
        ['contact-library', 'accept', { acceptance: text('合格'), accepted: flag(true) }],
        ['contact-finance', 'pay', { paid: fen(500_001) }, 'no-more'],
        ['contact-finance', 'pay', { paid: fen(500_000) }],
      ],
      ends: 'paid',
    });
  });

  test('vehicle use: asked for, approved, returned', async () => {
    await play('vehicle-use', {
      enter: [
        'contact-library',
        {
          purpose: text('送书下乡'),
          plate: text('沪A00001'),
          user: await somebody('区图书馆联络员'),
          usedOn: day('2026-03-03'),
          destination: text('浦江镇'),
        },
      ],
      steps: [
        ['contact-office', 'approve', { kmBefore: number('100.5') }],
        ['contact-library', 'return', { kmAfter: number('99') }, 'forwards'],
        ['contact-library', 'return', { kmAfter: number('142') }],
      ],
      ends: 'returned',
      computes: { distance: { number: '41.5' } },
    });
  });

  test('loans of exhibits: insured, handed over, checked on return by another', async () => {
    await play('exhibit-loans', {
      enter: [
        'contact-museum',
        {
          exhibit: text('青花瓶'),
          number: text('MW-12'),
          borrower: text('某美术馆'),
          insured: fen(1_000_000),
          lentOn: day('2026-03-01'),
          dueOn: day('2026-03-31'),
        },
      ],
      steps: [
        ['leader-culture', 'approve'],
        ['contact-museum', 'handOver'],
        [
          'contact-museum',
          'takeBack',
          { returnedOn: day('2026-04-02'), condition: text('intact') },
          'four-eyes',
        ],
        [
          'party-affairs',
          'takeBack',
          { returnedOn: day('2026-04-02'), condition: text('damaged') },
          'damage-claimed',
        ],
        ['party-affairs', 'takeBack', { returnedOn: day('2026-04-02'), condition: text('intact') }],
      ],
      ends: 'returned',
      computes: { daysLate: { number: '2' } },
    });
  });

  test('commitments: one a person and year, reviewed by the Party group, checked at the year’s end', async () => {
    for (const year of ['2025', '2026'])
      await play('commitments', {
        enter: [
          'contact-library',
          {
            title: text(`${year}年廉政承诺`),
            year: number(year),
            kind: text('commitment'),
            who: await somebody('区图书馆联络员'),
            content: text('不收礼'),
          },
        ],
        steps: [
          ['secretary', 'review'],
          ['party-affairs', 'check', { yearEnd: text('已核对'), result: text('kept') }],
        ],
        ends: 'checked',
      });
  });

  test('permits: sent on twice a month, each with a receipt', async () => {
    for (const [batch, sentOn] of [
      ['2026-03上', '2026-03-15'],
      ['2026-03下', '2026-03-31'],
    ] as const)
      await play('permit-pushes', {
        enter: [
          'contact-licensing',
          {
            batch: text(batch),
            permits: number('12'),
            to: organization('ZF'),
            sentOn: day(sentOn),
          },
        ],
        steps: [
          ['contact-enforcement', 'receive', { receivedOn: day('2026-03-01') }, 'in-order'],
          [
            'contact-enforcement',
            'receive',
            { receivedOn: day('2026-04-01'), answer: text('收悉') },
          ],
        ],
        ends: 'received',
      });
  });

  test('new businesses: visited within a month of their opening, or said not to be', async () => {
    const visit = (visitedOn: string, inTime: boolean, days: string) =>
      play('business-visits', {
        enter: ['contact-industry', { business: text('某书店'), openedOn: day('2026-03-03') }],
        steps: [
          ['contact-industry', 'visit', { visitedOn: day('2026-03-02') }, 'after-opening'],
          ['contact-industry', 'visit', { visitedOn: day(visitedOn), needs: text('停车难') }],
          ['contact-industry', 'answer', { answer: text('已协调') }],
        ],
        ends: 'answered',
        computes: { inTime: { flag: inTime }, days: { number: days } },
      });
    await visit('2026-04-03', true, '31');
    await visit('2026-04-04', false, '32');
  });

  test('patrol findings: handed over, answered, confirmed by another', async () => {
    await play('patrol-findings', {
      enter: [
        'contact-market',
        {
          finding: text('无证演出'),
          place: text('某广场'),
          level: text('town'),
          foundOn: day('2026-05-01'),
        },
      ],
      steps: [
        [
          'contact-market',
          'handOver',
          { handedTo: organization('ZF'), answerBy: day('2026-05-10') },
        ],
        ['contact-enforcement', 'answer', { answer: text('已责令停演') }],
        ['contact-market', 'return'],
        ['contact-enforcement', 'answer', { answer: text('已处罚并补证') }],
        ['contact-market', 'confirm'],
      ],
      ends: 'confirmed',
    });
  });

  test('the theatre: audited by a third party, settled when the whole share was received', async () => {
    await play('theatre-audits', {
      enter: [
        'contact-theatre',
        { title: text('2025年度审计'), year: number('2025'), auditor: text('某会计师事务所') },
      ],
      steps: [
        ['contact-finance', 'audit', { profit: fen(1_000_001) }],
        ['leader-industry', 'settle', { received: fen(299_999) }, 'whole-share'],
        ['leader-industry', 'settle', { received: fen(300_000) }],
      ],
      ends: 'settled',
      computes: { share: { fen: 300_000 } },
    });
  });

  test('public comments: received, assigned, answered', async () => {
    await play('public-comments', {
      enter: [
        'contact-party-affairs',
        {
          subject: text('书房开放时间'),
          channel: text('phone'),
          receivedOn: day('2026-06-01'),
          from: text('某市民'),
          content: text('希望延长'),
        },
      ],
      steps: [
        ['party-affairs', 'assign', { assignedTo: organization('TSG') }],
        [
          'party-affairs',
          'answer',
          { answer: text('七月起延长至二十一点'), answeredOn: day('2026-06-05') },
        ],
      ],
      ends: 'answered',
    });
  });

  test('major decisions: decided only when the materials were there in time', async () => {
    const materials = (deliveredOn: string, steps: Played[], ends: string) =>
      play('decision-materials', {
        enter: [
          'contact-finance',
          { topic: text('大额采购'), kind: text('funds'), meetingOn: day('2026-07-10') },
        ],
        steps: [['contact-office', 'deliver', { deliveredOn: day(deliveredOn) }], ...steps],
        ends,
      });
    await materials('2026-07-07', [['secretary', 'decide', { outcome: text('同意') }]], 'decided');
    await materials(
      '2026-07-08',
      [
        ['secretary', 'decide', { outcome: text('同意') }, 'in-time'],
        ['secretary', 'putOff'],
      ],
      'putOff',
    );
  });

  test('indicators: sampled over time and verified by another', async () => {
    for (const [sampledOn, value, before] of [
      ['2026-01-31', '120', '100'],
      ['2026-02-28', '90.5', '120'],
    ] as const)
      await play('indicator-samples', {
        enter: [
          'contact-industry',
          {
            indicator: text('投诉件数'),
            sampledOn: day(sampledOn),
            value: number(value),
            before: number(before),
            source: text('热线'),
          },
        ],
        steps: [['party-affairs', 'verify']],
        ends: 'verified',
        computes: { change: { number: String(Number(value) - Number(before)) } },
      });
  });

  test('site checks: a defect is fixed and checked again', async () => {
    const check = { site: text('莘庄书房'), checkedOn: day('2026-08-01') };
    await play('site-checks', {
      enter: [
        'contact-library',
        { ...check, hasDefect: flag(true), defect: text('灯坏'), fixBy: day('2026-08-10') },
      ],
      steps: [
        ['contact-library', 'pass', {}, 'no-defect'],
        ['contact-library', 'fix', { fix: text('已换'), fixedOn: day('2026-08-05') }],
        ['contact-library', 'confirm', {}, 'four-eyes'],
        ['party-affairs', 'confirm'],
      ],
      ends: 'confirmed',
    });
    await play('site-checks', {
      enter: ['contact-library', { ...check, hasDefect: flag(false) }],
      steps: [['contact-library', 'pass']],
      ends: 'good',
    });
  });

  test('successor plans: adopted and judged by the Party group', async () => {
    await play('successor-plans', {
      enter: [
        'party-affairs',
        {
          plan: text('图书馆馆长后备'),
          unit: organization('TSG'),
          post: text('馆长'),
          fromYear: number('2025'),
          measures: text('轮岗'),
        },
      ],
      steps: [
        ['secretary', 'adopt'],
        ['secretary', 'finish', { result: text('具备任职条件') }],
      ],
      ends: 'ready',
      computes: { toYear: { number: '2027' } },
    });
  });

  test('documents: a disposition is done when the document itself has taken the step', async () => {
    const document = await hub.db.institutionalDocument.findFirstOrThrow({
      where: { organizationId: unit('WL'), status: 'IN_FORCE', responsibleUnitId: unit('DQ') },
      orderBy: { id: 'asc' },
    });
    const dispositions = await playedBy(hub, 'document-dispositions', registers);
    const proposed = await dispositions.enter('contact-party-affairs', {
      title: text(document.title),
      document: { recordId: `InstitutionalDocument_${document.id}` },
      disposition: text('repeal'),
      why: text('已有上位规定'),
    });
    const confirmed = await dispositions.take('leader-party', proposed, 'confirm');
    expect(await dispositions.take('party-affairs', confirmed, 'finish')).toMatchObject({
      rule: 'taken-by-the-document',
    });
    const repealed = await runMutation(
      await hub.signInAs('leader-party'),
      'repealDocument',
      {
        id: `InstitutionalDocument_${document.id}`,
        expectedVersion: document.version,
        reason: '梳理后废止',
      },
      'InstitutionalDocument { status }',
    );
    expect(repealed).toMatchObject({ status: 'REPEALED' });
    expect(await dispositions.take('party-affairs', confirmed, 'finish')).toMatchObject({
      stage: 'done',
    });
  });

  test('all have a story here', () => {
    expect(REGISTER_TEMPLATES.map(({ key }) => key).filter((key) => !registers.has(key))).toEqual(
      [],
    );
  });

  test('are told of whole by the log', async () => {
    await expectFold(hub, ['Register', 'RegisterVersion', 'RegisterEntry']);
  });
});
