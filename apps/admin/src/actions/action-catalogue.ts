import {
  addAreaInput,
  addGroupMemberInput,
  addMilestoneInput,
  addPlanInput,
  addPublicNoticeInput,
  answerSupervisionInput,
  EVALUATION_STEPS,
  EXTENSION_STEPS,
  ITEM_STEPS,
  MEASURE_STEPS,
  PLAN_STEPS,
  PUBLIC_NOTICE_STEPS,
  SAMPLE_STEPS,
  assignItemInput,
  cancelMeasureInput,
  drawLookBackInput,
  editPublicNoticeInput,
  holdItemLongTermInput,
  omitFromPublicNoticeInput,
  reachMilestoneInput,
  readmitToPublicNoticeInput,
  recordSurveyInput,
  removeGroupMemberInput,
  requestExtensionInput,
  stepInput,
  stepWithReasonInput,
  submitMeasureInput,
  superviseItemInput,
} from '@taizhang/rectification/rules';
import {
  consultOnDocumentInput,
  redraftDocumentInput,
  stepDocumentInput,
  stepDocumentWithReasonInput,
  submitDocumentForLegalReviewInput,
} from '@taizhang/documents/rules';
import {
  holdTrainingInput,
  rescheduleTrainingInput,
  stepTrainingInput,
  stepTrainingWithReasonInput,
} from '@taizhang/trainings/rules';
import type { ZodType } from 'zod';
import type { SubmissionDocument } from '../submission/use-submission.ts';
import type { MutationFailure } from '../submission/mutation-failure.ts';
import { acceptEvidence, rejectEvidence } from './evidence-actions.mutations.ts';
import * as followUp from './follow-up-actions.mutations.ts';
import * as document from './document-actions.mutations.ts';
import * as item from './item-actions.mutations.ts';
import * as notice from './public-notice-actions.mutations.ts';
import * as measure from './measure-actions.mutations.ts';
import * as biweekly from '../biweekly/biweekly.mutations.ts';
import * as training from './training-actions.mutations.ts';
import * as round from './round-actions.mutations.ts';

/** What an action asks for before it is sent. */
export type ActionFieldName =
  | 'reason'
  | 'leadLeaderId'
  | 'responsibleUnitId'
  | 'reviewOn'
  | 'progress'
  | 'replacedById'
  | 'personId'
  | 'itemId'
  | 'ground'
  | 'post'
  | 'kind'
  | 'title'
  | 'note'
  | 'answer'
  | 'dueOn'
  | 'requestedDueOn'
  | 'reachedOn'
  | 'sampleSize'
  | 'percent'
  | 'asked'
  | 'satisfied'
  | 'basicallySatisfied'
  | 'dissatisfied'
  | 'closesOn'
  | 'heldOn'
  | 'plannedOn'
  | 'commentCount';

