import {
  obey,
  runCommand,
  toDay,
  ValidationError,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual, todayInShanghai } from '@taizhang/platform/rules';
import { changeCadenceInput, MECHANISM_EVENTS, refuseEditMechanism } from '../rules/index.ts';
import { checkCadence } from './check-cadence.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadMechanism } from './load-mechanism.ts';
import { cadenceColumns, storedTimetable } from './mechanism-columns.ts';
import { openOccurrences } from './open-occurrences.ts';

/** Changes when a mechanism falls due from a day on: what fell before and what was done already stay. */
export function changeCadence(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'changeMechanismCadence',
      idempotencyKey: input.idempotencyKey,
      schema: changeCadenceInput,
      input,
      subjectId: input.id,
    },
    async (scope, { cadence, fromOn, reason }) => {
      const stored = await loadMechanism(scope, input.id);
      obey(refuseEditMechanism(stored, scope.caller));
      const today = todayInShanghai(scope.now);
      const from = fromOn ?? today;
      if (from < today) throw new ValidationError([{ path: ['fromOn'], message: NOT_THE_PAST }]);
      const calendar = await loadCalendar(scope.tx);
      const mechanism = await scope.change(
        MECHANISM_EVENTS.MECHANISM_CADENCE_CHANGED,
        stored,
        {
          ...cadenceColumns(cadence),
          cadenceFrom: toDay(from)!,
          slotsFrom: toDay(from)!,
          nextOpensOn: null,
        },
        { expectedVersion: input.expectedVersion, reason },
      );
      checkCadence(storedTimetable(mechanism), calendar);
      await withdrawFuture(scope, input.id, from);
      await openOccurrences(scope, mechanism, calendar, today);
    },
  );
}

/** Which of a mechanism's occurrences another cadence takes the place of: to come, and nobody has touched them. */
export const replacedBy = (mechanismId: string, fromOn: string) => ({
  mechanismId,
  status: 'DUE' as const,
  slotOn: { gte: toDay(fromOn)! },
  factId: null,
  isMoved: false,
  doneById: null,
});

async function withdrawFuture({ tx, remove }: CommandScope, mechanismId: string, fromOn: string) {
  const future = await tx.mechanismOccurrence.findMany({
    where: replacedBy(mechanismId, fromOn),
    orderBy: { slotOn: 'asc' },
  });
  for (const occurrence of future) await remove(MECHANISM_EVENTS.OCCURRENCE_WITHDRAWN, occurrence);
}

const NOT_THE_PAST = bilingual(
  '频次只能从今天或以后调整，过去的不变',
  'A cadence changes from today on: the past stays',
);
