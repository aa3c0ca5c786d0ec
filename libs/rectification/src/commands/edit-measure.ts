import { type ChangeInput, obey, type RequestContext, runCommand, toDay } from '@taizhang/platform';
import { editMeasureInput, RECTIFICATION_EVENTS, refuseMeasureEdit } from '../rules/index.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem, loadMeasure } from './load-states.ts';
import { lockItem } from './lock-row.ts';
import { supportBy } from './support-by.ts';

/** Changes the fields of a measure that the input names; a unit that is to carry it out supports the item. */
export function editMeasure(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editMeasure',
      idempotencyKey: input.idempotencyKey,
      schema: editMeasureInput,
      input,
      subjectId: input.id,
    },
    async (scope, { text, ownerId, responsibleUnitId, dueOn }) => {
      const measure = await loadMeasure(scope, input.id);
      obey(refuseMeasureEdit(measure, scope.caller));
      await checkReferences(
        scope,
        { leadLeaderId: ownerId, responsibleUnitId },
        { leadLeaderId: measure.ownerId, responsibleUnitId: measure.responsibleUnitId },
      );
      if (responsibleUnitId) {
        await lockItem(scope.tx, measure.itemId);
        await supportBy(scope, await loadItem(scope, measure.itemId), responsibleUnitId);
      }
      await scope.change(
        RECTIFICATION_EVENTS.MEASURE_EDITED,
        measure,
        { text: text ?? undefined, ownerId, responsibleUnitId, dueOn: toDay(dueOn) },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}
