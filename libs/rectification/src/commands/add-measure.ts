import {
  type CommandInput,
  type CommandScope,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { addMeasureInput, RECTIFICATION_EVENTS, refuseAddMeasure } from '../rules/index.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';
import { lockItem } from './lock-row.ts';
import { supportBy } from './support-by.ts';

/** Adds a corrective measure behind the last of its item. */
export function addMeasure(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'addMeasure',
      idempotencyKey: input.idempotencyKey,
      schema: addMeasureInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      // The lock comes first: two measures must not take one ordinal, nor two units one version of the item.
      await lockItem(scope.tx, fields.itemId);
      const item = await loadItem(scope, fields.itemId);
      obey(refuseAddMeasure(item, scope.caller));
      const { ownerId, responsibleUnitId } = fields;
      await checkReferences(scope, { leadLeaderId: ownerId, responsibleUnitId });
      await supportBy(scope, item, responsibleUnitId);
      await scope.create(RECTIFICATION_EVENTS.MEASURE_ADDED, {
        id,
        itemId: item.id,
        ordinal: await nextOrdinal(scope, item.id),
        text: fields.text,
        ownerId: ownerId ?? null,
        responsibleUnitId: responsibleUnitId ?? null,
        dueOn: toDay(fields.dueOn) ?? null,
      });
    },
  );
}

async function nextOrdinal({ tx }: CommandScope, itemId: string): Promise<number> {
  const { _max } = await tx.correctiveMeasure.aggregate({
    where: { itemId },
    _max: { ordinal: true },
  });
  return (_max.ordinal ?? 0) + 1;
}
