import { checkNamedOrganizations, checkPlaces } from '@taizhang/access/visibility';
import {
  describedColumns,
  obey,
  runCommand,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
  type Row,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import {
  editMechanismInput,
  MECHANISM_EVENTS,
  MECHANISM_FIELDS,
  refuseEditMechanism,
} from '../rules/index.ts';
import { checkOwner } from './add-mechanism.ts';
import { checkCadence } from './check-cadence.ts';
import { checkDocument } from './check-document.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadMechanism } from './load-mechanism.ts';
import { storedTimetable } from './mechanism-columns.ts';
import { openOccurrences } from './open-occurrences.ts';

/** Puts right what is said of a mechanism; what is still to be done goes along to another unit. */
export function editMechanism(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editStandingMechanism',
      idempotencyKey: input.idempotencyKey,
      schema: editMechanismInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const stored = await loadMechanism(scope, input.id);
      obey(refuseEditMechanism(stored, scope.caller));
      const unit = fields.responsibleUnitId;
      const responsibleUnitId = unit === undefined ? stored.responsibleUnitId : unit;
      const places = { organizationId: stored.organizationId, responsibleUnitId };
      await checkPlaces(scope, places, null, [unit]);
      await checkNamedOrganizations(scope.tx, [unit], [stored.responsibleUnitId]);
      if (fields.ownerId !== stored.ownerId) await checkOwner(scope, fields.ownerId);
      if (fields.documentId !== stored.documentId) await checkDocument(scope, fields.documentId);
      const calendar = await loadCalendar(scope.tx);
      const mechanism = await scope.change(
        MECHANISM_EVENTS.MECHANISM_EDITED,
        stored,
        {
          ...describedColumns(MECHANISM_FIELDS, fields),
          responsibleUnitId,
          ownerId: fields.ownerId,
          documentId: fields.documentId,
          doneByTraining: fields.doneByTraining,
          // What comes first after another end is looked for anew.
          ...(fields.endsOn !== undefined && { nextOpensOn: null }),
        },
        { expectedVersion: input.expectedVersion, reason: fields.reason },
      );
      if (fields.endsOn !== undefined) {
        const today = todayInShanghai(scope.now);
        checkCadence(storedTimetable(mechanism), calendar);
        await openOccurrences(scope, mechanism, calendar, today);
      }
      if (responsibleUnitId !== stored.responsibleUnitId) await handOver(scope, mechanism);
    },
  );
}

/** What is still to be done is the new unit's; what was, stays with whom it was. */
async function handOver(
  { tx, change }: CommandScope,
  { id, responsibleUnitId }: Row<'StandingMechanism'>,
) {
  const open = await tx.mechanismOccurrence.findMany({
    where: { mechanismId: id, status: 'DUE' },
    orderBy: { slotOn: 'asc' },
  });
  for (const occurrence of open)
    await change(MECHANISM_EVENTS.OCCURRENCE_REASSIGNED, occurrence, { responsibleUnitId });
}
