import { bilingual, describeFields } from '@taizhang/platform/rules';

/** The types of rectification. */
export const RECTIFICATION_TYPES = ['IMMEDIATE', 'TIME_BOUND', 'LONG_TERM'] as const;

/** How exactly a paper says when something is due. */
export const DUE_PRECISIONS = ['DAY', 'MONTH_END', 'YEAR_END'] as const;

/** 问题台账: what a row of the ledger says, as ledgers of inspections and audits have it, in the order of its form. */
export const ITEM_FIELDS = describeFields({
  title: {
    kind: 'TEXT',
    max: 500,
    isRequired: true,
    isSearched: true,
    label: bilingual('问题标题', 'Title'),
    hint: bilingual('照反馈意见的表述填写', 'In the words of the feedback'),
    description: '问题。The problem in one sentence.',
    heading: '具体问题',
  },
  type: {
    kind: 'CHOICE',
    term: 'RectificationType',
    values: RECTIFICATION_TYPES,
    label: bilingual('整改类型', 'Type'),
    description: '整改类型。How soon it has to be put right.',
  },
  dueOn: {
    kind: 'DAY',
    label: bilingual('时限', 'Due'),
    description: '时限。The due date; the first one set is kept as firstDueOn.',
  },
  dueText: {
    kind: 'TEXT',
    max: 200,
    label: bilingual('时限原文', 'Time limit as written'),
    hint: bilingual('如：立行立改、长期坚持、2025年底前', 'Such as 立行立改 or 长期坚持'),
    description:
      '时限原文。The time limit in the words of its paper, such as 立行立改 or 长期坚持.',
  },
  duePrecision: {
    kind: 'CHOICE',
    term: 'DuePrecision',
    values: DUE_PRECISIONS,
    label: bilingual('时限精度', 'Precision of the limit'),
    description: '时限精度。What the due date stands for where the paper names no day.',
  },
  isKeptUp: {
    kind: 'FLAG',
    label: bilingual('长期坚持', 'To be kept up'),
    description: '长期坚持。Whether what was put right is to be kept up.',
  },
  leadLeaderId: {
    kind: 'PERSON',
    label: bilingual('牵头领导', 'Lead leader'),
    description: '牵头领导。The one leader who leads it.',
  },
  primaryResponsiblePersonId: {
    kind: 'PERSON',
    label: bilingual('第一责任人', 'First responsible person'),
    description: '第一责任人。The first responsible person.',
  },
  responsibleUnitId: {
    kind: 'ORGANIZATION',
    label: bilingual('责任科室（单位）', 'Responsible unit'),
    description: '责任科室（单位）。The unit responsible.',
  },
  supportingUnitIds: {
    kind: 'ORGANIZATIONS',
    most: 50,
    label: bilingual('配合单位', 'Supporting units'),
    description: '配合单位。All units that support it.',
  },
  amountInvolvedFen: {
    kind: 'MONEY',
    label: bilingual('涉及金额（元）', 'Amount involved (yuan)'),
    hint: bilingual('未载明的请留空', 'Leave empty what is not stated'),
    description:
      '涉及金额，单位为分。The sum of money involved, in whole fen; null when none is stated.',
  },
  isInCongressReport: {
    kind: 'FLAG',
    label: bilingual('列入人大报告', 'In the report to the congress'),
    description:
      '是否列入向人大常委会的报告。Whether the report to the people’s congress names it.',
  },
  basis: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('定性依据', 'Basis'),
    description: '定性依据。The rule that was broken, by which the finding was made.',
  },
  description: {
    kind: 'LONG_TEXT',
    max: 5_000,
    isSearched: true,
    label: bilingual('问题说明', 'Description'),
    description: '说明。More about the problem.',
  },
  cause: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('问题成因', 'Cause'),
    description: '问题成因。Why it came about.',
  },
  goal: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('整改目标', 'Goal'),
    description: '整改目标。What is to be reached.',
  },
  unfinishedReason: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('未完成原因', 'Why not finished'),
    description: '未完成原因。Why it is not finished yet.',
  },
  nextStep: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('下一步打算', 'Next step'),
    description: '下一步打算。What is done next.',
  },
  leaderInstruction: {
    kind: 'LONG_TEXT',
    max: 2_000,
    isSearched: true,
    label: bilingual('领导批示', 'Leader’s instruction'),
    description: '领导批示。What a leader instructed in writing.',
  },
  manifestations: {
    kind: 'LINES',
    most: 50,
    max: 2_000,
    label: bilingual('具体表现', 'Manifestations'),
    hint: bilingual('每行一条', 'One a line'),
    description: '具体表现。How the problem shows: all of them, in order.',
  },
});

/** The fields that lists are filtered by as their descriptions say; title and description are found by `text`, and type and due date have conditions of their own. */
const {
  title: _title,
  description: _description,
  type: _type,
  dueOn: _dueOn,
  ...filtered
} = ITEM_FIELDS;
export const FILTERED_FIELDS = filtered;
