import {
  obey,
  runCommand,
  saveVersioned,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import { stepInput, stepWithReasonInput } from '@taizhang/rectification/rules';
import { BIWEEKLY_UNIT_STEPS, refuseUnitStep } from '../rules/index.ts';
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
        const { tx, caller, now } = scope;
        const unit = await loadUnitReport(scope, input.id);
        obey(refuseUnitStep(action, unitState(unit), caller));
        const reason = fields.reason ?? null;
        const version = await saveVersioned(tx.biweeklyUnitReport, unit, input.expectedVersion, {
          status: step.to,
          ...(action === 'submitBiweeklyUnitReport'
            ? { submittedById: caller.personId, submittedAt: now, returnReason: null }
            : { returnReason: reason }),
        });
        await scope.record({
          type: step.event,
          subjectType: 'BiweeklyUnitReport',
          subjectId: unit.id,
          subjectVersion: version,
          organizationId: unit.organizationId,
          reason,
          before: { status: unit.status },
          after: { status: step.to },
        });
      },
    );
}
