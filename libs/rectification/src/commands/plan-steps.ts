import { NotFoundError, stepCommands } from '@taizhang/platform';
import { PLAN_LIFE_CYCLE } from '../rules/index.ts';
import { wholeRounds } from '../visible-items.ts';
import { PLAN_STATE } from './load-follow-up.ts';

/** The approval of a rectification plan. */
export const planSteps = stepCommands(PLAN_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const plan = await tx.rectificationPlan.findFirst({
      where: { id, round: wholeRounds(caller) },
      include: { round: PLAN_STATE.round },
    });
    if (!plan) throw new NotFoundError('RectificationPlan');
    return { row: plan, state: plan };
  },
});
