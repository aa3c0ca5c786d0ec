import {
  type ChangeInput,
  fromDay,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
} from '@taizhang/platform';
import {
  EXTENSION_STEPS,
  refuseExtensionStep,
  stepInput,
  stepWithReasonInput,
  type ExtensionAction,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';
import { moveDueDate } from './move-due-date.ts';

/** Grants or refuses a request for more time; granting moves the item's due date. */
export function decideExtension(action: ExtensionAction) {
  const step = EXTENSION_STEPS[action];
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: 'needsReason' in step ? stepWithReasonInput : stepInput,
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const { tx, caller, now } = scope;
        const request = await tx.extensionRequest.findFirst({
          where: { id: input.id, item: visibleItems(caller) },
        });
        if (!request) throw new NotFoundError('ExtensionRequest');
        const item = await loadItem(scope, request.itemId);
        obey(refuseExtensionStep(action, { ...request, item }, caller));
        const reason = fields.reason ?? null;
        const version = await saveVersioned(tx.extensionRequest, request, input.expectedVersion, {
          status: step.to,
          decidedById: caller.personId,
          decidedAt: now,
          decisionReason: reason,
        });
        await scope.record({
          type: step.event,
          subjectType: 'ExtensionRequest',
          subjectId: request.id,
          subjectVersion: version,
          itemId: item.id,
          organizationId: item.organizationId,
          reason,
          before: { status: request.status },
          after: { status: step.to, requestedDueOn: fromDay(request.requestedDueOn) },
        });
        if (action === 'grantExtension') await moveDueDate(scope, item, request.requestedDueOn);
        const about = { id: request.id, version };
        await handOver(scope, step.event, item.id, about, [request.requestedById]);
      },
    );
}
