import { TRAINING_EVENTS as EVENTS } from '@taizhang/trainings/rules';
import { measureIds } from './add-measure-rows.ts';
import { aWeekAfter, dateOf } from './china-time.ts';
import type { DemoRound, DemoSession, DemoTraining } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoPast, Step } from './demo-past.ts';
import { contactOf, type OrganizationKey } from './organizations-and-people.ts';

/** Adds the trainings and meetings of a round with their sessions and who came. */
export function addTrainingRows(past: DemoPast, round: DemoRound): void {
  for (const training of round.trainings) {
    const key = `${round.code}/${training.topic}`;
    const written = addTraining(past, round, training, key);
    training.sessions.forEach((session, index) =>
      addSession(past, session, key, index + 1, written),
    );
  }
}

/**
 * A series is written down after its last session; party affairs checks the record a week on.
 *
 * @returns when it was written down, and by whom.
 */
function addTraining(past: DemoPast, round: DemoRound, training: DemoTraining, key: string): Step {
  const { topic, unit, status, sessions } = training;
  const id = demoId('training', key);
  const { itemId, measureId } = measureIds(round, training.measure);
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) throw new Error(`The demo training ${topic} has no session`);
  const isPlanned = status === 'PLANNED';
  const event = isPlanned ? EVENTS.TRAINING_PLANNED : EVENTS.TRAINING_RECORDED;
  const on = isPlanned ? round.plan.approvedOn : last.on;
  const written: Step = { on, by: contactOf(unit), with: event };
  past.make(
    event,
    {
      id,
      kind: training.kind,
      direction: training.attended ? 'ATTENDED' : 'HELD',
      topic,
      status: isPlanned ? 'PLANNED' : 'RECORDED',
      organizationId: demoId('organization', round.organization),
      responsibleUnitId: demoId('organization', unit),
      itemId,
      measureId,
      heldOn: dateOf(first.on),
      provenance: 'DEMO',
      provenanceNote: round.notes.records,
    },
    written,
  );
  if (status === 'VERIFIED')
    past.change(
      EVENTS.TRAINING_VERIFIED,
      id,
      { status },
      { on: aWeekAfter(last.on), by: round.partyAffairs },
    );
  return written;
}

function addSession(
  past: DemoPast,
  session: DemoSession,
  key: string,
  ordinal: number,
  written: Step,
): void {
  const id = demoId('session', `${key}/${ordinal}`);
  past.make(
    EVENTS.TRAINING_SESSION_ADDED,
    {
      id,
      trainingId: demoId('training', key),
      ordinal,
      heldOn: dateOf(session.on),
      location: session.location,
      hours: session.hours,
      attendanceCount: session.attendances,
      provenance: 'DEMO',
    },
    written,
  );
  for (const person of session.people ?? [])
    past.make(
      EVENTS.TRAINING_ATTENDANCE_ADDED,
      {
        id: demoId('attendance', `${id}/${person}`),
        sessionId: id,
        personId: demoId('person', person),
        headcount: 1,
      },
      written,
    );
  for (const [unit, headcount] of Object.entries(session.units ?? {}) as [
    OrganizationKey,
    number,
  ][])
    past.make(
      EVENTS.TRAINING_ATTENDANCE_ADDED,
      {
        id: demoId('attendance', `${id}/${unit}`),
        sessionId: id,
        organizationId: demoId('organization', unit),
        headcount,
      },
      written,
    );
}
