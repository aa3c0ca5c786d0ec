import { addDays, momentOn } from './days.ts';
import type { MeasureFacts } from './generate-measures.ts';
import type { Random } from './random.ts';
import type { AddRow, ItemFacts } from './rows.type.ts';
import { texts } from './texts.ts';

const KINDS = {
  TRAINING: 5,
  LECTURE: 2,
  SYMPOSIUM: 2,
  MEETING: 4,
  FIRST_AGENDA_STUDY: 2,
  CENTRAL_GROUP_STUDY: 2,
  HEART_TO_HEART_TALK: 2,
  FIELD_RESEARCH: 1,
  VISIT: 1,
};

/** Adds trainings for an item with their sessions: two for every five items. */
export function addTrainings(
  random: Random,
  add: AddRow,
  item: ItemFacts,
  measures: MeasureFacts[],
): void {
  if (!random.chance(0.4)) return;
  const id = random.key();
  const heldOn = addDays(item.from, random.int(10, 120));
  const isStated = random.chance(0.2);
  const createdAt = momentOn(heldOn, 500);
  add('Training', {
    id,
    kind: random.weighted(KINDS),
    direction: random.chance(0.8) ? 'HELD' : 'ATTENDED',
    topic: texts.topic(random),
    status: random.weighted({ RECORDED: 5, HELD: 3, VERIFIED: 2, PLANNED: 1 }),
    organizationId: item.bureau.id,
    responsibleUnitId: item.unit.id,
    itemId: item.id,
    measureId: random.pick(measures).id,
    heldOn,
    statedSessions: isStated ? random.int(1, 4) : null,
    statedAttendances: isStated ? random.int(20, 200) : null,
    statedHours: isStated ? random.int(2, 16) / 2 : null,
    provenance: 'ENTERED',
    createdAt,
    updatedAt: createdAt,
  });
  if (isStated) return;
  for (let ordinal = 1; ordinal <= random.int(1, 2); ordinal++) {
    const sessionId = random.key();
    const headcount = random.int(5, 60);
    add('TrainingSession', {
      id: sessionId,
      trainingId: id,
      ordinal,
      heldOn: addDays(heldOn, 7 * (ordinal - 1)),
      location: texts.location(random),
      hours: random.int(2, 8) / 2,
      attendanceCount: headcount,
      provenance: 'ENTERED',
    });
    add('TrainingAttendance', {
      id: random.key(),
      sessionId,
      organizationId: item.unit.id,
      headcount,
    });
  }
}
