import { defineLifeCycle, may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byPermission,
  byRule,
  guard,
  reasonField,
  refuseByGuard,
  type Refusal,
} from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import type { RoundState } from './round-rules.ts';

/** What the rules need to know of an evaluation. */
export interface EvaluationState {
  status: Row<'EffectivenessEvaluation'>['status'];
  evaluatedById: string | null;
  round: RoundState;
}

const evaluatorDoesNotConfirm = guard(
  'four-eyes',
  '评估人不能确认自己的评估',
  'Who scored it cannot confirm it',
  ({ evaluatedById }: EvaluationState, { personId }) => evaluatedById !== personId,
);

/** The life cycle of an evaluation. */
export const EVALUATION_LIFE_CYCLE = defineLifeCycle({
  subject: 'EffectivenessEvaluation',
  words: bilingual('成效评估', 'Effectiveness evaluation'),
  places: ({ round }: EvaluationState) => [round.inspectedOrganizationId],
  statuses: {
    DRAFT: {
      words: bilingual('拟定', 'Draft'),
      means: bilingual('已打分，待确认', 'scored, not confirmed'),
      traits: { isOpen: true },
    },
    CONFIRMED: {
      words: bilingual('已确认', 'Confirmed'),
      means: bilingual('不再改动', 'it stays as it is'),
      traits: { isOpen: false },
    },
  },
  born: { EVALUATION_ADDED: 'DRAFT' },
  steps: (step) => ({
    confirmEffectivenessEvaluation: step({
      from: ['DRAFT'],
      to: 'CONFIRMED',
      permission: 'evaluation:make',
      guards: [aPersonActs, evaluatorDoesNotConfirm],
      fields: { reason: reasonField('意见。A remark.') },
      sets: (_evaluation, _fields, { caller, now }) => ({
        confirmedById: caller.personId,
        confirmedAt: now,
      }),
      event: EVENTS.EVALUATION_CONFIRMED,
      words: bilingual('确认评估', 'Confirm evaluation'),
      description: '确认评估。By somebody else than who scored it: DRAFT → CONFIRMED.',
    }),
  }),
});

/** Why the caller may not score the evaluation anew now; null when they may. */
export function refuseEditEvaluation(
  { status, round }: EvaluationState,
  caller: Caller,
): Refusal | null {
  if (!may(caller, 'evaluation:make', round.inspectedOrganizationId))
    return byPermission(NO_PERMISSION);
  if (!EVALUATION_LIFE_CYCLE.is('isOpen', status))
    return byRule('status', '评估已确认，不能再改', 'It is confirmed and stays as it is');
  return refuseByGuard(aPersonActs, round, caller);
}

/** Why the caller may not change scorecards of the organization; null when they may. */
export const refuseEditScorecard = (organizationId: string, caller: Caller): Refusal | null =>
  may(caller, 'evaluation:make', organizationId) ? null : byPermission(NO_PERMISSION);

/** The total of a scorecard, 0 to 100 with two decimals: each score counts by its criterion's weight. */
export const totalScore = (scores: readonly { weight: number; score: number }[]): number =>
  scores.reduce((sum, { weight, score }) => sum + weight * score, 0) / 100;

/** Refuses scores that leave a criterion out, or score one twice or one of another scorecard. */
export function refuseScores(criteria: readonly string[], scored: readonly string[]) {
  const isWhole =
    scored.length === criteria.length && criteria.every((criterion) => scored.includes(criterion));
  return isWhole
    ? null
    : byRule(
        'every-criterion-once',
        '每项指标须且只须评一次分',
        'Score each criterion of the scorecard exactly once',
      );
}

/** Counts of a survey's answers. */
export interface SurveyCounts {
  satisfied: number;
  basicallySatisfied: number;
  dissatisfied: number;
}

/** 满意率: satisfied and basically satisfied, of all who answered. */
export const satisfactionRate = (counts: SurveyCounts) => ({
  numerator: counts.satisfied + counts.basicallySatisfied,
  denominator: counts.satisfied + counts.basicallySatisfied + counts.dissatisfied,
});
