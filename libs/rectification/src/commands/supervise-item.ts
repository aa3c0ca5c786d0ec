import {
  type CommandInput,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import { refuseSupervision, superviseItemInput, RECTIFICATION_EVENTS } from '../rules/index.ts';
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
      const { caller, now } = scope;
      const item = await loadItem(scope, itemId);
      obey(refuseSupervision(item, caller));
      await scope.create(RECTIFICATION_EVENTS.SUPERVISION_RECORDED, {
        id,
        itemId,
        kind,
        note,
        supervisedOn: toDay(todayInShanghai(now))!,
        byPersonId: caller.personId!,
      });
      await handOver(scope, 'SUPERVISION_RECORDED', itemId, { id, version: 1 });
    },
  );
}
