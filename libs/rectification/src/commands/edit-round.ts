import {
  type ChangeInput,
  fromDay,
  given,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import { editRoundInput, refuseRoundAction, ROUND_DAYS, type RoundDays } from '../rules/index.ts';
import { loadRound } from './load-follow-up.ts';
import { daysOf, keepDaysInOrder } from './round-days.ts';

/** Changes the fields of a round that the input names. */
export function editRound(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'editInspectionRound',
      idempotencyKey: input.idempotencyKey,
      schema: editRoundInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const round = await loadRound(scope, input.id);
      obey(refuseRoundAction('editInspectionRound', round, scope.caller));
      const stored = Object.fromEntries(ROUND_DAYS.map((day) => [day, fromDay(round[day])]));
      keepDaysInOrder({ ...stored, ...given(pickDays(fields)) });
      const { title, kind, inspectionTeam } = fields;
      const columns = given({
        ...(title && { title }),
        ...(kind && { kind }),
        inspectionTeam,
        ...daysOf(fields),
      });
      const version = await saveVersioned(
        scope.tx.inspectionRound,
        round,
        input.expectedVersion,
        columns,
      );
      await scope.record({
        type: 'ROUND_EDITED',
        subjectType: 'InspectionRound',
        subjectId: round.id,
        subjectVersion: version,
        organizationId: round.inspectedOrganizationId,
        ...differences(round, columns),
      });
    },
  );
}

const pickDays = (fields: RoundDays) =>
  Object.fromEntries(ROUND_DAYS.map((day) => [day, fields[day]])) as RoundDays;

function differences(round: object, columns: object) {
  const stored = round as Record<string, unknown>;
  const changed = Object.entries(columns as Record<string, unknown>).filter(
    ([field, value]) => JSON.stringify(asJson(value)) !== JSON.stringify(asJson(stored[field])),
  );
  const side = (read: (entry: [string, unknown]) => unknown) =>
    Object.fromEntries(
      changed.map((entry) => [entry[0], asJson(read(entry))]),
    ) as Prisma.InputJsonObject;
  return { before: side(([field]) => stored[field]), after: side(([, value]) => value) };
}

const asJson = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null);
