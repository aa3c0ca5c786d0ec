import { type CommandScope, fromDay, obey } from '@taizhang/platform';
import { refuseEarlierDate, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadItem } from './load-states.ts';

/** Moves the due date, as an event of the item; the first one set stays. */
export async function moveDueDate(
  scope: CommandScope,
  item: Awaited<ReturnType<typeof loadItem>>,
  dueOn: Date,
): Promise<void> {
  obey(refuseEarlierDate(fromDay(item.dueOn) ?? '', fromDay(dueOn)!));
  await scope.change(RECTIFICATION_EVENTS.ITEM_EDITED, item, { dueOn });
}
