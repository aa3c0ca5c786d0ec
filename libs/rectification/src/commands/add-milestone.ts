import {
  type ChangeInput,
  type CommandInput,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  addMilestoneInput,
  MILESTONE_STEPS,
  reachMilestoneInput,
  refuseAddMilestone,
  refuseReachMilestone,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { MILESTONE_STATE, statusOfMilestone } from './load-follow-up.ts';
import { loadItem } from './load-states.ts';
import { lockItem } from './lock-row.ts';

/** Adds a stage behind the last of a long-term item. */
export function addMilestone(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addMilestone',
      idempotencyKey: input.idempotencyKey,
      schema: addMilestoneInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const item = await loadItem(scope, fields.itemId);
      obey(refuseAddMilestone(item, scope.caller));
      await lockItem(scope.tx, item.id);
      const { _max } = await scope.tx.milestone.aggregate({
        where: { itemId: item.id },
        _max: { ordinal: true },
      });
      const ordinal = (_max.ordinal ?? 0) + 1;
      const { title, dueOn } = fields;
      await scope.tx.milestone.create({
        data: { id, itemId: item.id, ordinal, title, dueOn: toDay(dueOn) ?? null },
      });
      await scope.record({
        type: 'MILESTONE_ADDED',
        subjectType: 'Milestone',
        subjectId: id,
        subjectVersion: 1,
        itemId: item.id,
        organizationId: item.organizationId,
        after: { ordinal, title, dueOn: dueOn ?? null },
      });
    },
  );
}

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
