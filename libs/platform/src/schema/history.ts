import { PLATFORM_EVENTS } from '../rules/index.ts';
import type { RequestContext } from './context.ts';
import { listOf } from './list/list-of.ts';
import type { Model, WhereOf } from './list/model.ts';

/** Events are listed as fields of the record that they happened to, whose visibility they share. */
const eventList = listOf({
  model: 'Event',
  node: { chinese: '事件', english: 'events' },
  // That others see a record by now is none of its history.
  visible: () => ({ type: { not: PLATFORM_EVENTS.SIGHT_MOVED.type } }),
  order: [],
  descends: true,
});

/** Adds the field `history` to a type: what happened to a record, newest first. */
export const historyOf = (
  model: Model,
  history: {
    description: string;
    of: (
      record: { id: string },
      context: RequestContext,
    ) => WhereOf<'Event'> | Promise<WhereOf<'Event'>>;
  },
) => eventList.inner<{ id: string }>(model, 'history', history);
