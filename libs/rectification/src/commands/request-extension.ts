import {
  type ChangeInput,
  type CommandInput,
  type CommandScope,
  fromDay,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import {
  EXTENSION_STEPS,
  refuseEarlierDate,
  refuseExtensionStep,
  refuseRequestExtension,
  requestExtensionInput,
  stepInput,
  stepWithReasonInput,
  type ExtensionAction,
} from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { handOver } from './hand-over.ts';
import { loadItem } from './load-states.ts';
import { lockItem } from './lock-row.ts';

/** Asks for a later due date. */
export function requestExtension(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'requestExtension',
      idempotencyKey: input.idempotencyKey,
      schema: requestExtensionInput,
      input,
      subjectId: id,
    },
    async (scope, { itemId, requestedDueOn, reason }) => {
      const { tx, caller, now } = scope;
      // The lock comes first: of two who ask at once, one has to see the other's request.
      await lockItem(tx, itemId);
      const item = await loadItem(scope, itemId);
      const open = await tx.extensionRequest.count({ where: { itemId, status: 'REQUESTED' } });
      const hasDueDate = item.dueOn !== null;
      obey(refuseRequestExtension({ ...item, hasDueDate, hasOpenExtension: open > 0 }, caller));
      obey(refuseEarlierDate(fromDay(item.dueOn)!, requestedDueOn));
      await tx.extensionRequest.create({
        data: {
          id,
          itemId,
          requestedById: caller.personId!,
          requestedAt: now,
          previousDueOn: item.dueOn!,
          requestedDueOn: toDay(requestedDueOn)!,
          reason,
        },
      });
      await scope.record({
        type: 'EXTENSION_REQUESTED',
        subjectType: 'ExtensionRequest',
        subjectId: id,
        subjectVersion: 1,
        itemId,
        organizationId: item.organizationId,
        reason,
        before: { dueOn: fromDay(item.dueOn) },
        after: { status: 'REQUESTED', requestedDueOn },
      });
      await handOver(scope, 'EXTENSION_REQUESTED', itemId, { id, version: 1 });
    },
  );
}

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

/** Moves the due date; the first one set stays. */
async function moveDueDate(
  scope: CommandScope,
  item: Awaited<ReturnType<typeof loadItem>>,
  dueOn: Date,
) {
  const [old, day] = [fromDay(item.dueOn), fromDay(dueOn)];
  obey(refuseEarlierDate(old ?? '', day!));
  const version = await saveVersioned(scope.tx.rectificationItem, item, item.version, { dueOn });
  await scope.record({
    type: 'ITEM_EDITED',
    subjectType: 'RectificationItem',
    subjectId: item.id,
    subjectVersion: version,
    itemId: item.id,
    organizationId: item.organizationId,
    before: { dueOn: old },
    after: { dueOn: day },
  });
}
