import {
  note,
  obey,
  runCommand,
  type ChangeInput,
  type ColumnChanges,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import { stepInput, stepWithReasonInput } from '@taizhang/rectification/rules';
import type { z } from 'zod';
import {
  BIWEEKLY_REPORT_STEPS,
  compileReportInput,
  editSummaryInput,
  refuseReportStep,
  REPORTING_EVENTS,
  type BiweeklyReportAction,
} from '../rules/index.ts';
import { loadReport, reportState } from './load-biweekly.ts';
import { takeSnapshot } from './take-snapshot.ts';

type Action = Exclude<BiweeklyReportAction, 'remindBiweeklyUnits'>;
type Fields = {
  reason?: string | null;
  summary?: string | null;
  acceptedLateUnitIds?: string[] | null;
};

const SCHEMAS: Record<Action, z.ZodType<Fields>> = {
  compileBiweeklyReport: compileReportInput,
  editBiweeklySummary: editSummaryInput,
  reopenBiweeklyReport: stepWithReasonInput,
  freezeBiweeklyReport: stepInput,
};

/**
 * Takes one step of a report's life cycle; freezing keeps every item as it is at that moment.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ConflictError
 */
export function stepReport(action: Action) {
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: SCHEMAS[action],
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const report = await loadReport(scope, input.id);
        const accepted = new Set(fields.acceptedLateUnitIds);
        const state = reportState(report, scope.now, (unitId) => accepted.has(unitId));
        obey(refuseReportStep(action, state, scope.caller));
        // Rows come before the status: none can be added to a report that is frozen already.
        if (action === 'freezeBiweeklyReport') await takeSnapshot(scope, report);
        const step = BIWEEKLY_REPORT_STEPS[action];
        await scope.change(
          REPORTING_EVENTS[step.event],
          report,
          { status: step.to, ...consequences(action, scope, fields) },
          { expectedVersion: input.expectedVersion, reason: fields.reason },
        );
        if (action === 'compileBiweeklyReport') await tellLateUnits(scope, report);
      },
    );
}

/** A report that does without a unit says of which. */
async function tellLateUnits(
  { record }: CommandScope,
  { unitReports, organizationId }: Awaited<ReturnType<typeof loadReport>>,
) {
  for (const { id, status } of unitReports)
    if (status !== 'SUBMITTED')
      await record(
        note(REPORTING_EVENTS.BIWEEKLY_UNIT_ACCEPTED_AS_LATE, { subjectId: id, organizationId }),
      );
}

/** What a step sets beside the status. */
function consequences(
  action: Action,
  { caller, now }: CommandScope,
  fields: Fields,
): ColumnChanges<'BiweeklyReport'> {
  switch (action) {
    case 'compileBiweeklyReport':
      return {
        compiledById: caller.personId,
        compiledAt: now,
        reopenReason: null,
        ...(fields.summary && { summary: fields.summary }),
      };
    case 'editBiweeklySummary':
      return { summary: fields.summary! };
    case 'reopenBiweeklyReport':
      return { compiledById: null, compiledAt: null, reopenReason: fields.reason! };
    case 'freezeBiweeklyReport':
      return { frozenById: caller.personId, frozenAt: now };
  }
}
