import { note, stepCommands, type CommandScope, type StepInput } from '@taizhang/platform';
import {
  BIWEEKLY_REPORT_LIFE_CYCLE,
  BIWEEKLY_UNIT_LIFE_CYCLE,
  type BiweeklyUnitStatus,
  REPORTING_EVENTS,
} from '../rules/index.ts';
import { loadReport, reportState } from './load-biweekly.ts';
import { takeSnapshot } from './take-snapshot.ts';

/** The steps of a report; freezing it keeps every item as it is at that moment. */
export const reportSteps = stepCommands(BIWEEKLY_REPORT_LIFE_CYCLE, {
  load: async (scope: CommandScope, id: string, fields: StepInput) => {
    const report = await loadReport(scope, id);
    const accepted = new Set(fields['acceptedLateUnitIds'] as string[] | null | undefined);
    return {
      row: report,
      state: reportState(report, scope.now, (unitId) => accepted.has(unitId)),
      parts: report.unitReports,
    };
  },
  before: {
    // Rows come before the status: none can be added to a report that is frozen already.
    freezeBiweeklyReport: (scope, { row }) => takeSnapshot(scope, row),
  },
  after: {
    compileBiweeklyReport: (scope, { row, parts }) =>
      tellLateUnits(scope, row.organizationId, parts),
  },
});

/** A report that does without a unit says of which. */
async function tellLateUnits(
  { record }: CommandScope,
  organizationId: string,
  parts: readonly { id: string; status: BiweeklyUnitStatus }[],
) {
  for (const { id, status } of parts)
    if (BIWEEKLY_UNIT_LIFE_CYCLE.is('isOpen', status))
      await record(
        note(REPORTING_EVENTS.BIWEEKLY_UNIT_ACCEPTED_AS_LATE, { subjectId: id, organizationId }),
      );
}
