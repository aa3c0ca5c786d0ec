import {
  AFFAIRS,
  choice,
  CONTACT,
  contactAt,
  day,
  documentOf,
  file,
  flag,
  GROUP,
  LEADER,
  longText,
  number,
  person,
  REQUIRED,
  rule,
  SENSITIVE,
  stage,
  step,
  template,
  text,
  unit,
} from './parts.ts';

const DOCUMENT_DISPOSITIONS = [
  ['repeal', '废止', 'Repeal'],
  ['keep', '继续执行', 'Keep'],
  ['revise', '修订', 'Revise'],
] as const;

/** What is done for the public and in the house, again and again. */
export const OPERATION_TEMPLATES = [
  template(
    'permit-pushes',
    ['许可信息推送', 'Permits sent on'],
    [
      '每月两次把许可信息推送给监管部门，对方回执。',
      'Twice a month permits are sent to who supervises, who confirms.',
    ],
    {
      fields: [
        text('batch', '批次', 'Batch', { ...REQUIRED, isUnique: true }),
        number('permits', '许可件数', 'Permits', REQUIRED),
        unit('to', '接收单位', 'Sent to', REQUIRED),
        day('sentOn', '推送日期', 'Sent on', REQUIRED),
        file('permitList', '清单', 'List'),
        day('receivedOn', '签收日期', 'Received on', REQUIRED),
        longText('answer', '回执', 'Receipt'),
      ],
      stages: [stage('sent', '待签收', 'Sent'), stage('received', '已签收', 'Received', true)],
      steps: [
        step('send', ['推送', 'Send'], [], 'sent', contactAt('行政审批科'), {
          asks: ['batch', 'permits', 'to', 'sentOn', 'permitList'],
        }),
        step('receive', ['签收', 'Confirm'], ['sent'], 'received', contactAt('执法大队'), {
          asks: ['receivedOn', 'answer'],
          notBy: ['send'],
        }),
      ],
      rules: [
        rule(
          'in-order',
          ['receive'],
          'receivedOn >= sentOn',
          '签收不能早于推送',
          'It is received after it is sent',
        ),
      ],
    },
  ),
  template(
    'business-visits',
    ['新开企业走访', 'Visits to new businesses'],
    ['企业开业一个月内走访。', 'Each new business is visited within a month of its opening.'],
    {
      fields: [
        text('business', '企业', 'Business', REQUIRED),
        day('openedOn', '开业日期', 'Opened on', REQUIRED),
        day('visitedOn', '走访日期', 'Visited on', REQUIRED),
        longText('needs', '企业诉求', 'What it asks for'),
        number('days', '开业至走访天数', 'Days to the visit', {
          value: 'double(daysBetween(openedOn, visitedOn))',
        }),
        flag('inTime', '一个月内', 'Within a month', {
          value: 'daysBetween(openedOn, visitedOn) <= 31',
        }),
        longText('answer', '诉求答复', 'Answer', REQUIRED),
      ],
      stages: [
        stage('opened', '待走访', 'To be visited'),
        stage('visited', '已走访', 'Visited'),
        stage('answered', '已办结', 'Answered', true),
      ],
      steps: [
        step('open', ['登记开业', 'Register the opening'], [], 'opened', CONTACT, {
          asks: ['business', 'openedOn'],
        }),
        step('visit', ['走访', 'Visit'], ['opened'], 'visited', CONTACT, {
          asks: ['visitedOn', 'needs'],
        }),
        step('answer', ['答复诉求', 'Answer'], ['visited'], 'answered', CONTACT, {
          asks: ['answer'],
        }),
      ],
      rules: [
        rule(
          'after-opening',
          ['visit'],
          'visitedOn >= openedOn',
          '走访不能早于开业',
          'A visit follows the opening',
        ),
      ],
    },
  ),
  template(
    'patrol-findings',
    ['三级联动巡查发现', 'Patrol findings'],
    [
      '巡查发现的异常移交责任单位，限期反馈，发现单位复核。',
      'What patrols find is handed over, answered, and confirmed by who found it.',
    ],
    {
      fields: [
        text('finding', '异常情况', 'Finding', REQUIRED),
        text('place', '地点', 'Place', REQUIRED),
        choice(
          'level',
          '巡查层级',
          'Level',
          [
            ['district', '区级', 'District'],
            ['town', '街镇', 'Town'],
            ['village', '村居', 'Village'],
          ],
          REQUIRED,
        ),
        day('foundOn', '发现日期', 'Found on', REQUIRED),
        unit('handedTo', '移交单位', 'Handed to', REQUIRED),
        day('answerBy', '反馈期限', 'Answer by', REQUIRED),
        longText('answer', '处置反馈', 'Answer', REQUIRED),
        file('photo', '照片', 'Photo'),
      ],
      stages: [
        stage('found', '待移交', 'Found'),
        stage('handedOver', '待反馈', 'Handed over'),
        stage('answered', '待复核', 'Answered'),
        stage('confirmed', '已办结', 'Confirmed', true),
      ],
      steps: [
        step('find', ['登记发现', 'Enter the finding'], [], 'found', CONTACT, {
          asks: ['finding', 'place', 'level', 'foundOn', 'photo'],
        }),
        step('handOver', ['移交', 'Hand over'], ['found'], 'handedOver', CONTACT, {
          asks: ['handedTo', 'answerBy'],
        }),
        step('answer', ['反馈', 'Answer'], ['handedOver'], 'answered', contactAt('执法大队'), {
          asks: ['answer'],
        }),
        step('confirm', ['复核', 'Confirm'], ['answered'], 'confirmed', CONTACT, {
          notBy: ['answer'],
        }),
        step('return', ['退回', 'Return'], ['answered'], 'handedOver', CONTACT, {
          notBy: ['answer'],
          needsReason: true,
        }),
      ],
      rules: [
        rule(
          'ahead',
          ['handOver'],
          'answerBy >= foundOn',
          '反馈期限不能早于发现日期',
          'The answer is due after the finding',
        ),
      ],
    },
  ),
  template(
    'public-comments',
    ['意见反馈登记簿', 'Public comments'],
    [
      '通报公布的电话、信函收到的意见：登记、交办、答复、计数。',
      'Comments by the notice’s phone and post: received, assigned, answered, counted.',
    ],
    {
      fields: [
        text('subject', '意见摘要', 'Subject', REQUIRED),
        choice(
          'channel',
          '渠道',
          'Channel',
          [
            ['phone', '电话', 'Phone'],
            ['post', '信函', 'Post'],
            ['mail', '邮箱', 'E-mail'],
            ['visit', '来访', 'Visit'],
          ],
          REQUIRED,
        ),
        day('receivedOn', '收到日期', 'Received on', REQUIRED),
        text('from', '反映人', 'From', SENSITIVE),
        text('contact', '联系方式', 'Contact', SENSITIVE),
        longText('content', '内容', 'Content', REQUIRED),
        unit('assignedTo', '承办科室', 'Assigned to', REQUIRED),
        longText('answer', '答复', 'Answer', REQUIRED),
        day('answeredOn', '答复日期', 'Answered on', REQUIRED),
      ],
      stages: [
        stage('received', '待交办', 'Received'),
        stage('assigned', '待答复', 'Assigned'),
        stage('answered', '已答复', 'Answered', true),
      ],
      steps: [
        step('receive', ['登记', 'Receive'], [], 'received', contactAt('党群科'), {
          asks: ['subject', 'channel', 'receivedOn', 'from', 'contact', 'content'],
        }),
        step('assign', ['交办', 'Assign'], ['received'], 'assigned', AFFAIRS, {
          asks: ['assignedTo'],
        }),
        step('answer', ['答复', 'Answer'], ['assigned'], 'answered', CONTACT, {
          asks: ['answer', 'answeredOn'],
        }),
      ],
      rules: [
        rule(
          'in-order',
          ['answer'],
          'answeredOn >= receivedOn',
          '答复不能早于收到',
          'It is answered after it is received',
        ),
      ],
    },
  ),
  template(
    'indicator-samples',
    ['企业数据与投诉采样', 'Indicator samples'],
    [
      '专人定期收集企业数据和投诉数，形成走势。',
      'Figures of businesses and complaints, collected over time.',
    ],
    {
      fields: [
        text('indicator', '指标', 'Indicator', REQUIRED),
        day('sampledOn', '采样日期', 'Sampled on', REQUIRED),
        number('value', '数值', 'Value', REQUIRED),
        number('before', '上期数值', 'Value before'),
        number('change', '增减', 'Change', { value: 'value - before' }),
        text('source', '数据来源', 'Source', REQUIRED),
      ],
      stages: [
        stage('collected', '待核对', 'Collected'),
        stage('verified', '已核对', 'Verified', true),
      ],
      steps: [
        step('collect', ['采集', 'Collect'], [], 'collected', CONTACT, {
          asks: ['indicator', 'sampledOn', 'value', 'before', 'source'],
        }),
        step('verify', ['核对', 'Verify'], ['collected'], 'verified', AFFAIRS, {
          notBy: ['collect'],
        }),
      ],
      rules: [
        rule(
          'not-ahead',
          ['collect'],
          'sampledOn <= today',
          '采样日期不能晚于今天',
          'No sample is taken after today',
        ),
      ],
    },
  ),
  template(
    'site-checks',
    ['场馆检查', 'Site checks'],
    [
      '城市书房、一间美术馆等点位逐一检查：发现缺陷、限期整改、复查。',
      'Every site is checked: defects found, fixed, checked again.',
    ],
    {
      fields: [
        text('site', '点位', 'Site', REQUIRED),
        day('checkedOn', '检查日期', 'Checked on', REQUIRED),
        flag('hasDefect', '是否有缺陷', 'Whether there is a defect', REQUIRED),
        longText('defect', '缺陷', 'Defect'),
        day('fixBy', '整改期限', 'Fix by'),
        longText('fix', '整改情况', 'Fix', REQUIRED),
        day('fixedOn', '整改日期', 'Fixed on', REQUIRED),
        file('photo', '照片', 'Photo'),
      ],
      stages: [
        stage('checked', '已检查', 'Checked'),
        stage('good', '无缺陷', 'Good', true),
        stage('fixed', '待复查', 'Fixed'),
        stage('confirmed', '已复查', 'Confirmed', true),
      ],
      steps: [
        step('check', ['检查', 'Check'], [], 'checked', CONTACT, {
          asks: ['site', 'checkedOn', 'hasDefect', 'defect', 'fixBy', 'photo'],
        }),
        step('pass', ['无缺陷办结', 'Pass'], ['checked'], 'good', CONTACT),
        step('fix', ['整改', 'Fix'], ['checked'], 'fixed', CONTACT, { asks: ['fix', 'fixedOn'] }),
        step('confirm', ['复查', 'Confirm'], ['fixed'], 'confirmed', CONTACT, { notBy: ['fix'] }),
      ],
      rules: [
        rule('no-defect', ['pass'], '!hasDefect', '有缺陷的须先整改', 'A defect is fixed first'),
        rule(
          'defect-said',
          ['check'],
          '!hasDefect || (said.defect && said.fixBy)',
          '有缺陷的须写明缺陷和整改期限',
          'Say what the defect is and by when it is fixed',
        ),
      ],
    },
  ),
  template(
    'successor-plans',
    ['三年培养计划', 'Three-year successor plans'],
    [
      '缺少后备的单位定三年培养计划，党组审定，逐年评估。',
      'Units without a successor make a three-year plan, decided by the Party group.',
    ],
    {
      fields: [
        text('plan', '计划名称', 'Plan', REQUIRED),
        unit('unit', '单位', 'Unit', REQUIRED),
        text('post', '岗位', 'Post', REQUIRED),
        person('candidate', '培养对象', 'Candidate', SENSITIVE),
        number('fromYear', '起始年', 'From', REQUIRED),
        number('toYear', '届满年', 'To', { value: 'fromYear + 2.0' }),
        longText('measures', '培养措施', 'Measures', REQUIRED),
        longText('result', '培养结果', 'Result', REQUIRED),
      ],
      stages: [
        stage('drafted', '待审定', 'Drafted'),
        stage('running', '培养中', 'Running'),
        stage('ready', '已具备', 'Ready', true),
        stage('ended', '已终止', 'Ended', true),
      ],
      steps: [
        step('draft', ['制定', 'Draft'], [], 'drafted', AFFAIRS, {
          asks: ['plan', 'unit', 'post', 'candidate', 'fromYear', 'measures'],
        }),
        step('adopt', ['党组审定', 'Adopt'], ['drafted'], 'running', GROUP, { notBy: ['draft'] }),
        step('finish', ['评估合格', 'Finish'], ['running'], 'ready', GROUP, {
          asks: ['result'],
          notBy: ['draft'],
        }),
        step('end', ['终止', 'End'], ['drafted', 'running'], 'ended', GROUP, {
          needsReason: true,
          isDangerous: true,
        }),
      ],
      rules: [],
    },
  ),
  template(
    'document-dispositions',
    ['制度梳理', 'Disposition of documents'],
    [
      '逐件制度定处置：废止、继续执行、修订；确认后文件本身须走到相应状态方可办结。',
      'Every document gets a disposition; it is done with when the document itself has taken that step.',
    ],
    {
      fields: [
        text('title', '制度名称', 'Title', REQUIRED),
        documentOf('document', '制度文件', 'Document', { ...REQUIRED, isUnique: true }),
        choice('disposition', '处置', 'Disposition', DOCUMENT_DISPOSITIONS, REQUIRED),
        longText('why', '理由', 'Why', REQUIRED),
      ],
      stages: [
        stage('proposed', '待确认', 'Proposed'),
        stage('confirmed', '待落实', 'Confirmed'),
        stage('done', '已落实', 'Done', true),
      ],
      steps: [
        step('propose', ['提出处置', 'Propose'], [], 'proposed', CONTACT, {
          asks: ['title', 'document', 'disposition', 'why'],
        }),
        step('confirm', ['确认', 'Confirm'], ['proposed'], 'confirmed', LEADER, {
          notBy: ['propose'],
        }),
        step('revoke', ['退回', 'Return'], ['confirmed'], 'proposed', LEADER, {
          needsReason: true,
        }),
        step('finish', ['落实', 'Finish'], ['confirmed'], 'done', AFFAIRS, { notBy: ['propose'] }),
      ],
      rules: [
        rule(
          'taken-by-the-document',
          ['finish'],
          'disposition == "repeal" ? document.status == "REPEALED" : (disposition == "revise" ? document.status in ["UNDER_REVISION", "SUPERSEDED", "DRAFTING", "CONSULTING", "LEGAL_REVIEW", "APPROVED", "ISSUED", "IN_FORCE"] : document.status == "IN_FORCE")',
          '文件本身尚未办理：请先在制度文件中废止、修订或使其生效',
          'The document has not taken that step yet: repeal, revise or keep it in force first',
        ),
      ],
    },
  ),
];
