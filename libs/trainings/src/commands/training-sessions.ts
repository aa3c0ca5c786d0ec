import { reachedOrganizations } from '@taizhang/access/rules';
import {
  checkNamedOrganizations,
  checkNamedPeople,
  readableOrganizations,
} from '@taizhang/access/visibility';
import { newKey, NotFoundError, toDay, type CommandScope } from '@taizhang/platform';
import type { z } from 'zod';
import { TRAINING_EVENTS, type trainingSessionInput } from '../rules/index.ts';

type Session = z.output<typeof trainingSessionInput>;

/** Writes sessions of a training after those that it has, in the order of their days, with who was there. @throws NotFoundError */
export async function addSessions(
  scope: CommandScope,
  trainingId: string,
  sessions: readonly Session[],
) {
  await checkAttendance(scope, sessions);
  const last = await scope.tx.trainingSession.aggregate({
    where: { trainingId },
    _max: { ordinal: true },
  });
  const before = last._max.ordinal ?? 0;
  const rows = sessions
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .map((session, index) =>
      rowsOf(session, { id: newKey(), trainingId, ordinal: before + index + 1 }),
    );
  const { TRAINING_SESSION_ADDED, TRAINING_ATTENDANCE_ADDED } = TRAINING_EVENTS;
  await scope.createMany(
    TRAINING_SESSION_ADDED,
    rows.map(({ session }) => session),
  );
  await scope.createMany(
    TRAINING_ATTENDANCE_ADDED,
    rows.flatMap(({ attendance }) => attendance),
  );
}

function rowsOf(session: Session, key: { id: string; trainingId: string; ordinal: number }) {
  const attendance = (session.attendance ?? []).map(({ personId, unitId, headcount }) => ({
    sessionId: key.id,
    personId: personId ?? null,
    organizationId: unitId ?? null,
    headcount: personId ? 1 : (headcount ?? 1),
  }));
  const named = attendance.reduce((sum, { headcount }) => sum + headcount, 0);
  return {
    attendance,
    session: {
      ...key,
      heldOn: toDay(session.heldOn)!,
      location: session.location ?? null,
      hours: session.hours ?? null,
      attendanceCount: session.attendanceCount ?? (attendance.length ? named : null),
    },
  };
}

/** Makes sure that the caller may see everybody who is said to have been there, and that nobody is disabled. @throws NotFoundError, TransitionError */
async function checkAttendance({ tx, caller }: CommandScope, sessions: readonly Session[]) {
  const attendance = sessions.flatMap((session) => session.attendance ?? []);
  const people = new Set(
    attendance.map(({ personId }) => personId).filter((id) => typeof id === 'string'),
  );
  const units = new Set(
    attendance.map(({ unitId }) => unitId).filter((id) => typeof id === 'string'),
  );
  const reached = reachedOrganizations(caller);
  const ofReached = reached && { organizationId: { in: [...reached] } };
  const foundPeople = await tx.person.count({ where: { id: { in: [...people] }, ...ofReached } });
  if (foundPeople !== people.size) throw new NotFoundError('Person');
  await checkNamedPeople(tx, [...people]);
  const foundUnits = await tx.organization.count({
    where: { id: { in: [...units] }, AND: [readableOrganizations(caller)] },
  });
  if (foundUnits !== units.size) throw new NotFoundError('Organization');
  await checkNamedOrganizations(tx, [...units]);
}
