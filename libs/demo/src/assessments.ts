import type { DemoEvaluation, DemoLookBack, DemoScorecard, DemoSurvey } from './demo-data.type.ts';

export const lookBacks: DemoLookBack[] = [
  {
    title: '2025年底销号问题回头看',
    // Written down, as the hub writes its own, so that the draw can be repeated.
    seed: '7c1f04e9b25d4a8396ae30f7d16b582c',
    sampleSize: 2,
    drawnOn: '2025-12-22',
    drawnBy: 'inspection-register',
    passedOn: '2025-12-26',
    reviewedBy: 'inspection-register',
    note: '现场查看并调阅台账，措施仍在执行，没有反弹',
  },
];

export const surveys: DemoSurvey[] = [
  {
    title: '整改成效职工和服务对象测评',
    heldOn: '2025-12-24',
    recordedBy: 'party-affairs',
    asked: 120,
    satisfied: 76,
    basicallySatisfied: 31,
    dissatisfied: 5,
  },
];

const scorecard: DemoScorecard = {
  organization: 'XC',
  title: '巡察整改成效评分表',
  addedOn: '2025-12-03',
  addedBy: 'inspection-verify',
  criteria: [
    { name: '问题解决到位', weight: 40 },
    { name: '制度机制管用', weight: 30 },
    { name: '佐证材料齐全', weight: 15 },
    { name: '干部群众认可', weight: 15 },
  ],
};

export const evaluations: DemoEvaluation[] = [
  {
    scorecard,
    evaluatedOn: '2025-12-29',
    evaluatedBy: 'inspection-register',
    confirmedOn: '2025-12-30',
    confirmedBy: 'inspection-verify',
    scores: [
      { score: 78, comment: '两项逾期，一项重新打开' },
      { score: 86 },
      { score: 90 },
      { score: 88, comment: '依据十二月测评' },
    ],
    conclusion: '总体较好；逾期事项和重新打开的问题须在明年一季度办结。',
  },
];
