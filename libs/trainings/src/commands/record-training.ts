import { NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  newKey,
  NotFoundError,
  runCommand,
  toDay,
  type CommandInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { loadServedItem } from '@taizhang/rectification/visibility';
import type { z } from 'zod';
import { mayEditTraining, recordTrainingInput, type TrainingPlaces } from '../rules/index.ts';

type Fields = z.output<typeof recordTrainingInput>;

/** Records a training or meeting that took place, with its sessions and who was there. */
export function recordTraining(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'recordTraining',
      idempotencyKey: input.idempotencyKey,
      schema: recordTrainingInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const item = fields.itemId
        ? await loadServedItem(scope, fields.itemId, fields.measureId)
        : null;
      const places = await placesOf(scope, fields, item);
      if (!mayEditTraining(scope.caller, places)) throw new ForbiddenError(NO_PERMISSION);
      await checkAttendance(scope, fields.sessions);
      const sessions = fields.sessions.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn));
      await scope.tx.training.create({
        data: {
          id,
          kind: fields.kind,
          direction: fields.direction,
          topic: fields.topic,
          status: 'RECORDED',
          ...places,
          itemId: item?.id ?? null,
          measureId: fields.measureId ?? null,
          heldOn: toDay(sessions[0]!.heldOn)!,
          sessions: {
            create: sessions.map((session, index) => sessionColumns(session, index + 1)),
          },
        },
      });
      await scope.record({
        type: 'TRAINING_RECORDED',
        subjectType: 'Training',
        subjectId: id,
        subjectVersion: 1,
        itemId: item?.id ?? null,
        organizationId: places.organizationId,
        after: { status: 'RECORDED', topic: fields.topic, sessions: sessions.length },
      });
    },
  );
}

function sessionColumns(session: Fields['sessions'][number], ordinal: number) {
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

/** Where a training belongs: what was said, else the item's places, else the caller's own. */
async function placesOf(
  { tx, caller }: CommandScope,
  fields: Fields,
  item: { organizationId: string; responsibleUnitId: string | null } | null,
) {
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  const ownUnit = own?.kind === 'UNIT' ? own.id : null;
  const places = {
    organizationId:
      fields.organizationId ??
      item?.organizationId ??
      (ownUnit ? own!.parentId! : caller.organizationId),
    responsibleUnitId: fields.responsibleUnitId ?? ownUnit ?? item?.responsibleUnitId ?? null,
  };
  await checkPlaces(tx, places, item);
  return places;
}

/** Makes sure that the unit is the bureau's, and the bureau the item's. @throws NotFoundError */
async function checkPlaces(
  tx: CommandScope['tx'],
  { organizationId, responsibleUnitId }: TrainingPlaces,
  item: { organizationId: string } | null,
) {
  const bureau = await tx.organization.findUnique({ where: { id: organizationId } });
  const unit = responsibleUnitId
    ? await tx.organization.findUnique({ where: { id: responsibleUnitId } })
    : bureau;
  const isOneBureau = bureau && unit?.path.startsWith(bureau.path);
  if (!isOneBureau || (item && item.organizationId !== organizationId))
    throw new NotFoundError('Organization');
}

/** Makes sure that everybody who is said to have been there exists. @throws NotFoundError */
async function checkAttendance({ tx }: CommandScope, sessions: Fields['sessions']) {
  const attendance = sessions.flatMap((session) => session.attendance ?? []);
  const people = new Set(
    attendance.map(({ personId }) => personId).filter((id) => typeof id === 'string'),
  );
  const units = new Set(
    attendance.map(({ unitId }) => unitId).filter((id) => typeof id === 'string'),
  );
  if ((await tx.person.count({ where: { id: { in: [...people] } } })) !== people.size)
    throw new NotFoundError('Person');
  if ((await tx.organization.count({ where: { id: { in: [...units] } } })) !== units.size)
    throw new NotFoundError('Organization');
}
