import {
  assignItemInput,
  cancelMeasureInput,
  holdItemLongTermInput,
  stepInput,
  stepWithReasonInput,
  submitMeasureInput,
} from '@taizhang/rectification/rules';
import type { ZodType } from 'zod';
import type { SubmissionDocument } from '../submission/use-submission.ts';
import type { MutationFailure } from '../submission/mutation-failure.ts';
import { acceptEvidence, rejectEvidence } from './evidence-actions.mutations.ts';
import * as item from './item-actions.mutations.ts';
import * as measure from './measure-actions.mutations.ts';

/** What an action asks for before it is sent. */
export type ActionFieldName =
  'reason' | 'leadLeaderId' | 'responsibleUnitId' | 'reviewOn' | 'progress' | 'replacedById';

export type ActionInput = { id: string; expectedVersion: number } & Partial<
  Record<ActionFieldName, string | null>
>;

type ActionResult = { __typename: 'Done'; id: string } | MutationFailure;
export type ActionDocument = SubmissionDocument<
  ActionResult,
  ActionInput & { idempotencyKey: string }
>;

export interface ActionSpec {
  document: ActionDocument;
  /** The hub's own rule for the fields below. */
  rule: ZodType<Record<string, unknown>, Record<string, unknown>>;
  fields: readonly { name: ActionFieldName; required: boolean }[];
  danger?: true;
}

const reason = { name: 'reason', required: false } as const;
const requiredReason = { name: 'reason', required: true } as const;

/** Every step that is taken from a dialog, by the name that `allowedActions` calls it. */
export const ACTION_CATALOGUE = {
  assignRectificationItem: define(item.assignItem, assignItemInput, [
    { name: 'leadLeaderId', required: true },
    { name: 'responsibleUnitId', required: false },
    reason,
  ]),
  planRectificationItem: define(item.planItem, stepInput, [reason]),
  startRectificationItem: define(item.startItem, stepInput, [reason]),
  submitRectificationItem: define(item.submitItem, stepInput, [reason]),
  signRectificationItem: define(item.signItem, stepInput, [reason]),
  verifyRectificationItem: define(item.verifyItem, stepInput, [reason]),
  closeRectificationItem: define(item.closeItem, stepInput, [reason]),
  holdRectificationItemLongTerm: define(item.holdItemLongTerm, holdItemLongTermInput, [
    { name: 'reviewOn', required: true },
    reason,
  ]),
  returnRectificationItem: define(item.returnItem, stepWithReasonInput, [requiredReason], true),
  reopenRectificationItem: define(item.reopenItem, stepWithReasonInput, [requiredReason], true),
  withdrawRectificationItem: define(item.withdrawItem, stepWithReasonInput, [requiredReason], true),
  approveMeasure: define(measure.approveMeasure, stepInput, [reason]),
  startMeasure: define(measure.startMeasure, stepInput, [reason]),
  submitMeasure: define(measure.submitMeasure, submitMeasureInput, [
    { name: 'progress', required: true },
  ]),
  acceptMeasure: define(measure.acceptMeasure, stepInput, [reason]),
  returnMeasure: define(measure.returnMeasure, stepWithReasonInput, [requiredReason], true),
  cancelMeasure: define(
    measure.cancelMeasure,
    cancelMeasureInput,
    [{ name: 'replacedById', required: true }, requiredReason],
    true,
  ),
  acceptEvidence: define(acceptEvidence, stepInput, [reason]),
  rejectEvidence: define(rejectEvidence, stepWithReasonInput, [requiredReason], true),
} as const satisfies Record<string, ActionSpec>;

export type ActionName = keyof typeof ACTION_CATALOGUE;

export function isDialogAction(action: string): action is ActionName {
  return action in ACTION_CATALOGUE;
}

// Each document knows only its own input; the dialog treats all alike. The fields listed are that input's,
// which the catalogue's spec checks against the schema.
function define(
  document: unknown,
  rule: unknown,
  fields: ActionSpec['fields'],
  danger?: true,
): ActionSpec {
  return {
    document: document as ActionDocument,
    rule: rule as ActionSpec['rule'],
    fields,
    ...(danger ? { danger } : {}),
  };
}
