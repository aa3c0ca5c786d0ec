import { NotFoundError, stepCommands, type CommandScope } from '@taizhang/platform';
import { EXTENSION_LIFE_CYCLE } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';
import { moveDueDate } from './move-due-date.ts';

/** The decisions on a request for more time; granting it moves the item's due date. */
export const extensionSteps = stepCommands(EXTENSION_LIFE_CYCLE, {
  load: async (scope: CommandScope, id: string) => {
    const { tx, caller } = scope;
    const request = await tx.extensionRequest.findFirst({
      where: { id, item: visibleItems(caller) },
    });
    if (!request) throw new NotFoundError('ExtensionRequest');
    const item = await loadItem(scope, request.itemId);
    return { row: request, state: { ...request, item }, item };
  },
  after: {
    grantExtension: (scope, { row, item }) => moveDueDate(scope, item, row.requestedDueOn),
  },
  finally: (scope, action, { row }) => {
    const event = EXTENSION_LIFE_CYCLE.steps[action].event.type;
    return handOver(scope, event, row.itemId, row, [row.requestedById]);
  },
});
