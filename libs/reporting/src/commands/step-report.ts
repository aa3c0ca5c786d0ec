import {
  obey,
  runCommand,
  saveVersioned,
  type ChangeInput,
  type CommandScope,
  type Prisma,
  type RequestContext,
} from '@taizhang/platform';
import { stepInput, stepWithReasonInput } from '@taizhang/rectification/rules';
import type { z } from 'zod';
import {
  BIWEEKLY_REPORT_STEPS,
  compileReportInput,
  editSummaryInput,
  refuseReportStep,
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
        const { tx, caller, now } = scope;
        const report = await loadReport(scope, input.id);
        const accepted = new Set(fields.acceptedLateUnitIds);
        const state = reportState(report, now, (unitId) => accepted.has(unitId));
        obey(refuseReportStep(action, state, caller));
        // Rows come before the status: none can be added to a report that is frozen already.
        if (action === 'freezeBiweeklyReport') await takeSnapshot(scope, report);
        const step = BIWEEKLY_REPORT_STEPS[action];
        const version = await saveVersioned(tx.biweeklyReport, report, input.expectedVersion, {
          status: step.to,
          ...consequences(action, scope, fields),
        });
        const late = report.unitReports.filter(({ status }) => status !== 'SUBMITTED');
        await scope.record({
          type: step.event,
          subjectType: 'BiweeklyReport',
          subjectId: report.id,
          subjectVersion: version,
          organizationId: report.organizationId,
          reason: fields.reason ?? null,
          before: { status: report.status },
          after: {
            status: step.to,
            ...(action === 'compileBiweeklyReport' && {
              withoutUnits: late.map(({ unitId }) => unitId),
            }),
            ...('summary' in fields && { summary: fields.summary ?? null }),
          },
        });
      },
    );
}

/** What a step sets beside the status. */
function consequences(
  action: Action,
  { caller, now }: CommandScope,
  fields: Fields,
): Prisma.BiweeklyReportUncheckedUpdateManyInput {
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
