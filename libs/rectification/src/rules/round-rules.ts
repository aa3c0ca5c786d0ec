import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from './refusal.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

/** What the rules need to know of a round. */
export interface RoundState {
  inspectedOrganizationId: string;
}

/** What is done to a round, by the mutation that does it, with the permission for it. */
export const ROUND_ACTIONS = {
  editInspectionRound: 'round:edit',
  addFindingArea: 'round:edit',
  addLeadingGroupMember: 'round:organize',
  removeLeadingGroupMember: 'round:organize',
  addRectificationPlan: 'round:organize',
  addPublicNotice: 'notice:prepare',
  drawLookBackReview: 'look-back:run',
  recordSatisfactionSurvey: 'survey:record',
  addEffectivenessEvaluation: 'evaluation:make',
} as const satisfies Record<string, Permission>;
export type RoundAction = keyof typeof ROUND_ACTIONS;

/** What counts as somebody's own, for another person to check. */
const BY_A_PERSON: readonly RoundAction[] = [
  'addRectificationPlan',
  'addPublicNotice',
  'drawLookBackReview',
  'addEffectivenessEvaluation',
];

/** Why the caller may not do this to the round; null when they may. */
export function refuseRoundAction(
  action: RoundAction,
  round: RoundState,
  caller: Caller,
): Refusal | null {
  if (!may(caller, ROUND_ACTIONS[action], round.inspectedOrganizationId))
    return byPermission(NO_PERMISSION);
  return BY_A_PERSON.includes(action) ? aPersonActs(round, caller) : null;
}

export const PLAN_STATUSES = ['DRAFT', 'APPROVED'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What the rules need to know of a rectification plan. */
export interface PlanState {
  status: PlanStatus;
  draftedById: string | null;
  round: RoundState;
}

/** The life cycle of a rectification plan. */
export const PLAN_STEPS = {
  approveRectificationPlan: {
    from: ['DRAFT'],
    to: 'APPROVED',
    permission: 'plan:approve',
    event: 'PLAN_APPROVED',
    guards: [
      aPersonActs,
      ({ draftedById }: PlanState, { personId }: Caller) =>
        draftedById === personId
          ? byRule('four-eyes', '起草人不能批准自己的方案', 'Who drafted it cannot approve it')
          : null,
    ],
  },
} as const satisfies Record<string, TableStep<PlanStatus, PlanState>>;

/** Why the caller may not approve the plan now; null when they may. */
export const refuseApprovePlan = (plan: PlanState, caller: Caller): Refusal | null =>
  refuseTableStep(
    PLAN_STEPS.approveRectificationPlan,
    plan,
    [plan.round.inspectedOrganizationId],
    caller,
  );
