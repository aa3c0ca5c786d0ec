import { stepCommands, type CommandScope } from '@taizhang/platform';
import { BIWEEKLY_REPORT_LIFE_CYCLE } from '../rules/index.ts';
import { loadReport, reportState } from './load-biweekly.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** The steps of a report; freezing it keeps every item as it is at that moment. */
export const reportSteps = stepCommands(BIWEEKLY_REPORT_LIFE_CYCLE, {
  load: async (scope: CommandScope, id: string, fields) => {
    const report = await loadReport(scope, id);
    const accepted = new Set(fields['acceptedLateUnitIds'] as string[] | null | undefined);
    return {
      row: report,
      state: reportState(report, scope.now, (unitId) => accepted.has(unitId)),
    };
  },
  before: {
    // Rows come before the status: none can be added to a report that is frozen already.
    freezeBiweeklyReport: (scope, { row }) => takeSnapshot(scope, row),
  },
});
