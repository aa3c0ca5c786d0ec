import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { refuseSupervision, superviseItemInput } from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';

/** Supervises an item or reminds of it. */
export function superviseItem(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'superviseRectificationItem',
      idempotencyKey: input.idempotencyKey,
      schema: superviseItemInput,
      input,
      subjectId: id,
    },
    async (scope, { itemId, kind, note }) => {
      const { tx, caller, now } = scope;
      const item = await loadItem(scope, itemId);
      obey(refuseSupervision(item, caller));
      await tx.supervision.create({
        data: {
          id,
          itemId,
          kind,
          note,
          supervisedOn: toDay(todayInShanghai(now))!,
          byPersonId: caller.personId!,
        },
      });
      await scope.record({
        type: 'SUPERVISION_RECORDED',
        subjectType: 'Supervision',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: item.organizationId,
        after: { kind, note },
      });
      await handOver(scope, 'SUPERVISION_RECORDED', itemId, { id, version: 1 });
    },
  );
}
