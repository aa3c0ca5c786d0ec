import { stepCommands } from '@taizhang/platform';
import { ITEM_LIFE_CYCLE } from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';

/** The steps of an item; whoever has to act next is told. */
export const itemSteps = stepCommands(ITEM_LIFE_CYCLE, {
  load: async (scope, id) => {
    const item = await loadItem(scope, id);
    return { row: item, state: item };
  },
  before: {
    assignRectificationItem: (
      scope,
      _found,
      fields: { leadLeaderId: string; responsibleUnitId?: string | null },
    ) => checkReferences(scope, fields),
  },
  finally: (scope, action, { row }) =>
    handOver(scope, ITEM_LIFE_CYCLE.steps[action].event.type, row.id, row),
});
