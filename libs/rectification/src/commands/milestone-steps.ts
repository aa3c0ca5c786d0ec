import { NotFoundError, stepCommands } from '@taizhang/platform';
import { MILESTONE_LIFE_CYCLE } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { MILESTONE_STATE, milestoneState } from './load-follow-up.ts';

/** The report that a milestone is reached. */
export const milestoneSteps = stepCommands(MILESTONE_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const milestone = await tx.milestone.findFirst({
      where: { id, item: visibleItems(caller) },
      include: { item: MILESTONE_STATE.item },
    });
    if (!milestone) throw new NotFoundError('Milestone');
    return { row: milestone, state: milestoneState(milestone) };
  },
});
