import {
  type ChangeInput,
  fromDay,
  given,
  obey,
  type RequestContext,
  runCommand,
} from '@taizhang/platform';
import {
  editRoundInput,
  refuseRoundAction,
  ROUND_DAYS,
  type RoundDays,
  RECTIFICATION_EVENTS,
} from '../rules/index.ts';
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
      await scope.change(
        RECTIFICATION_EVENTS.ROUND_EDITED,
        round,
        { title: title ?? undefined, kind: kind ?? undefined, inspectionTeam, ...daysOf(fields) },
        { expectedVersion: input.expectedVersion },
      );
    },
  );
}

const pickDays = (fields: RoundDays) =>
  Object.fromEntries(ROUND_DAYS.map((day) => [day, fields[day]])) as RoundDays;
