import { bilingual, describeFields } from '@taizhang/platform/rules';

/** 长效机制: what is said of one beside when it falls due, in the order of its form. */
export const MECHANISM_FIELDS = describeFields({
  title: {
    kind: 'TEXT',
    max: 200,
    isRequired: true,
    label: bilingual('机制名称', 'Title'),
    hint: bilingual('如：供应商关联关系检查', 'Such as: check of suppliers’ relations'),
    description: '机制名称。What is kept up, in a few words.',
  },
  description: {
    kind: 'LONG_TEXT',
    max: 2_000,
    label: bilingual('具体要求', 'What has to be done'),
    description: '具体要求。What exactly has to be done each time.',
  },
  basis: {
    kind: 'TEXT',
    max: 500,
    label: bilingual('依据', 'Basis'),
    description: '依据。The rule or promise that it rests on.',
  },
  responsibleUnitId: {
    kind: 'ORGANIZATION',
    label: bilingual('责任科室', 'Responsible unit'),
    description: '责任科室。The unit that keeps it.',
  },
  ownerId: {
    kind: 'PERSON',
    label: bilingual('责任人', 'Owner'),
    description: '责任人。The person who answers for it; never the one who waives it.',
  },
  evidenceWanted: {
    kind: 'TEXT',
    max: 300,
    label: bilingual('佐证要求', 'Evidence wanted'),
    hint: bilingual('填写后，完成时须关联佐证', 'When said, doing it takes a proof'),
    description: '佐证要求。What has to be shown; without it a note is enough.',
  },
  endsOn: {
    kind: 'DAY',
    label: bilingual('终止日期', 'Ends on'),
    description: '终止日期。The last day on which it can fall; null for no end.',
  },
});
