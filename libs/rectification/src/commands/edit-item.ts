import {
  type ChangeInput,
  type CommandScope,
  fromDay,
  given,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { z } from 'zod';
import { editItemInput, refuseItemEdit, refuseLaterDueDate } from '../rules/index.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';

type Fields = z.output<typeof editItemInput>;
type StoredItem = Awaited<ReturnType<typeof loadItem>>;

/** Changes the fields of an item that the input names; the others stay as they are. */
export function editItem(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editRectificationItem',
      idempotencyKey: input.idempotencyKey,
      schema: editItemInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const item = await loadItem(scope, input.id);
      obey(refuseItemEdit(item, scope.caller));
      keepDueDate(fields, item);
      keepLeadLeader(fields, item);
      await checkReferences(scope, fields);
      const columns = columnsOf(fields, item);
      const version = await saveVersioned(
        scope.tx.rectificationItem,
        item,
        input.expectedVersion,
        columns,
      );
      await replaceLists(scope, item.id, fields);
      await scope.record({
        type: 'ITEM_EDITED',
        subjectType: 'RectificationItem',
        subjectId: item.id,
        subjectVersion: version,
        itemId: item.id,
        organizationId: item.organizationId,
        ...differences(item, columns, fields),
      });
    },
  );
}

function columnsOf(fields: Fields, { firstDueOn }: StoredItem) {
  const { supportingUnitIds, manifestations, title, dueOn, ...rest } = fields;
  const day = toDay(dueOn);
  return given({
    ...rest,
    ...(title && { title }),
    ...(day !== undefined && { dueOn: day, firstDueOn: day === null ? null : (firstDueOn ?? day) }),
  });
}

/** A due date may move, but not vanish: the first one is kept for ever. @throws ValidationError, TransitionError */
function keepDueDate({ dueOn }: Fields, stored: StoredItem) {
  if (dueOn)
    obey(refuseLaterDueDate({ status: stored.status, dueOn: fromDay(stored.dueOn) }, dueOn));
  if (dueOn !== null || !stored.dueOn) return;
  const message = bilingual('时限可以调整，不能清空', 'A due date can be moved, not cleared');
  throw new ValidationError([{ path: ['dueOn'], message }]);
}

/** An item that was assigned keeps a lead leader. @throws ValidationError */
function keepLeadLeader({ leadLeaderId }: Fields, stored: StoredItem) {
  if (leadLeaderId !== null || !stored.leadLeaderId || stored.status === 'REGISTERED') return;
  const message = bilingual(
    '牵头领导可以更换，不能清空',
    'A lead leader can be replaced, not removed',
  );
  throw new ValidationError([{ path: ['leadLeaderId'], message }]);
}

async function replaceLists({ tx }: CommandScope, itemId: string, fields: Fields) {
  if (fields.supportingUnitIds) {
    await tx.rectificationItemSupportingUnit.deleteMany({ where: { itemId } });
    await tx.rectificationItemSupportingUnit.createMany({
      data: [...new Set(fields.supportingUnitIds)].map((organizationId) => ({
        itemId,
        organizationId,
      })),
    });
  }
  if (fields.manifestations) {
    await tx.findingManifestation.deleteMany({ where: { itemId } });
    await tx.findingManifestation.createMany({
      data: fields.manifestations.map((text, index) => ({ itemId, ordinal: index + 1, text })),
    });
  }
}

/** The changed fields before and after, for the log. */
function differences(item: StoredItem, columns: object, fields: Fields) {
  const before: Prisma.JsonObject = {};
  const after: Prisma.JsonObject = {};
  const note = (field: string, was: unknown, is: unknown) => {
    const [old, now] = [asJson(was), asJson(is)];
    if (JSON.stringify(old) === JSON.stringify(now)) return;
    before[field] = old;
    after[field] = now;
  };
  for (const [field, value] of Object.entries(columns))
    note(field, item[field as keyof StoredItem], value);
  if (fields.supportingUnitIds)
    note(
      'supportingUnitIds',
      item.supportingUnits.map((unit) => unit.organizationId),
      fields.supportingUnitIds,
    );
  if (fields.manifestations)
    note(
      'manifestations',
      item.manifestations.map(({ text }) => text),
      fields.manifestations,
    );
  return { before: before as Prisma.InputJsonObject, after: after as Prisma.InputJsonObject };
}

const asJson = (value: unknown): Prisma.JsonValue =>
  value instanceof Date ? value.toISOString().slice(0, 10) : ((value ?? null) as Prisma.JsonValue);
