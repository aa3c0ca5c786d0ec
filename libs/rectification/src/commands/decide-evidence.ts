import {
  type ChangeInput,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import {
  EVIDENCE_STEPS,
  refuseEvidenceStep,
  stepInput,
  stepWithReasonInput,
  type EvidenceAction,
} from '../rules/index.ts';
import { loadEvidence } from './load-states.ts';

/** Accepts or rejects a piece of evidence; a rejection says why. */
export function decideEvidence(action: EvidenceAction) {
  const step = EVIDENCE_STEPS[action];
  const schema = action === 'rejectEvidence' ? stepWithReasonInput : stepInput;
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      { name: action, idempotencyKey: input.idempotencyKey, schema, input, subjectId: input.id },
      async (scope, { reason }) => {
        const evidence = await loadEvidence(scope, input.id);
        obey(refuseEvidenceStep(evidence, scope.caller));
        const version = await saveVersioned(scope.tx.evidence, evidence, input.expectedVersion, {
          status: step.to,
          decidedById: scope.caller.personId,
          decidedAt: scope.now,
          decisionReason: reason ?? null,
        });
        await scope.record({
          type: step.event,
          subjectType: 'Evidence',
          subjectId: evidence.id,
          subjectVersion: version,
          itemId: evidence.itemId,
          organizationId: evidence.item.organizationId,
          reason: reason ?? null,
          before: { status: evidence.status },
          after: { status: step.to, fileName: evidence.fileName },
        });
      },
    );
}
