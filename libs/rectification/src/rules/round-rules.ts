import { may, NO_PERMISSION, type Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { aPersonActs, byPermission, refuseByGuard, type Refusal } from '@taizhang/platform/rules';

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
  return BY_A_PERSON.includes(action) ? refuseByGuard(aPersonActs, round, caller) : null;
}
