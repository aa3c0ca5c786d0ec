import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { addMilestoneInput, refuseAddMilestone, RECTIFICATION_EVENTS } from '../rules/index.ts';
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
      await scope.create(RECTIFICATION_EVENTS.MILESTONE_ADDED, {
        id,
        itemId: item.id,
        ordinal,
        title,
        dueOn: toDay(dueOn) ?? null,
      });
    },
  );
}
