import {
  AFFAIRS,
  choice,
  CONTACT,
  contactAt,
  day,
  entry,
  file,
  GROUP,
  LEADER,
  longText,
  money,
  REQUIRED,
  rule,
  stage,
  step,
  template,
  text,
} from './parts.ts';

/** How money is spent: projects, quotes, contracts, settlement. */
export const PROCUREMENT_TEMPLATES = [
  template(
    'small-projects',
    ['小型工程台账', 'Small projects'],
    [
      '小型工程先入台账后用款；增项须先批准。',
      'A small project stands in the ledger before any money; an extra is approved first.',
    ],
    {
      fields: [
        text('project', '工程名称', 'Project', REQUIRED),
        text('contractor', '施工单位', 'Contractor', REQUIRED),
        money('budget', '批准预算', 'Approved budget', REQUIRED),
        day('approvedOn', '立项日期', 'Approved on', REQUIRED),
        money('extra', '批准增项', 'Approved extra', REQUIRED),
        money('ceiling', '用款上限', 'Most to be paid', {
          value: 'said.extra ? budget + extra : budget',
        }),
        file('papers', '立项材料', 'Papers'),
      ],
      stages: [
        stage('proposed', '待立项', 'Proposed'),
        stage('approved', '在建', 'Approved'),
        stage('extraAsked', '增项待批', 'Extra asked for'),
        stage('accepted', '已验收', 'Accepted', true),
        stage('refused', '不予立项', 'Refused', true),
      ],
      steps: [
        step('propose', ['报送立项', 'Propose'], [], 'proposed', CONTACT, {
          asks: ['project', 'contractor', 'budget', 'approvedOn', 'papers'],
        }),
        step('approve', ['批准立项', 'Approve'], ['proposed'], 'approved', LEADER, {
          notBy: ['propose'],
        }),
        step('refuse', ['不予立项', 'Refuse'], ['proposed'], 'refused', LEADER, {
          needsReason: true,
          isDangerous: true,
        }),
        step('askExtra', ['申请增项', 'Ask for an extra'], ['approved'], 'extraAsked', CONTACT, {
          asks: ['extra'],
        }),
        step('approveExtra', ['批准增项', 'Approve the extra'], ['extraAsked'], 'approved', GROUP, {
          notBy: ['askExtra'],
        }),
        step(
          'accept',
          ['竣工验收', 'Accept the work'],
          ['approved'],
          'accepted',
          contactAt('计财科'),
          { notBy: ['propose'] },
        ),
      ],
      rules: [
        rule(
          'small',
          ['propose'],
          'budget <= yuan(1000000)',
          '超过 100 万元的不是小型工程',
          'Above 1,000,000 yuan it is no small project',
        ),
      ],
    },
  ),
  template(
    'project-payments',
    ['小型工程用款', 'Payments for small projects'],
    ['台账里没有的工程不能用款。', 'What does not stand in the ledger of projects gets no funds.'],
    {
      fields: [
        text('purpose', '用款事由', 'Purpose', REQUIRED),
        entry('small-projects', 'project', '工程', 'Project'),
        money('amount', '本次用款', 'Amount', REQUIRED),
        money('paidBefore', '此前已付', 'Paid before', REQUIRED),
        money('total', '累计用款', 'Paid in all', { value: 'amount + paidBefore' }),
        text('voucher', '付款凭证号', 'Voucher', { ...REQUIRED, isUnique: true }),
      ],
      stages: [
        stage('requested', '待审核', 'Requested'),
        stage('approved', '待付款', 'Approved'),
        stage('paid', '已付款', 'Paid', true),
        stage('refused', '不予用款', 'Refused', true),
      ],
      steps: [
        step('request', ['申请用款', 'Ask for funds'], [], 'requested', CONTACT, {
          asks: ['purpose', 'project', 'amount', 'paidBefore'],
        }),
        step('approve', ['审核同意', 'Approve'], ['requested'], 'approved', LEADER, {
          notBy: ['request'],
        }),
        step('refuse', ['不予用款', 'Refuse'], ['requested'], 'refused', LEADER, {
          needsReason: true,
          isDangerous: true,
        }),
        step('pay', ['付款', 'Pay'], ['approved'], 'paid', contactAt('计财科'), {
          asks: ['voucher'],
          notBy: ['request', 'approve'],
        }),
      ],
      rules: [
        rule(
          'in-the-ledger',
          ['approve', 'pay'],
          'said.project && project.stage in ["approved", "accepted"]',
          '台账里没有这项工程，或增项还没批下来，不能用款',
          'Not in the ledger, no funds; nor while an extra waits for approval',
        ),
        rule(
          'within-budget',
          ['approve', 'pay'],
          'total <= project.ceiling',
          '累计用款超过批准的上限，须先批准增项',
          'It exceeds what was approved: an extra needs approval first',
        ),
      ],
    },
  ),
  template(
    'quotes',
    ['三方比价三次校核', 'Three quotes and three checks'],
    [
      '三家报价、三人三次校核后定标，每一步都有签字。',
      'Three quotes, three checks by three people, each signed, then the decision.',
    ],
    {
      fields: [
        text('purchase', '采购事项', 'Purchase', REQUIRED),
        text('supplier1', '报价单位一', 'Supplier 1', REQUIRED),
        money('quote1', '报价一', 'Quote 1', REQUIRED),
        text('supplier2', '报价单位二', 'Supplier 2', REQUIRED),
        money('quote2', '报价二', 'Quote 2', REQUIRED),
        text('supplier3', '报价单位三', 'Supplier 3', REQUIRED),
        money('quote3', '报价三', 'Quote 3', REQUIRED),
        money('lowest', '最低报价', 'Lowest quote', {
          value:
            'quote1 <= quote2 && quote1 <= quote3 ? quote1 : (quote2 <= quote3 ? quote2 : quote3)',
        }),
        choice(
          'chosen',
          '中选单位',
          'Chosen',
          [
            ['1', '报价单位一', 'Supplier 1'],
            ['2', '报价单位二', 'Supplier 2'],
            ['3', '报价单位三', 'Supplier 3'],
          ],
          REQUIRED,
        ),
        money('price', '中选价', 'Price', {
          value: 'chosen == "1" ? quote1 : (chosen == "2" ? quote2 : quote3)',
        }),
        longText('why', '选定理由', 'Why', {
          hint: '未选最低价时须说明 / Needed where the lowest quote is not chosen',
        }),
        file('sheets', '报价单', 'Quotes as papers'),
      ],
      stages: [
        stage('quoted', '待一次校核', 'Quoted'),
        stage('checked1', '待二次校核', 'Checked once'),
        stage('checked2', '待三次校核', 'Checked twice'),
        stage('checked3', '待定标', 'Checked three times'),
        stage('decided', '已定标', 'Decided', true),
        stage('void', '作废', 'Void', true),
      ],
      steps: [
        step('quote', ['登记报价', 'Enter the quotes'], [], 'quoted', CONTACT, {
          asks: [
            'purchase',
            'supplier1',
            'quote1',
            'supplier2',
            'quote2',
            'supplier3',
            'quote3',
            'sheets',
          ],
        }),
        step('check1', ['一次校核', 'First check'], ['quoted'], 'checked1', contactAt('办公室'), {
          notBy: ['quote'],
        }),
        step(
          'check2',
          ['二次校核', 'Second check'],
          ['checked1'],
          'checked2',
          contactAt('计财科'),
          { notBy: ['quote', 'check1'] },
        ),
        step('check3', ['三次校核', 'Third check'], ['checked2'], 'checked3', AFFAIRS, {
          notBy: ['quote', 'check1', 'check2'],
        }),
        step('decide', ['定标', 'Decide'], ['checked3'], 'decided', LEADER, {
          asks: ['chosen', 'why'],
          notBy: ['quote', 'check1', 'check2', 'check3'],
        }),
        step(
          'void',
          ['作废', 'Void'],
          ['quoted', 'checked1', 'checked2', 'checked3'],
          'void',
          LEADER,
          { needsReason: true, isDangerous: true },
        ),
      ],
      rules: [
        rule(
          'three-suppliers',
          ['quote'],
          'supplier1 != supplier2 && supplier2 != supplier3 && supplier1 != supplier3',
          '三家报价单位不能相同',
          'The three suppliers are not the same',
        ),
        rule(
          'lowest-or-why',
          ['decide'],
          'price == lowest || said.why',
          '未选最低价的须说明理由',
          'Say why where the lowest quote is not chosen',
        ),
      ],
    },
  ),
];
