import { type CommandScope, fromDay, obey, saveVersioned } from '@taizhang/platform';
import { refuseEarlierDate } from '../rules/index.ts';
import { loadItem } from './load-states.ts';

/** Moves the due date; the first one set stays. */
export async function moveDueDate(
  scope: CommandScope,
  item: Awaited<ReturnType<typeof loadItem>>,
  dueOn: Date,
) {
  const [old, day] = [fromDay(item.dueOn), fromDay(dueOn)];
  obey(refuseEarlierDate(old ?? '', day!));
  const version = await saveVersioned(scope.tx.rectificationItem, item, item.version, { dueOn });
  await scope.record({
    type: 'ITEM_EDITED',
    subjectType: 'RectificationItem',
    subjectId: item.id,
    subjectVersion: version,
    itemId: item.id,
    organizationId: item.organizationId,
    before: { dueOn: old },
    after: { dueOn: day },
  });
}
