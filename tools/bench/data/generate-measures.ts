import { RECTIFICATION_EVENTS } from '@taizhang/rectification/rules';
import { addDays, momentOn } from './days.ts';
import type { Random } from './random.ts';
import type { Writes } from './collect-writes.ts';
import type { ItemFacts, Places } from './rows.type.ts';
import { texts } from './texts.ts';

export interface MeasureFacts {
  id: string;
  status: string;
  acceptedAt: string | null;
}

const MEASURES = 3;
const HANDED_IN = ['SUBMITTED', 'ACCEPTED', 'RETURNED'];

function statusOf(random: Random, item: ItemFacts): string {
  if (['REGISTERED', 'ASSIGNED', 'WITHDRAWN'].includes(item.status)) return 'DRAFT';
  if (item.status === 'PLANNED') return 'APPROVED';
  if (item.status !== 'IN_PROGRESS' && item.status !== 'REOPENED') return 'ACCEPTED';
  return random.weighted({ APPROVED: 2, IN_PROGRESS: 4, SUBMITTED: 1, ACCEPTED: 2, RETURNED: 1 });
}

/** Adds the measures of an item; now and then the first one was cancelled for the second. */
export function addMeasures(
  random: Random,
  { add, change }: Writes,
  places: Places,
  item: ItemFacts,
): MeasureFacts[] {
  const keys = Array.from({ length: MEASURES }, () => random.key());
  return keys.map((id, index) => {
    const isCancelled = index === 0 && item.status !== 'REGISTERED' && random.chance(0.02);
    const status = isCancelled ? 'CANCELLED' : statusOf(random, item);
    const dueOn = addDays(item.from, random.int(20, 150));
    const isHandedIn = HANDED_IN.includes(status);
    const acceptedAt =
      status === 'ACCEPTED' ? momentOn(addDays(dueOn, -2), random.int(0, 539)) : null;
    // The last one's acceptance is told of by itself.
    const isTold = acceptedAt !== null && index === MEASURES - 1;
    const accepted = { status, acceptedById: acceptedAt ? item.leaderId : null, acceptedAt };
    add('CorrectiveMeasure', {
      id,
      itemId: item.id,
      ordinal: index + 1,
      text: texts.measure(random),
      ownerId: item.unit.people[index],
      responsibleUnitId: item.unit.id,
      dueOn,
      progress: isHandedIn ? texts.progress(random) : null,
      submittedById: isHandedIn ? item.unit.people[index] : null,
      submittedAt: isHandedIn ? momentOn(addDays(dueOn, -5), random.int(0, 539)) : null,
      ...(isTold ? { status: 'SUBMITTED' } : accepted),
      returnReason: status === 'RETURNED' ? '佐证材料不完整，请补充后再报' : null,
      replacedById: isCancelled ? keys[1] : null,
      provenance: 'ENTERED',
      createdAt: momentOn(item.from, 60),
      updatedAt: acceptedAt ?? momentOn(addDays(item.from, 10), 60),
    });
    if (isTold)
      change(RECTIFICATION_EVENTS.MEASURE_ACCEPTED, id, accepted, {
        at: acceptedAt,
        by: places.authorOf(item.leaderId),
      });
    return { id, status, acceptedAt };
  });
}
