import { offerSteps, sayActions } from '@taizhang/platform/rules';
import { mayAnywhere } from '@taizhang/access/rules';
import {
  ALLOWED_ACTIONS,
  AllowedActionType,
  builder,
  listOf,
  type Prisma,
  ProvenanceType,
} from '@taizhang/platform';
import type { Caller } from '@taizhang/platform';
import { EVALUATION_STATE } from '../commands/load-follow-up.ts';
import {
  EVALUATION_LIFE_CYCLE,
  refuseEditEvaluation,
  refuseEditScorecard,
  satisfactionRate,
  totalScore,
} from '../rules/index.ts';
import { visibleAssessments } from '../visible-items.ts';
import { EvaluationStatusType } from './enums.type.ts';

const RateType = builder
  .objectRef<{ numerator: number; denominator: number }>('SatisfactionRate')
  .implement({
    description: '满意率。Satisfied and basically satisfied, of all who answered.',
    fields: (t) => ({
      numerator: t.exposeInt('numerator', { description: '分子。Satisfied, basically or fully.' }),
      denominator: t.exposeInt('denominator', { description: '分母。All who answered.' }),
      rate: t.float({
        nullable: true,
        description: '比率，0 至 1。Null when nobody answered.',
        resolve: ({ numerator, denominator }) => (denominator ? numerator / denominator : null),
      }),
    }),
  });

builder.prismaNode('SatisfactionSurvey', {
  extensions: { readBy: 'visibleAssessments' },
  id: { field: 'id' },
  description: '满意度测评。Counts of a survey, never who answered what.',
  findUnique: (id, context) => ({ id, AND: [visibleAssessments(context.caller)] }),
  fields: (t) => ({
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    heldOn: t.expose('heldOn', { type: 'Date', description: '测评日期。The day.' }),
    item: t.relation('item', {
      nullable: true,
      description: '所属问题。The one item asked about; null for the whole round.',
    }),
    asked: t.exposeInt('asked', { description: '发放数。How many were asked.' }),
    satisfied: t.exposeInt('satisfied', { description: '满意。Satisfied.' }),
    basicallySatisfied: t.exposeInt('basicallySatisfied', {
      description: '基本满意。Basically satisfied.',
    }),
    dissatisfied: t.exposeInt('dissatisfied', { description: '不满意。Dissatisfied.' }),
    rate: t.field({
      type: RateType,
      description: '满意率。With numerator and denominator.',
      select: { satisfied: true, basicallySatisfied: true, dissatisfied: true },
      resolve: (survey) => satisfactionRate(survey),
    }),
    provenance: t.expose('provenance', {
      type: ProvenanceType,
      description: '来源。Where its facts come from.',
    }),
    version: t.exposeInt('version', { description: '版本号。Counts its changes.' }),
  }),
});

const visibleScorecards = (caller: Caller | null): Prisma.ScorecardWhereInput =>
  caller && mayAnywhere(caller, 'round:read') ? {} : { id: { in: [] } };

builder.prismaNode('Scorecard', {
  extensions: { readBy: 'visibleScorecards' },
  id: { field: 'id' },
  description: '评分表。What the effect of a rectification is scored by.',
  findUnique: (id, context) => ({ id, AND: [visibleScorecards(context.caller)] }),
  fields: (t) => ({
    title: t.exposeString('title', { description: '名称。What it is called.' }),
    versions: t.relation('versions', {
      description: '版本。Its versions, newest first; none ever changes.',
      query: { orderBy: { ordinal: 'desc' } },
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: { organizationId: true },
      resolve: ({ organizationId }, _args, { caller }) =>
        caller
          ? sayActions({ addScorecardVersion: refuseEditScorecard(organizationId, caller) })
          : [],
    }),
  }),
});

builder.prismaNode('ScorecardVersion', {
  extensions: { readBy: 'its scorecard' },
  id: { field: 'id' },
  description: '评分表版本。One version of a scorecard, which never changes.',
  findUnique: (id, context) => ({ id, scorecard: visibleScorecards(context.caller) }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '版本。Its number, from 1.' }),
    title: t.string({
      description: '名称。What the scorecard is called.',
      select: { scorecard: { select: { title: true } } },
      resolve: ({ scorecard }) => scorecard.title,
    }),
    criteria: t.relation('criteria', {
      description: '指标。What is scored, in order; the weights sum to 100.',
      query: { orderBy: { ordinal: 'asc' } },
    }),
  }),
});

