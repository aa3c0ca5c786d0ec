import { NotFoundError, stepCommands, type CommandScope } from '@taizhang/platform';
import { MEASURE_LIFE_CYCLE } from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { loadMeasure } from './load-states.ts';

/** The steps of a measure. */
export const measureSteps = stepCommands(MEASURE_LIFE_CYCLE, {
  load: async (scope, id) => {
    const measure = await loadMeasure(scope, id);
    return { row: measure, state: measure };
  },
  before: {
    cancelMeasure: (scope, { row }, { replacedById }: { replacedById: string }) =>
      checkReplacement(scope, row, replacedById),
  },
  finally: (scope, action, { row }) =>
    handOver(scope, MEASURE_LIFE_CYCLE.steps[action].event.type, row.itemId, row),
});

/** Makes sure that another measure of the item can take the place. @throws NotFoundError */
async function checkReplacement(
  { tx }: CommandScope,
  measure: { id: string; itemId: string },
  replacedById: string,
) {
  const where = {
    id: replacedById,
    itemId: measure.itemId,
    status: { in: MEASURE_LIFE_CYCLE.statusesThatAre('isReplaceable') },
    NOT: { id: measure.id },
  };
  if (!(await tx.correctiveMeasure.count({ where }))) throw new NotFoundError('CorrectiveMeasure');
}
