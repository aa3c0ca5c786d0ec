import { measureIds } from './add-measure-rows.ts';
import { aWeekAfter, dateOf } from './china-time.ts';
import type { DemoRound, DemoSession, DemoTraining } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import type { DemoRows } from './demo-rows.type.ts';
import { contactOf, type OrganizationKey } from './organizations-and-people.ts';
import { traceHistory, type Step } from './trace-history.ts';

/** Adds the trainings and meetings of a round with their sessions and who came. */
export function addTrainingRows(rows: DemoRows, round: DemoRound): void {
  for (const training of round.trainings) {
    const key = `${round.code}/${training.topic}`;
    addTraining(rows, round, training, key);
    training.sessions.forEach((session, index) => addSession(rows, session, key, index + 1));
  }
}

function addTraining(rows: DemoRows, round: DemoRound, training: DemoTraining, key: string): void {
  const id = demoId('training', key);
  const { itemId, measureId } = measureIds(round, training.measure);
  const { events, ...stamps } = traceHistory(
    { type: 'Training', id, itemId, organization: round.organization },
    trainingSteps(round, training),
  );
  const first = training.sessions[0];
  rows.trainings.push({
    id,
    kind: training.kind,
    direction: training.attended ? 'ATTENDED' : 'HELD',
    topic: training.topic,
    status: training.status,
    organizationId: demoId('organization', round.organization),
    responsibleUnitId: demoId('organization', training.unit),
    itemId,
    measureId,
    heldOn: first ? dateOf(first.on) : null,
    provenance: 'DEMO',
    provenanceNote: round.notes.records,
    ...stamps,
  });
  rows.events.push(...events);
}

/** A series is written down after its last session; party affairs checks the record a week on. */
function trainingSteps(round: DemoRound, { topic, unit, status, sessions }: DemoTraining): Step[] {
  const actor = contactOf(unit);
  const last = sessions.at(-1);
  if (status === 'PLANNED')
    return [
      { on: round.plan.approvedOn, type: 'TRAINING_PLANNED', actor, after: { status, topic } },
    ];
  if (!last) throw new Error(`The demo training ${topic} has no session`);
  const recorded: Step = {
    on: last.on,
    type: 'TRAINING_RECORDED',
    actor,
    after: { status: 'RECORDED', topic },
  };
  if (status === 'RECORDED') return [recorded];
  const on = aWeekAfter(last.on);
  return [
    recorded,
    { on, type: 'TRAINING_VERIFIED', actor: round.partyAffairs, after: { status } },
  ];
}

function addSession(rows: DemoRows, session: DemoSession, key: string, ordinal: number): void {
  const id = demoId('session', `${key}/${ordinal}`);
  rows.trainingSessions.push({
    id,
    trainingId: demoId('training', key),
    ordinal,
    heldOn: dateOf(session.on),
    location: session.location,
    hours: session.hours,
    attendanceCount: session.attendances,
    provenance: 'DEMO',
  });
  for (const person of session.people ?? [])
    rows.attendance.push({
      id: demoId('attendance', `${id}/${person}`),
      sessionId: id,
      personId: demoId('person', person),
      headcount: 1,
    });
  for (const [unit, headcount] of Object.entries(session.units ?? {}) as [
    OrganizationKey,
    number,
  ][])
    rows.attendance.push({
      id: demoId('attendance', `${id}/${unit}`),
      sessionId: id,
      organizationId: demoId('organization', unit),
      headcount,
    });
}
