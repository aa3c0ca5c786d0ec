import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import { aPersonActs, bilingual, guard, reasonField, toDay } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import type { RoundState } from './round-rules.ts';

/** What the rules need to know of a rectification plan. */
export interface PlanState {
  status: Row<'RectificationPlan'>['status'];
  draftedById: string | null;
  round: RoundState;
}

const drafterDoesNotApprove = guard(
  'four-eyes',
  '起草人不能批准自己的方案',
  'Who drafted it cannot approve it',
  ({ draftedById }: PlanState, { personId }) => draftedById !== personId,
);

/** The life cycle of a rectification plan. */
export const PLAN_LIFE_CYCLE = defineLifeCycle({
  subject: 'RectificationPlan',
  words: bilingual('整改方案', 'Rectification plan'),
  places: ({ round }: PlanState) => [round.inspectedOrganizationId],
  statuses: {
    DRAFT: { words: bilingual('拟定', 'Draft'), traits: { isOpen: true } },
    APPROVED: { words: bilingual('已批准', 'Approved'), traits: { isOpen: false } },
  },
  born: { PLAN_DRAFTED: 'DRAFT' },
  steps: (step) => ({
    approveRectificationPlan: step({
      from: ['DRAFT'],
      to: 'APPROVED',
      permission: 'plan:approve',
      guards: [aPersonActs, drafterDoesNotApprove],
      fields: { reason: reasonField('意见。A remark.') },
      sets: (_plan, _fields, { caller, today }) => ({
        approvedOn: toDay(today),
        approvedById: caller.personId,
      }),
      event: EVENTS.PLAN_APPROVED,
      words: bilingual('批准整改方案', 'Approve plan'),
      description: '批准整改方案。By somebody else than who drafted it: DRAFT → APPROVED.',
    }),
  }),
});
