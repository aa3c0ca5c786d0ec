import { obey, runCommand, type ChangeInput, type RequestContext } from '@taizhang/platform';
import { stepInput, stepWithReasonInput } from '@taizhang/rectification/rules';
import { BIWEEKLY_UNIT_STEPS, refuseUnitStep, REPORTING_EVENTS } from '../rules/index.ts';
import { loadUnitReport, unitState } from './load-biweekly.ts';

/** Hands a unit's part in, or gives it back with a reason. */
export function stepUnitReport(action: 'submitBiweeklyUnitReport' | 'returnBiweeklyUnitReport') {
  const step = BIWEEKLY_UNIT_STEPS[action];
  const schema = 'needsReason' in step ? stepWithReasonInput : stepInput;
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      { name: action, idempotencyKey: input.idempotencyKey, schema, input, subjectId: input.id },
      async (scope, fields) => {
        const { caller, now } = scope;
        const unit = await loadUnitReport(scope, input.id);
        obey(refuseUnitStep(action, unitState(unit), caller));
        const reason = fields.reason ?? null;
        await scope.change(
          REPORTING_EVENTS[step.event],
          unit,
          {
            status: step.to,
            ...(action === 'submitBiweeklyUnitReport'
              ? { submittedById: caller.personId, submittedAt: now, returnReason: null }
              : { returnReason: reason }),
          },
          { expectedVersion: input.expectedVersion, reason },
        );
      },
    );
}
