import { stepCommands, type CommandScope } from '@taizhang/platform';
import { BIWEEKLY_ENTRY_LIFE_CYCLE, BIWEEKLY_UNIT_LIFE_CYCLE } from '../rules/index.ts';
import { entrySteps } from './entry-steps.ts';
import { ENTRY_STATE, entryState, loadUnitReport, unitState } from './load-biweekly.ts';

/** The steps of a unit's part of a report. */
export const unitReportSteps = stepCommands(BIWEEKLY_UNIT_LIFE_CYCLE, {
  load: async (scope, id) => {
    const part = await loadUnitReport(scope, id);
    return { row: part, state: unitState(part) };
  },
  after: {
    confirmAllBiweeklyEntries: (scope, { row }) => confirmEntries(scope, row.id),
  },
});

/** Confirms every entry of a part that is unanswered and has a progress to go on with. */
async function confirmEntries(scope: CommandScope, unitReportId: string) {
  const entries = await scope.tx.biweeklyEntry.findMany({
    where: {
      unitReportId,
      answer: { in: BIWEEKLY_ENTRY_LIFE_CYCLE.statusesThatAre('isOpen') },
      progress: { not: null },
    },
    include: { unitReport: ENTRY_STATE.unitReport },
    orderBy: { id: 'asc' },
  });
  for (const entry of entries)
    await entrySteps.take(scope, 'confirmBiweeklyEntry', {
      row: entry,
      state: entryState(entry),
    });
}
