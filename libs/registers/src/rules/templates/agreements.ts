import {
  choice,
  CONTACT,
  contactAt,
  day,
  file,
  flag,
  GROUP,
  LEADER,
  longText,
  money,
  number,
  person,
  REQUIRED,
  rule,
  stage,
  step,
  template,
  text,
} from './parts.ts';

/** What is agreed and decided: contracts, settlement, major decisions. */
export const AGREEMENT_TEMPLATES = [
  template(
    'contracts',
    ['合同台账', 'Contracts'],
    [
      '合同：法制审核、审批、履约验收、付款，条件不满足不付款。',
      'Legal review, approval, acceptance, payment; conditions unmet, no payment.',
    ],
    {
      fields: [
        text('contract', '合同名称', 'Contract', REQUIRED),
        text('number', '合同编号', 'Number', { ...REQUIRED, isUnique: true }),
        text('party', '对方单位', 'Other party', REQUIRED),
        money('amount', '合同金额', 'Amount', REQUIRED),
        day('endsOn', '履约期限', 'Ends on', REQUIRED),
        longText('legalOpinion', '法制审核意见', 'Legal opinion', REQUIRED),
        flag('legalOk', '法制审核是否通过', 'Whether it passed legal review', REQUIRED),
        longText('acceptance', '验收情况', 'Acceptance', REQUIRED),
        flag('accepted', '是否验收合格', 'Whether it was accepted', REQUIRED),
        money('paid', '付款金额', 'Paid', REQUIRED),
        file('text', '合同文本', 'Text'),
      ],
      stages: [
        stage('drafted', '待法制审核', 'Drafted'),
        stage('reviewed', '待审批', 'Reviewed'),
        stage('approved', '履约中', 'Approved'),
        stage('accepted', '待付款', 'Accepted'),
        stage('paid', '已付款', 'Paid', true),
        stage('ended', '已终止', 'Ended', true),
      ],
      steps: [
        step('draft', ['起草', 'Draft'], [], 'drafted', CONTACT, {
          asks: ['contract', 'number', 'party', 'amount', 'endsOn', 'text'],
        }),
        step('review', ['法制审核', 'Legal review'], ['drafted'], 'reviewed', contactAt('办公室'), {
          asks: ['legalOpinion', 'legalOk'],
          notBy: ['draft'],
        }),
        step('redraft', ['退回修改', 'Back to the draft'], ['reviewed'], 'drafted', LEADER, {
          needsReason: true,
        }),
        step('approve', ['审批', 'Approve'], ['reviewed'], 'approved', LEADER, {
          notBy: ['draft', 'review'],
        }),
        step('accept', ['履约验收', 'Accept'], ['approved'], 'accepted', CONTACT, {
          asks: ['acceptance', 'accepted'],
        }),
        step('pay', ['付款', 'Pay'], ['accepted'], 'paid', contactAt('计财科'), {
          asks: ['paid'],
          notBy: ['accept'],
        }),
        step(
          'end',
          ['终止', 'End'],
          ['drafted', 'reviewed', 'approved', 'accepted'],
          'ended',
          LEADER,
          { needsReason: true, isDangerous: true },
        ),
      ],
      rules: [
        rule(
          'legal-first',
          ['approve'],
          'legalOk',
          '法制审核未通过，不得审批',
          'It did not pass legal review',
        ),
        rule(
          'accepted-first',
          ['pay'],
          'accepted',
          '验收不合格，不得付款',
          'It was not accepted: no payment',
        ),
        rule(
          'no-more',
          ['pay'],
          'paid <= amount',
          '付款不得超过合同金额',
          'No more is paid than was agreed',
        ),
      ],
    },
  ),
  template(
    'theatre-audits',
    ['城市剧院年度审计与利润分成', 'Theatre audit and settlement'],
    [
      '每年第三方审计，据以结算利润分成。',
      'A third party audits each year; the share of the profit is settled by it.',
    ],
    {
      fields: [
        text('title', '名称', 'Title', REQUIRED),
        number('year', '年度', 'Year', { ...REQUIRED, isUnique: true }),
        text('auditor', '审计机构', 'Auditor', REQUIRED),
        money('profit', '审定利润', 'Profit as audited', REQUIRED),
        money('share', '应分成', 'Share due', { value: 'percent(profit, 30)' }),
        money('received', '实收分成', 'Share received', REQUIRED),
        file('report', '审计报告', 'Report'),
      ],
      stages: [
        stage('commissioned', '审计中', 'Being audited'),
        stage('audited', '待结算', 'Audited'),
        stage('settled', '已结算', 'Settled', true),
      ],
      steps: [
        step('commission', ['委托审计', 'Commission'], [], 'commissioned', CONTACT, {
          asks: ['title', 'year', 'auditor'],
        }),
        step(
          'audit',
          ['登记审计结果', 'Enter the result'],
          ['commissioned'],
          'audited',
          contactAt('计财科'),
          { asks: ['profit', 'report'] },
        ),
        step('settle', ['结算', 'Settle'], ['audited'], 'settled', LEADER, {
          asks: ['received'],
          notBy: ['commission', 'audit'],
        }),
      ],
      rules: [
        rule(
          'whole-share',
          ['settle'],
          'received >= share',
          '实收不足应分成，不得结算',
          'Less was received than is due',
        ),
      ],
    },
  ),
  template(
    'decision-materials',
    ['三重一大材料送达', 'Materials for major decisions'],
    ['议题材料会前按时送达班子成员。', 'Materials reach the members before the set time.'],
    {
      fields: [
        text('topic', '议题', 'Topic', REQUIRED),
        choice(
          'kind',
          '类别',
          'Kind',
          [
            ['decision', '重大决策', 'Decision'],
            ['appointment', '重要人事', 'Appointment'],
            ['project', '重大项目', 'Project'],
            ['funds', '大额资金', 'Funds'],
          ],
          REQUIRED,
        ),
        day('meetingOn', '会议日期', 'Meeting on', REQUIRED),
        file('materials', '材料', 'Materials'),
        day('deliveredOn', '送达日期', 'Delivered on', REQUIRED),
        number('daysAhead', '提前天数', 'Days ahead', {
          value: 'double(daysBetween(deliveredOn, meetingOn))',
        }),
        person('confirmedBy', '签收人', 'Confirmed by'),
        longText('outcome', '会议结果', 'Outcome', REQUIRED),
      ],
      stages: [
        stage('announced', '待送达', 'Announced'),
        stage('delivered', '已送达', 'Delivered'),
        stage('decided', '已议决', 'Decided', true),
        stage('putOff', '延期上会', 'Put off', true),
      ],
      steps: [
        step('announce', ['提出议题', 'Announce'], [], 'announced', CONTACT, {
          asks: ['topic', 'kind', 'meetingOn', 'materials'],
        }),
        step('deliver', ['送达', 'Deliver'], ['announced'], 'delivered', contactAt('办公室'), {
          asks: ['deliveredOn', 'confirmedBy'],
        }),
        step('decide', ['议决', 'Decide'], ['delivered'], 'decided', GROUP, { asks: ['outcome'] }),
        step('putOff', ['延期', 'Put off'], ['announced', 'delivered'], 'putOff', GROUP, {
          needsReason: true,
          isDangerous: true,
        }),
      ],
      rules: [
        rule(
          'in-time',
          ['decide'],
          'daysAhead >= 3.0',
          '材料未提前 3 天送达，不得上会',
          'The materials were not there three days ahead: it is not decided',
        ),
      ],
    },
  ),
];
