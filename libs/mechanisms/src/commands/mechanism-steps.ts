import { stepCommands, type CommandScope } from '@taizhang/platform';
import { todayInShanghai, toDay } from '@taizhang/platform/rules';
import { MECHANISM_LIFE_CYCLE } from '../rules/index.ts';
import { hubStep } from './hub-step.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadMechanism } from './load-mechanism.ts';
import { openOccurrences } from './open-occurrences.ts';

/** The steps of a mechanism. */
export const mechanismSteps = stepCommands(MECHANISM_LIFE_CYCLE, {
  load: async (scope, id) => {
    const mechanism = await loadMechanism(scope, id);
    return { row: mechanism, state: mechanism };
  },
  after: {
    suspendStandingMechanism: (scope, { row }) => lapse(scope, row.id, row.statusReason),
    endStandingMechanism: (scope, { row }) => lapse(scope, row.id, row.statusReason),
    resumeStandingMechanism: async (scope, { row }) =>
      openOccurrences(scope, row, await loadCalendar(scope.tx), todayInShanghai(scope.now)),
  },
});

/** What is not due yet is waived with its mechanism; what is overdue stays owed. */
async function lapse(
  { tx, change, now }: CommandScope,
  mechanismId: string,
  reason: string | null,
) {
  const open = await tx.mechanismOccurrence.findMany({
    where: { mechanismId, status: 'DUE', dueOn: { gte: toDay(todayInShanghai(now))! } },
    orderBy: { slotOn: 'asc' },
  });
  const { event, columns } = hubStep('lapseOccurrence', { reason });
  for (const occurrence of open) await change(event, occurrence, columns, { reason });
}
