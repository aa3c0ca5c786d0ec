import { checkNamedPeople } from '@taizhang/access/visibility';
import { NotFoundError, toDay, type CommandScope } from '@taizhang/platform';
import type { z } from 'zod';
import type { trainingSessionInput } from '../rules/index.ts';

type Session = z.output<typeof trainingSessionInput>;

/** The rows of sessions in the order of their days. */
export const sessionRows = (sessions: readonly Session[]) =>
  sessions
    .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn))
    .map((session, index) => sessionColumns(session, index + 1));

function sessionColumns(session: Session, ordinal: number) {
  const attendance = (session.attendance ?? []).map(({ personId, unitId, headcount }) => ({
    personId: personId ?? null,
    organizationId: unitId ?? null,
    headcount: personId ? 1 : (headcount ?? 1),
  }));
  const named = attendance.reduce((sum, { headcount }) => sum + headcount, 0);
  return {
    ordinal,
    heldOn: toDay(session.heldOn)!,
    location: session.location ?? null,
    hours: session.hours ?? null,
    attendanceCount: session.attendanceCount ?? (attendance.length ? named : null),
    attendance: { create: attendance },
  };
}

/** Makes sure that everybody who is said to have been there exists, and is not disabled. @throws NotFoundError, TransitionError */
export async function checkAttendance({ tx }: CommandScope, sessions: readonly Session[]) {
  const attendance = sessions.flatMap((session) => session.attendance ?? []);
  const people = new Set(
    attendance.map(({ personId }) => personId).filter((id) => typeof id === 'string'),
  );
  const units = new Set(
    attendance.map(({ unitId }) => unitId).filter((id) => typeof id === 'string'),
  );
  if ((await tx.person.count({ where: { id: { in: [...people] } } })) !== people.size)
    throw new NotFoundError('Person');
  await checkNamedPeople(tx, [...people]);
  if ((await tx.organization.count({ where: { id: { in: [...units] } } })) !== units.size)
    throw new NotFoundError('Organization');
}
