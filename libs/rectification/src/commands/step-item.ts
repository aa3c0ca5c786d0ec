import {
  type ChangeInput,
  type CommandScope,
  obey,
  type Prisma,
  type RequestContext,
  runCommand,
  saveVersioned,
  toDay,
} from '@taizhang/platform';
import { todayInShanghai } from '@taizhang/platform/rules';
import type { z } from 'zod';
import {
  assignItemInput,
  holdItemLongTermInput,
  ITEM_STEPS,
  refuseItemStep,
  stepInput,
  stepWithReasonInput,
  type ItemAction,
} from '../rules/index.ts';
import { handOver } from './hand-over.ts';
import { checkReferences } from './item-fields.ts';
import { loadItem } from './load-states.ts';

type StepFields = {
  reason?: string | null;
  leadLeaderId?: string;
  responsibleUnitId?: string | null;
  reviewOn?: string;
};
type StoredItem = Awaited<ReturnType<typeof loadItem>>;

/** The rule that an item step's input has to keep. */
function inputOf(action: ItemAction): z.ZodType<StepFields> {
  if (action === 'assignRectificationItem') return assignItemInput;
  if (action === 'holdRectificationItemLongTerm') return holdItemLongTermInput;
  return 'needsReason' in ITEM_STEPS[action] ? stepWithReasonInput : stepInput;
}

/**
 * Takes one step of an item's life cycle.
 *
 * @throws NotFoundError, ForbiddenError, TransitionError naming the rule, ConflictError
 */
export function stepItem(action: ItemAction) {
  return (context: RequestContext, input: ChangeInput): Promise<string> =>
    runCommand(
      context,
      {
        name: action,
        idempotencyKey: input.idempotencyKey,
        schema: inputOf(action),
        input,
        subjectId: input.id,
      },
      async (scope, fields) => {
        const item = await loadItem(scope, input.id);
        await takeItemStep(scope, action, item, input.expectedVersion, fields);
      },
    );
}

/** Takes a step inside a command that has loaded the item: decides, saves and records it. */
export async function takeItemStep(
  scope: CommandScope,
  action: ItemAction,
  item: StoredItem,
  expectedVersion: number,
  fields: StepFields,
): Promise<void> {
  const step = ITEM_STEPS[action];
  obey(refuseItemStep(action, item, scope.caller));
  const columns = await consequences(action, scope, fields);
  const data = { status: step.to, ...columns };
  const version = await saveVersioned(scope.tx.rectificationItem, item, expectedVersion, data);
  await scope.record({
    type: step.event,
    subjectType: 'RectificationItem',
    subjectId: item.id,
    subjectVersion: version,
    itemId: item.id,
    organizationId: item.organizationId,
    reason: fields.reason ?? null,
    before: { status: item.status },
    after: { status: step.to },
  });
  await handOver(scope, step.event, item.id, { id: item.id, version });
}

/** What a step sets beside the status. */
async function consequences(
  action: ItemAction,
  scope: CommandScope,
  fields: StepFields,
): Promise<Prisma.RectificationItemUncheckedUpdateManyInput> {
  const { caller, now } = scope;
  switch (action) {
    case 'assignRectificationItem':
      await checkReferences(scope, fields);
      return {
        leadLeaderId: fields.leadLeaderId!,
        ...(fields.responsibleUnitId && { responsibleUnitId: fields.responsibleUnitId }),
      };
    case 'submitRectificationItem':
      return { submittedById: caller.personId };
    case 'closeRectificationItem':
      return { closedOn: toDay(todayInShanghai(now)) ?? null, closedById: caller.personId };
    case 'reopenRectificationItem':
      return { closedOn: null, closedById: null, submittedById: null };
    case 'returnRectificationItem':
      return { submittedById: null };
    case 'holdRectificationItemLongTerm':
      return { reviewOn: toDay(fields.reviewOn) ?? null };
    default:
      return {};
  }
}
