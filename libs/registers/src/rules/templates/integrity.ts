import {
  AFFAIRS,
  choice,
  CONTACT,
  contactAt,
  day,
  entry,
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
  SENSITIVE,
  stage,
  step,
  template,
  text,
} from './parts.ts';

/** What keeps power clean: gifts, cars, loans, commitments, suppliers. */
export const INTEGRITY_TEMPLATES = [
  template(
    'gifts',
    ['礼品礼金登记簿', 'Gifts register'],
    [
      '收受的礼品、礼金、礼券：办公室登记，计财科入账，党群科处置。',
      'Gifts received: the office registers, finance books, party affairs disposes.',
    ],
    {
      fields: [
        text('gift', '礼品名称', 'Gift', REQUIRED),
        choice(
          'giftType',
          '类别',
          'Type',
          [
            ['goods', '礼品', 'Goods'],
            ['cash', '礼金', 'Cash'],
            ['voucher', '礼券', 'Voucher'],
          ],
          REQUIRED,
        ),
        money('amount', '价值', 'Value', REQUIRED),
        day('receivedOn', '收受日期', 'Received on', REQUIRED),
        person('recipient', '收受人', 'Recipient', { ...REQUIRED, ...SENSITIVE }),
        text('giver', '送礼单位或个人', 'Giver', { ...REQUIRED, ...SENSITIVE }),
        text('account', '入账凭证号', 'Voucher number', { ...REQUIRED, isUnique: true }),
        choice(
          'disposal',
          '处置方式',
          'Disposal',
          [
            ['treasury', '上缴国库', 'Paid to the treasury'],
            ['returned', '退还', 'Returned'],
            ['kept', '公用留存', 'Kept for public use'],
          ],
          REQUIRED,
        ),
        file('proof', '处置凭证', 'Proof of disposal'),
      ],
      stages: [
        stage('registered', '已登记', 'Registered'),
        stage('booked', '已入账', 'Booked'),
        stage('disposed', '已处置', 'Disposed', true),
        stage('withdrawn', '误登撤销', 'Withdrawn', true),
      ],
      steps: [
        step('register', ['登记', 'Register'], [], 'registered', contactAt('办公室'), {
          asks: ['gift', 'giftType', 'amount', 'receivedOn', 'recipient', 'giver'],
        }),
        step('book', ['入账', 'Book'], ['registered'], 'booked', contactAt('计财科'), {
          asks: ['account'],
          notBy: ['register'],
        }),
        step('dispose', ['处置', 'Dispose'], ['booked'], 'disposed', AFFAIRS, {
          asks: ['disposal', 'proof'],
          notBy: ['register', 'book'],
        }),
        step('withdraw', ['撤销', 'Withdraw'], ['registered'], 'withdrawn', AFFAIRS, {
          needsReason: true,
          isDangerous: true,
        }),
      ],
      rules: [
        rule(
          'cash-to-treasury',
          ['dispose'],
          'giftType != "cash" || disposal != "kept"',
          '礼金不得留存',
          'Cash is not kept',
        ),
        rule(
          'not-ahead',
          ['register'],
          'receivedOn <= today',
          '收受日期不能晚于今天',
          'It cannot have been received after today',
        ),
      ],
    },
  ),
  template(
    'vehicle-use',
    ['公务用车登记簿', 'Vehicle use'],
    [
      '公务用车一次一登：申请、批准、归还。',
      'Each use of an official car: asked for, approved, returned.',
    ],
    {
      fields: [
        text('purpose', '用车事由', 'Purpose', REQUIRED),
        text('plate', '车牌号', 'Plate', REQUIRED),
        person('user', '用车人', 'User', REQUIRED),
        day('usedOn', '用车日期', 'Used on', REQUIRED),
        text('destination', '目的地', 'Destination', REQUIRED),
        number('kmBefore', '出车里程', 'Kilometres before', REQUIRED),
        number('kmAfter', '还车里程', 'Kilometres after', REQUIRED),
        number('distance', '行驶里程', 'Distance', { value: 'kmAfter - kmBefore' }),
        money('fuel', '油费', 'Fuel'),
      ],
      stages: [
        stage('requested', '待批准', 'Requested'),
        stage('approved', '已批准', 'Approved'),
        stage('returned', '已归还', 'Returned', true),
        stage('refused', '未批准', 'Refused', true),
      ],
      steps: [
        step('request', ['申请用车', 'Ask for a car'], [], 'requested', CONTACT, {
          asks: ['purpose', 'plate', 'user', 'usedOn', 'destination'],
        }),
        step('approve', ['批准', 'Approve'], ['requested'], 'approved', contactAt('办公室'), {
          asks: ['kmBefore'],
          notBy: ['request'],
        }),
        step('refuse', ['不予批准', 'Refuse'], ['requested'], 'refused', contactAt('办公室'), {
          needsReason: true,
          isDangerous: true,
        }),
        step('return', ['归还', 'Return'], ['approved'], 'returned', CONTACT, {
          asks: ['kmAfter', 'fuel'],
        }),
      ],
      rules: [
        rule(
          'forwards',
          ['return'],
          'kmAfter >= kmBefore',
          '还车里程不能小于出车里程',
          'The kilometres after are not fewer than before',
        ),
      ],
    },
  ),
  template(
    'exhibit-loans',
    ['藏品出借登记簿', 'Loans of exhibits'],
    [
      '藏品出借：申请、批准、点交、归还查验，未按期归还一目了然。',
      'Exhibits lent: asked for, approved, handed over, checked on return.',
    ],
    {
      fields: [
        text('exhibit', '藏品', 'Exhibit', REQUIRED),
        text('number', '藏品编号', 'Catalogue number', REQUIRED),
        text('borrower', '借用单位', 'Borrower', REQUIRED),
        money('insured', '保险金额', 'Insured for', REQUIRED),
        day('lentOn', '出借日期', 'Lent on', REQUIRED),
        day('dueOn', '应还日期', 'Due back on', REQUIRED),
        day('returnedOn', '归还日期', 'Returned on', REQUIRED),
        choice(
          'condition',
          '归还状况',
          'Condition',
          [
            ['intact', '完好', 'Intact'],
            ['damaged', '有损', 'Damaged'],
          ],
          REQUIRED,
        ),
        number('daysLate', '逾期天数', 'Days late', {
          value: 'returnedOn > dueOn ? double(daysBetween(dueOn, returnedOn)) : 0.0',
        }),
        file('agreement', '借展协议', 'Agreement'),
      ],
      stages: [
        stage('requested', '待批准', 'Requested'),
        stage('approved', '已批准', 'Approved'),
        stage('lent', '已出借', 'Lent'),
        stage('returned', '已归还', 'Returned', true),
        stage('claimed', '索赔中', 'Claimed'),
        stage('refused', '未批准', 'Refused', true),
      ],
      steps: [
        step('request', ['申请出借', 'Ask for the loan'], [], 'requested', CONTACT, {
          asks: ['exhibit', 'number', 'borrower', 'insured', 'lentOn', 'dueOn', 'agreement'],
        }),
        step('approve', ['批准', 'Approve'], ['requested'], 'approved', LEADER, {
          notBy: ['request'],
        }),
        step('refuse', ['不予批准', 'Refuse'], ['requested'], 'refused', LEADER, {
          needsReason: true,
          isDangerous: true,
        }),
        step('handOver', ['点交', 'Hand over'], ['approved'], 'lent', CONTACT),
        step('takeBack', ['归还查验', 'Take back'], ['lent'], 'returned', CONTACT, {
          asks: ['returnedOn', 'condition'],
          notBy: ['handOver'],
        }),
        step('claim', ['损坏索赔', 'Claim for damage'], ['lent'], 'claimed', CONTACT, {
          asks: ['returnedOn', 'condition'],
          isDangerous: true,
        }),
        step('settle', ['索赔办结', 'Settle the claim'], ['claimed'], 'returned', LEADER, {
          needsReason: true,
        }),
      ],
      rules: [
        rule(
          'in-order',
          ['request'],
          'dueOn >= lentOn',
          '应还日期不能早于出借日期',
          'It is due back after it is lent',
        ),
        rule(
          'damage-claimed',
          ['takeBack'],
          'condition == "intact"',
          '有损的须先索赔',
          'What is damaged is claimed for first',
        ),
        rule(
          'insured',
          ['approve'],
          'insured > yuan(0)',
          '未投保不得出借',
          'Nothing is lent without insurance',
        ),
      ],
    },
  ),
  template(
    'commitments',
    ['廉政承诺与责任清单', 'Commitments and responsibility lists'],
    [
      '每年每人一份：责任清单、承诺表、计划表、风险排查；党组审核，年底检查。',
      'One a person and year: reviewed by the Party group, checked at the year’s end.',
    ],
    {
      fields: [
        text('title', '名称', 'Title', REQUIRED),
        number('year', '年度', 'Year', REQUIRED),
        choice(
          'kind',
          '类别',
          'Kind',
          [
            ['responsibility', '责任清单', 'Responsibility list'],
            ['commitment', '承诺表', 'Commitment'],
            ['plan', '计划表', 'Plan'],
            ['risk', '风险排查表', 'Risk check'],
          ],
          REQUIRED,
        ),
        person('who', '承诺人', 'Who', REQUIRED),
        longText('content', '内容', 'Content', REQUIRED),
        file('signed', '签字件', 'Signed paper'),
        longText('yearEnd', '年底检查情况', 'Year-end check', REQUIRED),
        choice(
          'result',
          '检查结果',
          'Result',
          [
            ['kept', '已履行', 'Kept'],
            ['partly', '部分履行', 'Partly kept'],
            ['broken', '未履行', 'Not kept'],
          ],
          REQUIRED,
        ),
      ],
      stages: [
        stage('handedIn', '待审核', 'Handed in'),
        stage('accepted', '已审核', 'Reviewed'),
        stage('checked', '已检查', 'Checked', true),
      ],
      steps: [
        step('handIn', ['报送', 'Hand in'], [], 'handedIn', CONTACT, {
          asks: ['title', 'year', 'kind', 'who', 'content', 'signed'],
        }),
        step('review', ['党组审核', 'Review by the Party group'], ['handedIn'], 'accepted', GROUP, {
          notBy: ['handIn'],
        }),
        step('check', ['年底检查', 'Year-end check'], ['accepted'], 'checked', AFFAIRS, {
          asks: ['yearEnd', 'result'],
          notBy: ['handIn'],
        }),
      ],
      rules: [],
    },
  ),
  template(
    'supplier-relations',
    ['供应商关联关系检查', 'Supplier relations'],
    [
      '每年两次逐一检查供应商与干部的关联；有冲突的终止合同、重新招标。',
      'Twice a year each supplier is checked; a conflict ends the contract and re-tenders.',
    ],
    {
      fields: [
        text('supplier', '供应商', 'Supplier', REQUIRED),
        text('period', '检查期', 'Period', REQUIRED),
        entry('contracts', 'contract', '所涉合同', 'Contract'),
        longText('method', '检查方式', 'How it was checked', REQUIRED),
        flag('conflict', '是否存在关联', 'Whether there is a conflict', REQUIRED),
        longText('relation', '关联情况', 'The relation', SENSITIVE),
        day('endedOn', '合同终止日期', 'Contract ended on', REQUIRED),
        text('retender', '重新招标编号', 'New tender', REQUIRED),
      ],
      stages: [
        stage('checked', '待复核', 'Checked'),
        stage('clear', '无关联', 'Clear', true),
        stage('conflict', '存在关联', 'Conflict'),
        stage('ended', '合同已终止', 'Contract ended'),
        stage('retendered', '已重新招标', 'Re-tendered', true),
      ],
      steps: [
        step('check', ['检查', 'Check'], [], 'checked', CONTACT, {
          asks: ['supplier', 'period', 'contract', 'method', 'conflict', 'relation'],
        }),
        step('clear', ['复核无关联', 'Confirm as clear'], ['checked'], 'clear', AFFAIRS, {
          notBy: ['check'],
        }),
        step('confirm', ['确认关联', 'Confirm the conflict'], ['checked'], 'conflict', AFFAIRS, {
          notBy: ['check'],
          isDangerous: true,
        }),
        step('end', ['终止合同', 'End the contract'], ['conflict'], 'ended', LEADER, {
          asks: ['endedOn'],
          isDangerous: true,
        }),
        step('retender', ['重新招标', 'Re-tender'], ['ended'], 'retendered', CONTACT, {
          asks: ['retender'],
        }),
      ],
      rules: [
        rule(
          'no-conflict',
          ['clear'],
          '!conflict',
          '存在关联的不得认定无关联：须终止合同并重新招标',
          'A conflict is not clear: the contract ends and is tendered anew',
        ),
        rule('a-conflict', ['confirm'], 'conflict', '未填报关联', 'No conflict was reported'),
      ],
    },
  ),
];
