import { builder, commandMutation, type CommandInput } from '@taizhang/platform';
import { addEvaluation } from '../commands/add-evaluation.ts';
import { addScorecard } from '../commands/add-scorecard.ts';
import { addScorecardVersion } from '../commands/add-scorecard-version.ts';
import { editEvaluation } from '../commands/edit-evaluation.ts';
import { recordSurvey } from '../commands/record-survey.ts';

commandMutation<CommandInput>({
  name: 'recordSatisfactionSurvey',
  description: '登记满意度测评。Records the counts of a survey.',
  model: 'SatisfactionSurvey',
  ids: { roundId: 'InspectionRound', itemId: 'RectificationItem' },
  fields: (t) => ({
    roundId: t.id({ required: true, description: '巡察轮次。The round.' }),
    itemId: t.id({ description: '所属问题。The one item asked about.' }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    heldOn: t.field({ type: 'Date', required: true, description: '测评日期。The day.' }),
    asked: t.int({ required: true, description: '发放数。How many were asked.' }),
    satisfied: t.int({ required: true, description: '满意。Satisfied.' }),
    basicallySatisfied: t.int({ required: true, description: '基本满意。Basically satisfied.' }),
    dissatisfied: t.int({ required: true, description: '不满意。Dissatisfied.' }),
  }),
  run: recordSurvey,
});

const CriterionInput = builder.inputType('ScorecardCriterionInput', {
  description: '评分指标。One thing to score.',
  fields: (t) => ({
    name: t.string({ required: true, description: '指标。What is scored.' }),
    weight: t.int({ required: true, description: '权重。The weights sum to 100.' }),
  }),
});

commandMutation<CommandInput>({
  name: 'addScorecard',
  description: '新建评分表。Adds a scorecard with its first version.',
  model: 'Scorecard',
  ids: { organizationId: 'Organization' },
  fields: (t) => ({
    organizationId: t.id({ required: true, description: '所属组织。Whose scorecard it is.' }),
    title: t.string({ required: true, description: '名称。What it is called.' }),
    criteria: t.field({
      type: [CriterionInput],
      required: true,
      description: '指标。In order; the weights sum to 100.',
    }),
  }),
  run: addScorecard,
});

commandMutation({
  name: 'addScorecardVersion',
  description: '评分表新版本。Earlier evaluations keep the version that they were scored by.',
  model: 'Scorecard',
  changes: 'Scorecard',
  fields: (t) => ({
    criteria: t.field({
      type: [CriterionInput],
      required: true,
      description: '指标。In order; the weights sum to 100.',
    }),
  }),
  run: addScorecardVersion,
});

const ScoreInput = builder.inputType('EvaluationScoreInput', {
  description: '得分。How to score a criterion.',
  fields: (t) => ({
    criterionId: t.id({ required: true, description: '指标。The criterion.' }),
    score: t.int({ required: true, description: '得分，0 至 100。The score, 0 to 100.' }),
    comment: t.string({ description: '评语。Why.' }),
  }),
});

commandMutation<CommandInput>({
  name: 'addEffectivenessEvaluation',
  description: '成效评估。Evaluates a round, or one of its items, by a version of a scorecard.',
  model: 'EffectivenessEvaluation',
  ids: {
    roundId: 'InspectionRound',
    itemId: 'RectificationItem',
    scorecardVersionId: 'ScorecardVersion',
    criterionId: 'ScorecardCriterion',
  },
  fields: (t) => ({
    roundId: t.id({ required: true, description: '巡察轮次。The round.' }),
    itemId: t.id({ description: '所属问题。The one item to evaluate.' }),
    scorecardVersionId: t.id({ required: true, description: '评分表版本。What to score by.' }),
    conclusion: t.string({ description: '结论。What it comes to.' }),
    scores: t.field({
      type: [ScoreInput],
      required: true,
      description: '得分。Every criterion exactly once.',
    }),
  }),
  run: addEvaluation,
});

commandMutation({
  name: 'editEffectivenessEvaluation',
  description: '修改评估。Scores a draft anew.',
  model: 'EffectivenessEvaluation',
  changes: 'EffectivenessEvaluation',
  ids: { criterionId: 'ScorecardCriterion' },
  fields: (t) => ({
    conclusion: t.string({ description: '结论。What it comes to.' }),
    scores: t.field({
      type: [ScoreInput],
      required: true,
      description: '得分。Every criterion exactly once.',
    }),
  }),
  run: editEvaluation,
});
