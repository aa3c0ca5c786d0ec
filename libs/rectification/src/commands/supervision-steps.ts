import { NotFoundError, stepCommands } from '@taizhang/platform';
import { SUPERVISION_LIFE_CYCLE } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { handOver } from './hand-over.ts';
import { SUPERVISION_STATE, supervisionState } from './load-follow-up.ts';

/** The answer to a supervision; whoever supervised is told. */
export const supervisionSteps = stepCommands(SUPERVISION_LIFE_CYCLE, {
  load: async ({ tx, caller }, id) => {
    const supervision = await tx.supervision.findFirst({
      where: { id, item: visibleItems(caller) },
      include: { item: SUPERVISION_STATE.item },
    });
    if (!supervision) throw new NotFoundError('Supervision');
    return { row: supervision, state: supervisionState(supervision) };
  },
  finally: (scope, action, { row }) => {
    const event = SUPERVISION_LIFE_CYCLE.steps[action].event.type;
    return handOver(scope, event, row.itemId, row, [row.byPersonId]);
  },
});
