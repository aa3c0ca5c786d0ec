import {
  type ChangeInput,
  fromDay,
  obey,
  type RequestContext,
  runCommand,
  ValidationError,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { z } from 'zod';
import {
  editItemInput,
  RECTIFICATION_EVENTS,
  refuseItemEdit,
  refuseLaterDueDate,
} from '../rules/index.ts';
import { itemColumns } from './item-columns.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';
import { lockItem } from './lock-row.ts';
import { writeManifestations } from './write-manifestations.ts';

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
      // The lock comes first: of two who edit at once, one has to see the other's manifestations.
      await lockItem(scope.tx, input.id);
      const item = await loadItem(scope, input.id);
      obey(refuseItemEdit(item, scope.caller));
      keepDueDate(fields, item);
      keepLeadLeader(fields, item);
      const supportingUnitIds = item.supportingUnits.map(({ organizationId }) => organizationId);
      await checkReferences(scope, fields, { ...item, supportingUnitIds });
      const withItsParts =
        Boolean(fields.manifestations) &&
        (await writeManifestations(scope, item.id, fields.manifestations!));
      await scope.change(RECTIFICATION_EVENTS.ITEM_EDITED, item, columnsOf(fields, item), {
        expectedVersion: input.expectedVersion,
        withItsParts,
      });
    },
  );
}

function columnsOf(fields: Fields, { firstDueOn }: StoredItem) {
  const columns = itemColumns(fields);
  return {
    ...columns,
    title: fields.title ?? undefined,
    firstDueOn: firstDueOn ?? columns.dueOn,
  };
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
