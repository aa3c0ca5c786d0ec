import { PLATFORM_EVENTS } from '../rules/index.ts';
import { guardNode } from './builder.ts';
import type { RequestContext } from './context.ts';
import { EventTypeEnum } from './event-type.enum.ts';
import { filterOf, moment, oneOf } from './list/filter.ts';
import { listOf } from './list/list-of.ts';
import { tableOf, type Model, type WhereOf } from './list/model.ts';

const eventFilter = filterOf<WhereOf<'Event'>>(
  'EventFilter',
  '事件筛选。Which events to list; every condition given must hold.',
  {
    type: oneOf(EventTypeEnum, '事件类型。Of one of these types.', (type) => ({ type })),
    from: moment('起始时间。From this moment on.', (gte) => ({ occurredAt: { gte } })),
    to: moment('截止时间。Before this moment.', (lt) => ({ occurredAt: { lt } })),
  },
);

/** Events are listed as fields of the record that they happened to, whose visibility they share. */
const eventList = listOf({
  model: 'Event',
  node: { chinese: '事件', english: 'events' },
  visible: () => ({}),
  filter: eventFilter,
  order: [],
  descends: true,
});

interface History<Of extends Model> {
  description: string;
  /** Which events are of the record. */
  of: (
    record: { id: string },
    context: RequestContext,
  ) => WhereOf<'Event'> | Promise<WhereOf<'Event'>>;
  /** The records that the caller may see, with their histories. */
  visible: (context: RequestContext) => WhereOf<Of>;
  /** Of these events, those that the caller may see; all when unsaid. */
  seen?: (context: RequestContext) => WhereOf<'Event'>;
}

/** That others see a record by now is none of its history. */
const NOT_OF_SIGHT = { type: { not: PLATFORM_EVENTS.SIGHT_MOVED.type } };

const histories = new Map<string, Pick<History<Model>, 'visible' | 'seen'>>();

/** Adds the field `history` to a type: what happened to a record, newest first. */
export function historyOf<Of extends Model>(
  model: Of,
  { visible, of, seen, description }: History<Of>,
) {
  histories.set(model, { visible, ...(seen && { seen }) } as Pick<History<Model>, 'visible'>);
  eventList.inner<{ id: string }>(model, 'history', {
    description,
    of: (record, context) => {
      const narrowed = (own: WhereOf<'Event'>) => ({
        AND: [own, NOT_OF_SIGHT, seen?.(context) ?? {}],
      });
      const own = of(record, context);
      return own instanceof Promise ? own.then(narrowed) : narrowed(own);
    },
  });
}

/** Whoever sees a history sees each of its events by its id, and nobody else does. */
guardNode('Event', async (id, context) => {
  const event = await context.db.event.findUnique({
    where: { id: BigInt(id) },
    select: { itemId: true, subjectType: true, subjectId: true },
  });
  if (!event) return false;
  const model = event.itemId ? 'RectificationItem' : event.subjectType;
  const history = histories.get(model);
  if (!history) return false;
  const among = { AND: [{ id: BigInt(id) }, history.seen?.(context) ?? {}] };
  if (!(await context.db.event.count({ where: among }))) return false;
  const key = event.itemId ?? event.subjectId;
  const own = { AND: [{ id: key }, history.visible(context)] };
  return (await tableOf(context.db, model).count({ where: own })) > 0;
});