export type ActionInput = Partial<Record<ActionFieldName, string | number | null>> &
  Record<string, string | number | null>;

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
  /** The action makes a record under the target, which its input names by this field. */
  under?: 'itemId' | 'roundId';
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
  planRectificationItem: step(ITEM_STEPS.planRectificationItem, item.planItem),
  startRectificationItem: step(ITEM_STEPS.startRectificationItem, item.startItem),
  submitRectificationItem: step(ITEM_STEPS.submitRectificationItem, item.submitItem),
  signRectificationItem: step(ITEM_STEPS.signRectificationItem, item.signItem),
  verifyRectificationItem: step(ITEM_STEPS.verifyRectificationItem, item.verifyItem),
  closeRectificationItem: step(ITEM_STEPS.closeRectificationItem, item.closeItem),
  holdRectificationItemLongTerm: define(item.holdItemLongTerm, holdItemLongTermInput, [
    { name: 'reviewOn', required: true },
    reason,
  ]),
  returnRectificationItem: step(ITEM_STEPS.returnRectificationItem, item.returnItem),
  reopenRectificationItem: step(ITEM_STEPS.reopenRectificationItem, item.reopenItem),
  withdrawRectificationItem: step(ITEM_STEPS.withdrawRectificationItem, item.withdrawItem),
  approveMeasure: step(MEASURE_STEPS.approveMeasure, measure.approveMeasure),
  startMeasure: step(MEASURE_STEPS.startMeasure, measure.startMeasure),
  submitMeasure: define(measure.submitMeasure, submitMeasureInput, [
    { name: 'progress', required: true },
  ]),
  acceptMeasure: step(MEASURE_STEPS.acceptMeasure, measure.acceptMeasure),
  returnMeasure: step(MEASURE_STEPS.returnMeasure, measure.returnMeasure),
  cancelMeasure: define(
    measure.cancelMeasure,
    cancelMeasureInput,
    [{ name: 'replacedById', required: true }, requiredReason],
    true,
  ),
  requestExtension: defineUnder('itemId', followUp.requestExtension, requestExtensionInput, [
    { name: 'requestedDueOn', required: true },
    requiredReason,
  ]),
  grantExtension: step(EXTENSION_STEPS.grantExtension, followUp.grantExtension),
  refuseExtension: step(EXTENSION_STEPS.refuseExtension, followUp.refuseExtension),
  superviseRectificationItem: defineUnder('itemId', followUp.superviseItem, superviseItemInput, [
    { name: 'kind', required: true },
    { name: 'note', required: true },
  ]),
  answerSupervision: define(followUp.answerSupervision, answerSupervisionInput, [
    { name: 'answer', required: true },
  ]),
  addMilestone: defineUnder('itemId', followUp.addMilestone, addMilestoneInput, [
    { name: 'title', required: true },
    { name: 'dueOn', required: false },
  ]),
  reachMilestone: define(followUp.reachMilestone, reachMilestoneInput, [
    { name: 'reachedOn', required: false },
    reason,
  ]),
  addFindingArea: define(round.addArea, addAreaInput, [{ name: 'title', required: true }]),
  addLeadingGroupMember: define(round.addGroupMember, addGroupMemberInput, [
    { name: 'personId', required: true },
    { name: 'post', required: true },
  ]),
  removeLeadingGroupMember: define(round.removeGroupMember, removeGroupMemberInput, []),
  addRectificationPlan: defineUnder('roundId', round.addPlan, addPlanInput, [
    { name: 'title', required: true },
  ]),
  approveRectificationPlan: step(PLAN_STEPS.approveRectificationPlan, round.approvePlan),
  addPublicNotice: defineUnder('roundId', notice.addNotice, addPublicNoticeInput, [
    { name: 'title', required: true },
  ]),
  editPublicNotice: define(notice.editNotice, editPublicNoticeInput, [
    { name: 'title', required: true },
  ]),
  omitFromPublicNotice: define(notice.omitItem, omitFromPublicNoticeInput, [
    { name: 'itemId', required: true },
    { name: 'ground', required: true },
    { name: 'note', required: true },
  ]),
  readmitToPublicNotice: define(notice.readmitItem, readmitToPublicNoticeInput, [
    { name: 'itemId', required: true },
  ]),
  proposePublicNotice: step(PUBLIC_NOTICE_STEPS.proposePublicNotice, notice.proposeNotice),
  returnPublicNotice: step(PUBLIC_NOTICE_STEPS.returnPublicNotice, notice.returnNotice),
  releasePublicNotice: step(PUBLIC_NOTICE_STEPS.releasePublicNotice, notice.releaseNotice),
  withdrawPublicNotice: step(PUBLIC_NOTICE_STEPS.withdrawPublicNotice, notice.withdrawNotice),
  drawLookBackReview: defineUnder('roundId', round.drawLookBack, drawLookBackInput, [
    { name: 'title', required: true },
    { name: 'sampleSize', required: false },
    { name: 'percent', required: false },
  ]),
  passLookBackSample: step(SAMPLE_STEPS.passLookBackSample, round.passSample),
  failLookBackSample: step(SAMPLE_STEPS.failLookBackSample, round.failSample),
  recordSatisfactionSurvey: defineUnder('roundId', round.recordSurvey, recordSurveyInput, [
    { name: 'title', required: true },
    { name: 'heldOn', required: true },
    { name: 'asked', required: true },
    { name: 'satisfied', required: true },
    { name: 'basicallySatisfied', required: true },
    { name: 'dissatisfied', required: true },
  ]),
  confirmEffectivenessEvaluation: step(
    EVALUATION_STEPS.confirmEffectivenessEvaluation,
    round.confirmEvaluation,
  ),
  submitBiweeklyUnitReport: define(biweekly.submitPart, stepInput, []),
  returnBiweeklyUnitReport: define(
    biweekly.returnPart,
    stepWithReasonInput,
    [requiredReason],
    true,
  ),
  reopenBiweeklyReport: define(biweekly.reopenReport, stepWithReasonInput, [requiredReason], true),
  freezeBiweeklyReport: define(biweekly.freezeReport, stepInput, []),
  acceptEvidence: define(acceptEvidence, stepInput, [reason]),
  rejectEvidence: define(rejectEvidence, stepWithReasonInput, [requiredReason], true),
  startDraftingDocument: define(document.startDraftingDocument, stepDocumentInput, [reason]),
  consultOnDocument: define(document.consultOnDocument, consultOnDocumentInput, [
    { name: 'closesOn', required: true },
    reason,
  ]),
  redraftDocument: define(
    document.redraftDocument,
    redraftDocumentInput,
    [{ name: 'commentCount', required: true }, requiredReason],
    true,
  ),
  submitDocumentForLegalReview: define(
    document.submitDocumentForLegalReview,
    submitDocumentForLegalReviewInput,
    [{ name: 'commentCount', required: true }, reason],
  ),
  returnDocument: define(
    document.returnDocument,
    stepDocumentWithReasonInput,
    [requiredReason],
    true,
  ),
  approveDocument: define(document.approveDocument, stepDocumentInput, [reason]),
  bringDocumentIntoForce: define(document.bringDocumentIntoForce, stepDocumentInput, [reason]),
  startRevisingDocument: define(document.startRevisingDocument, stepDocumentWithReasonInput, [
    requiredReason,
  ]),
  supersedeDocument: define(
    document.supersedeDocument,
    stepDocumentWithReasonInput,
    [requiredReason],
    true,
  ),
  repealDocument: define(
    document.repealDocument,
    stepDocumentWithReasonInput,
    [requiredReason],
    true,
  ),
  holdTraining: define(training.holdTraining, holdTrainingInput, [
    { name: 'heldOn', required: true },
    reason,
  ]),
  verifyTraining: define(training.verifyTraining, stepTrainingInput, [reason]),
  postponeTraining: define(
    training.postponeTraining,
    stepTrainingWithReasonInput,
    [requiredReason],
    true,
  ),
  rescheduleTraining: define(training.rescheduleTraining, rescheduleTrainingInput, [
    { name: 'plannedOn', required: true },
    reason,
  ]),
  cancelTraining: define(
    training.cancelTraining,
    stepTrainingWithReasonInput,
    [requiredReason],
    true,
  ),
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

/** A step that asks for nothing else: its life cycle says whether it has to be reasoned. */
function step(row: object, document: unknown): ActionSpec {
  return 'needsReason' in row
    ? define(document, stepWithReasonInput, [requiredReason], true)
    : define(document, stepInput, [reason]);
}

function defineUnder(
  under: NonNullable<ActionSpec['under']>,
  document: unknown,
  rule: unknown,
  fields: ActionSpec['fields'],
): ActionSpec {
  return { ...define(document, rule, fields), under };
}
