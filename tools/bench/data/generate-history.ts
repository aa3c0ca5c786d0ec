import { addDays, momentOn } from './days.ts';
import type { MeasureFacts } from './generate-measures.ts';
import type { Random } from './random.ts';
import type { AddRow, ItemFacts, Places } from './rows.type.ts';

type Step = [type: string, status: string];

const WAY: Step[] = [
  ['ITEM_REGISTERED', 'REGISTERED'],
  ['ITEM_ASSIGNED', 'ASSIGNED'],
  ['ITEM_PLANNED', 'PLANNED'],
  ['ITEM_STARTED', 'IN_PROGRESS'],
  ['ITEM_SUBMITTED', 'SUBMITTED'],
  ['ITEM_SIGNED', 'LEADER_SIGNED'],
];
const ENDS: Record<string, Step[]> = {
  VERIFYING: [['ITEM_VERIFICATION_STARTED', 'VERIFYING']],
  CLOSED: [
    ['ITEM_VERIFICATION_STARTED', 'VERIFYING'],
    ['ITEM_CLOSED', 'CLOSED'],
  ],
  LONG_TERM: [['ITEM_HELD_LONG_TERM', 'LONG_TERM']],
  REOPENED: [
    ['ITEM_VERIFICATION_STARTED', 'VERIFYING'],
    ['ITEM_CLOSED', 'CLOSED'],
    ['ITEM_REOPENED', 'REOPENED'],
  ],
  WITHDRAWN: [['ITEM_WITHDRAWN', 'WITHDRAWN']],
};

/** Adds the log of an item: the way to its status, and the acceptance of its last measure. */
export function addHistory(
  random: Random,
  add: AddRow,
  places: Places,
  item: ItemFacts,
  measures: MeasureFacts[],
): void {
  const length = WAY.findIndex(([, status]) => status === item.status) + 1;
  const way = item.status === 'WITHDRAWN' ? WAY.slice(0, 1) : length ? WAY.slice(0, length) : WAY;
  const steps = [...way, ...(ENDS[item.status] ?? [])];
  const actors = [places.inspectors[0]!, item.leaderId, item.unit.people[0]!];
  steps.forEach(([type, status], index) =>
    addEvent(type, 'RectificationItem', item.id, {
      occurredAt: momentOn(addDays(item.from, 7 * index), random.int(0, 539)),
      subjectVersion: index + 1,
      actorPersonId: random.pick(actors),
      before: index ? { status: steps[index - 1]![1] } : null,
      after: { status },
      reason: index > 5 ? '佐证齐全，抽查属实' : null,
    }),
  );
  for (const { id, acceptedAt } of measures.slice(-1))
    if (acceptedAt)
      addEvent('MEASURE_ACCEPTED', 'CorrectiveMeasure', id, {
        occurredAt: acceptedAt,
        subjectVersion: 4,
        actorPersonId: item.leaderId,
        before: { status: 'SUBMITTED' },
        after: { status: 'ACCEPTED' },
        reason: null,
      });

  function addEvent(
    type: string,
    subjectType: string,
    subjectId: string,
    more: { actorPersonId: string; [column: string]: unknown },
  ) {
    const actorName = places.nameOf.get(more.actorPersonId);
    add('Event', {
      type,
      subjectType,
      subjectId,
      itemId: item.id,
      organizationId: item.bureau.id,
      actorName,
      ...more,
    });
  }
}
