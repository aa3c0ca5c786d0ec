import {
  type CommandInput,
  type CommandScope,
  newKey,
  obey,
  type RequestContext,
  runCommand,
  toDay,
} from '@taizhang/platform';
import { addMeasureInput, refuseAddMeasure, unitsOf } from '../rules/index.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';

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
      const item = await loadItem(scope, fields.itemId);
      obey(refuseAddMeasure(item, scope.caller));
      await checkReferences(scope, {
        leadLeaderId: fields.ownerId,
        responsibleUnitId: fields.responsibleUnitId,
      });
      const ordinal = await nextOrdinal(scope, item.id);
      await scope.tx.correctiveMeasure.create({
        data: {
          id,
          itemId: item.id,
          ordinal,
          text: fields.text,
          ownerId: fields.ownerId ?? null,
          responsibleUnitId: fields.responsibleUnitId ?? null,
          dueOn: toDay(fields.dueOn) ?? null,
        },
      });
      await supportBy(scope, item, fields.responsibleUnitId ?? null);
      await scope.record({
        type: 'MEASURE_ADDED',
        subjectType: 'CorrectiveMeasure',
        subjectId: id,
        subjectVersion: 1,
        itemId: item.id,
        organizationId: item.organizationId,
        after: { status: 'DRAFT', ordinal, text: fields.text },
      });
    },
  );
}

async function nextOrdinal({ tx }: CommandScope, itemId: string): Promise<number> {
  // The item's row is locked: two measures must not take one ordinal.
  await tx.$queryRaw`SELECT 1 FROM "RectificationItem" WHERE "id" = ${itemId}::uuid FOR UPDATE`;
  const { _max } = await tx.correctiveMeasure.aggregate({
    where: { itemId },
    _max: { ordinal: true },
  });
  return (_max.ordinal ?? 0) + 1;
}

/** A unit that carries out a measure supports the item: that is what lets its people see it. */
async function supportBy(
  { tx }: CommandScope,
  item: Awaited<ReturnType<typeof loadItem>>,
  unit: string | null,
) {
  if (!unit || unitsOf(item).includes(unit)) return;
  await tx.rectificationItemSupportingUnit.create({
    data: { itemId: item.id, organizationId: unit },
  });
}
