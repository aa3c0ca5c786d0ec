import {
  type CommandInput,
  fromDay,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import {
  EXTENSION_LIFE_CYCLE,
  RECTIFICATION_EVENTS,
  refuseEarlierDate,
  refuseRequestExtension,
  requestExtensionInput,
} from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';
import { lockItem } from './lock-row.ts';

/** Asks for a later due date. */
export function requestExtension(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'requestExtension',
      idempotencyKey: input.idempotencyKey,
      schema: requestExtensionInput,
      input,
      subjectId: id,
    },
    async (scope, { itemId, requestedDueOn, reason }) => {
      const { tx, caller, now } = scope;
      // The lock comes first: of two who ask at once, one has to see the other's request.
      await lockItem(tx, itemId);
      const item = await loadItem(scope, itemId);
      const open = await tx.extensionRequest.count({
        where: { itemId, status: { in: EXTENSION_LIFE_CYCLE.statusesThatAre('isOpen') } },
      });
      const hasDueDate = item.dueOn !== null;
      obey(refuseRequestExtension({ ...item, hasDueDate, hasOpenExtension: open > 0 }, caller));
      obey(refuseEarlierDate(fromDay(item.dueOn)!, requestedDueOn));
      await scope.create(
        RECTIFICATION_EVENTS.EXTENSION_REQUESTED,
        {
          id,
          itemId,
          requestedById: caller.personId!,
          requestedAt: now,
          previousDueOn: item.dueOn!,
          requestedDueOn: toDay(requestedDueOn)!,
          reason,
        },
        { reason },
      );
      await handOver(scope, 'EXTENSION_REQUESTED', itemId, { id, version: 1 });
    },
  );
}