builder.prismaNode('ScorecardCriterion', {
  extensions: { readBy: 'its scorecard' },
  id: { field: 'id' },
  description: '评分指标。One thing that is scored.',
  findUnique: (id, context) => ({
    id,
    scorecardVersion: { scorecard: visibleScorecards(context.caller) },
  }),
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: '序号。Place in the scorecard, from 1.' }),
    name: t.exposeString('name', { description: '指标。What is scored.' }),
    weight: t.exposeInt('weight', { description: '权重。Of 100 for the whole scorecard.' }),
  }),
});

builder.prismaObject('EvaluationScore', {
  extensions: { readBy: 'its evaluation' },
  description: '得分。How a criterion was scored.',
  fields: (t) => ({
    criterion: t.relation('criterion', { description: '指标。What was scored.' }),
    score: t.exposeInt('score', { description: '得分，0 至 100。The score, 0 to 100.' }),
    comment: t.exposeString('comment', { nullable: true, description: '评语。Why.' }),
  }),
});

builder.prismaNode('EffectivenessEvaluation', {
  extensions: { readBy: 'visibleAssessments' },
  id: { field: 'id' },
  description: '成效评估。How well a round or an item was put right, by a scorecard.',
  findUnique: (id, context) => ({ id, AND: [visibleAssessments(context.caller)] }),
  fields: (t) => ({
    status: t.expose('status', {
      type: EvaluationStatusType,
      description: '状态。Whether somebody else confirmed it.',
    }),
    item: t.relation('item', {
      nullable: true,
      description: '所属问题。The one item evaluated; null for the whole round.',
    }),
    scorecardVersion: t.relation('scorecardVersion', {
      description: '评分表版本。The version it is scored by, for ever.',
    }),
    scores: t.relation('scores', {
      description: '得分，至多 30 项。Every criterion’s score, in order; at most 30.',
      query: { orderBy: { criterion: { ordinal: 'asc' } } },
    }),
    total: t.float({
      description: '总分，0 至 100。Each score counted by its weight.',
      select: { scores: { select: { score: true, criterion: { select: { weight: true } } } } },
      resolve: ({ scores }) =>
        totalScore(scores.map(({ score, criterion }) => ({ score, weight: criterion.weight }))),
    }),
    conclusion: t.exposeString('conclusion', {
      nullable: true,
      description: '结论。What it comes to.',
    }),
    evaluatedBy: t.relation('evaluatedBy', {
      nullable: true,
      description: '评估人。Who scored it.',
    }),
    confirmedBy: t.relation('confirmedBy', {
      nullable: true,
      description: '确认人。Who confirmed it; never who scored it.',
    }),
    confirmedAt: t.expose('confirmedAt', {
      type: 'DateTime',
      nullable: true,
      description: '确认时间。When it was confirmed.',
    }),
    version: t.exposeInt('version', {
      description: '版本号。Counts its changes; send it as expectedVersion.',
    }),
    allowedActions: t.field({
      type: [AllowedActionType],
      description: ALLOWED_ACTIONS,
      select: EVALUATION_STATE,
      resolve: (evaluation, _args, { caller }) =>
        caller
          ? [
              ...sayActions({
                editEffectivenessEvaluation: refuseEditEvaluation(evaluation, caller),
              }),
              ...offerSteps(EVALUATION_LIFE_CYCLE, evaluation, caller),
            ]
          : [],
    }),
  }),
});

builder.prismaObjectFields('InspectionRound', (t) => ({
  surveys: t.relation('surveys', {
    description: '满意度测评。Surveys that you may see, newest first.',
    query: (_args, { caller }) => ({
      where: visibleAssessments(caller),
      orderBy: [{ heldOn: 'desc' }, { id: 'desc' }],
    }),
  }),
  evaluations: t.relation('evaluations', {
    description: '成效评估。Evaluations that you may see, newest first.',
    query: (_args, { caller }) => ({
      where: visibleAssessments(caller),
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  }),
}));

listOf({
  model: 'Scorecard',
  node: { chinese: '评分表', english: 'scorecards' },
  visible: ({ caller }) => visibleScorecards(caller),
  order: ['titleSort'],
}).root('scorecards', {
  description: '评分表。The scorecards that effects are scored by, by title.',
});
