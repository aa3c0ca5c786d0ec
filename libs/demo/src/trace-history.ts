import type { Prisma } from '@taizhang/platform';
import { momentOf } from './china-time.ts';
import type { Day } from './demo-data.type.ts';
import { demoId } from './demo-ids.ts';
import { people, type OrganizationKey, type PersonKey } from './organizations-and-people.ts';

/** When in the day things happen: what one day holds comes in the order of the work. */
const CLOCK: Record<string, string> = {
  BIWEEKLY_REPORT_OPENED: '00:10',
  BIWEEKLY_UNIT_REPORT_OPENED: '00:10',
  BIWEEKLY_ENTRY_UPDATED: '09:20',
  BIWEEKLY_ENTRY_CONFIRMED: '09:20',
  BIWEEKLY_UNIT_REPORT_SUBMITTED: '11:30',
  BIWEEKLY_REPORT_COMPILED: '14:10',
  BIWEEKLY_REPORT_FROZEN: '17:20',
  ITEM_REGISTERED: '09:00',
  ITEM_STARTED: '09:00',
  MEASURE_STARTED: '09:30',
  ITEM_VERIFICATION_STARTED: '09:40',
  LOOK_BACK_DRAWN: '09:10',
  LOOK_BACK_SAMPLED: '09:10',
  ITEM_ASSIGNED: '10:00',
  EVIDENCE_ATTACHED: '10:00',
  ITEM_REOPENED: '10:30',
  MEASURE_ADDED: '10:40',
  MEASURE_SUBMITTED: '10:50',
  ITEM_RETURNED: '11:00',
  DOCUMENT_ADDED: '11:00',
  DOCUMENT_VERSION_ADDED: '11:20',
  EXTENSION_REQUESTED: '11:10',
  SCORECARD_ADDED: '11:30',
  SURVEY_RECORDED: '11:40',
  EVALUATION_ADDED: '11:50',
  MEASURE_APPROVED: '14:00',
  SUPERVISION_RECORDED: '14:20',
  EVIDENCE_ACCEPTED: '14:30',
  EVIDENCE_REJECTED: '14:30',
  SUPERVISION_ANSWERED: '14:40',
  LOOK_BACK_SAMPLE_PASSED: '14:50',
  PLAN_DRAFTED: '15:00',
  EVALUATION_CONFIRMED: '15:00',
  ITEM_CLOSED: '15:00',
  ITEM_HELD_LONG_TERM: '15:00',
  MEASURE_RETURNED: '15:10',
  MEASURE_ACCEPTED: '15:10',
  PLAN_APPROVED: '15:30',
  LOOK_BACK_COMPLETED: '15:40',
  ITEM_PLANNED: '16:00',
  TRAINING_VERIFIED: '16:00',
  EXTENSION_GRANTED: '16:10',
  EXTENSION_REFUSED: '16:10',
  ITEM_EDITED: '16:11',
  ITEM_SUBMITTED: '16:20',
  TRAINING_PLANNED: '16:30',
  ITEM_SIGNED: '17:00',
  TRAINING_RECORDED: '17:10',
};

export interface Step {
  on: Day;
  type: string;
  actor: PersonKey;
  after: Prisma.InputJsonObject & { status?: string | null };
  /** What beside the status was different before. */
  before?: Prisma.InputJsonObject;
  reason?: string | undefined;
}

/** The record to which the steps happened. */
export interface Subject {
  type: string;
  id: string;
  itemId?: string;
  organization: OrganizationKey;
  /** Keeps neighbours in a list from acting in the same minute. */
  minutes?: number;
}

/** Turns the steps that a record went through into the rows of the log, each with the version it made. */
export function traceHistory(subject: Subject, steps: readonly Step[]) {
  const events = steps.map((step, index) => eventOf(subject, step, steps[index - 1], index + 1));
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last)
    throw new Error(`The demo record ${subject.type} ${subject.id} has no history`);
  return {
    events,
    version: events.length,
    createdAt: first.occurredAt,
    updatedAt: last.occurredAt,
  };
}

export type EventRow = Prisma.EventCreateManyInput & { occurredAt: Date };

function eventOf(
  subject: Subject,
  step: Step,
  previous: Step | undefined,
  version: number,
): EventRow {
  return {
    occurredAt: eventTime(subject, step),
    type: step.type,
    subjectType: subject.type,
    subjectId: subject.id,
    subjectVersion: version,
    itemId: subject.itemId ?? null,
    organizationId: demoId('organization', subject.organization),
    actorPersonId: demoId('person', step.actor),
    actorName: people[step.actor].name,
    reason: step.reason ?? null,
    // Prisma has no plain null for a JSON column: a first event leaves the column out.
    ...(previous && { before: { status: previous.after.status ?? null, ...step.before } }),
    after: step.after,
  };
}

/** The minute in which a step happened to its subject. */
export function eventTime(
  { minutes }: Pick<Subject, 'minutes'>,
  { on, type }: Pick<Step, 'on' | 'type'>,
) {
  const clock = CLOCK[type];
  if (!clock) throw new Error(`The demo has no time of day for ${type}`);
  return momentOf(on, clock, minutes);
}
