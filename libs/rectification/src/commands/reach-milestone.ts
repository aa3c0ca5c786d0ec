import {
  type ChangeInput,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { MILESTONE_STEPS, reachMilestoneInput, refuseReachMilestone } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { MILESTONE_STATE, statusOfMilestone } from './load-follow-up.ts';

/** Reports a milestone as reached. */
export function reachMilestone(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'reachMilestone',
      idempotencyKey: input.idempotencyKey,
      schema: reachMilestoneInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const { tx, caller, now } = scope;
      const milestone = await tx.milestone.findFirst({
        where: { id: input.id, item: visibleItems(caller) },
        include: { item: MILESTONE_STATE.item },
      });
      if (!milestone) throw new NotFoundError('Milestone');
      const status = statusOfMilestone(milestone);
      obey(refuseReachMilestone({ status, item: milestone.item }, caller));
      const reachedOn = fields.reachedOn ?? todayInShanghai(now);
      const version = await saveVersioned(tx.milestone, milestone, input.expectedVersion, {
        reachedOn: toDay(reachedOn) ?? null,
      });
      await scope.record({
        type: MILESTONE_STEPS.reachMilestone.event,
        subjectType: 'Milestone',
        subjectId: milestone.id,
        subjectVersion: version,
        itemId: milestone.itemId,
        organizationId: milestone.item.organizationId,
        reason: fields.reason ?? null,
        after: { ordinal: milestone.ordinal, title: milestone.title, reachedOn },
      });
    },
  );
}
