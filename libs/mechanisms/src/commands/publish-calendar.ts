import { mayAnywhere, NO_PERMISSION } from '@taizhang/access/rules';
import {
  enqueue,
  ForbiddenError,
  runCommand,
  toDay,
  validate,
  type CommandInput,
  type RequestContext,
} from '@taizhang/platform';
import { MECHANISM_EVENTS, publishCalendarInput } from '../rules/index.ts';
import { namedKey } from './named-key.ts';

const LOCK = 'WorkingCalendar';

/** The job that reckons open occurrences anew. */
export const REDATE_OCCURRENCES = 'redate-occurrences';

/** Publishes the working days of a year, or corrects them; what is still open is reckoned anew beside the request. */
export async function publishCalendar(
  context: RequestContext,
  input: CommandInput,
): Promise<string> {
  const id = namedKey('WorkingCalendar', validate(publishCalendarInput, input).year);
  return runCommand(
    context,
    {
      name: 'publishWorkingCalendar',
      idempotencyKey: input.idempotencyKey,
      schema: publishCalendarInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      if (!mayAnywhere(scope.caller, 'calendar:publish')) throw new ForbiddenError(NO_PERMISSION);
      const columns = {
        source: fields.source,
        daysOff: inOrder(fields.daysOff),
        workedDays: inOrder(fields.workedDays),
      };
      await scope.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${LOCK}, 0))`;
      const stored = await scope.tx.workingCalendar.findUnique({ where: { id } });
      if (stored) await scope.change(MECHANISM_EVENTS.CALENDAR_CORRECTED, stored, columns);
      else
        await scope.create(MECHANISM_EVENTS.CALENDAR_PUBLISHED, {
          id,
          year: fields.year,
          ...columns,
        });
      await enqueue(scope.tx, {
        name: REDATE_OCCURRENCES,
        data: { year: fields.year },
        runAt: scope.now,
      });
    },
  );
}

const inOrder = (days: readonly string[]) => [...new Set(days)].sort().map((day) => toDay(day)!);
