import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from './refusal.ts';
import type { RoundState } from './round-rules.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

export const EVALUATION_STATUSES = ['DRAFT', 'CONFIRMED'] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

/** What the rules need to know of an evaluation. */
export interface EvaluationState {
  status: EvaluationStatus;
  evaluatedById: string | null;
  round: RoundState;
}

/** The life cycle of an evaluation. */
export const EVALUATION_STEPS = {
  confirmEffectivenessEvaluation: {
    from: ['DRAFT'],
    to: 'CONFIRMED',
    permission: 'evaluation:make',
    event: 'EVALUATION_CONFIRMED',
    guards: [
      aPersonActs,
      ({ evaluatedById }: EvaluationState, { personId }: Caller) =>
        evaluatedById === personId
          ? byRule('four-eyes', '评估人不能确认自己的评估', 'Who scored it cannot confirm it')
          : null,
    ],
  },
} as const satisfies Record<string, TableStep<EvaluationStatus, EvaluationState>>;

/** Why the caller may not confirm the evaluation now; null when they may. */
export const refuseConfirmEvaluation = (
  evaluation: EvaluationState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep(
    EVALUATION_STEPS.confirmEffectivenessEvaluation,
    evaluation,
    [evaluation.round.inspectedOrganizationId],
    caller,
  );

/** Why the caller may not score the evaluation anew now; null when they may. */
export function refuseEditEvaluation(
  { status, round }: EvaluationState,
  caller: Caller,
): Refusal | null {
  if (!may(caller, 'evaluation:make', round.inspectedOrganizationId))
    return byPermission(NO_PERMISSION);
  if (status !== 'DRAFT')
    return byRule('status', '评估已确认，不能再改', 'It is confirmed and stays as it is');
  return aPersonActs(round, caller);
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
