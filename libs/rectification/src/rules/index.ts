export {
  EVIDENCE_ACTIONS,
  EVIDENCE_STEPS,
  refuseEvidenceStep,
  type EvidenceAction,
  type EvidenceState,
} from './evidence-life-cycle.ts';
export {
  addMeasureInput,
  assignItemInput,
  attachEvidenceInput,
  cancelMeasureInput,
  editItemInput,
  holdItemLongTermInput,
  registerItemInput,
  reuseEvidenceInput,
  stepInput,
  stepWithReasonInput,
  submitMeasureInput,
} from './inputs.ts';
export {
  ITEM_FILTER_FIELDS,
  itemFilterKey,
  readItemFilter,
  writeItemFilter,
  type ItemFilterAddress,
  type ItemFilterField,
} from './item-filter-address.ts';
export {
  ITEM_ACTIONS,
  ITEM_STATUSES,
  ITEM_STEPS,
  refuseAddMeasure,
  refuseAttachEvidence,
  refuseClosedItem,
  refuseItemEdit,
  refuseItemStep,
  refuseLaterDueDate,
  type ItemAction,
  type ItemState,
  type ItemStatus,
} from './item-life-cycle.ts';
export { editMeasureInput, refuseMeasureEdit } from './measure-edit.ts';
export { RECTIFICATION_EVENTS } from './events.ts';
export { isItemVisible, unitsOf, type ItemPlaces } from './item-visibility.ts';
export {
  MEASURE_ACTIONS,
  MEASURE_STATUSES,
  MEASURE_STEPS,
  refuseClosedMeasure,
  refuseMeasureStep,
  type MeasureAction,
  type MeasureState,
  type MeasureStatus,
} from './measure-life-cycle.ts';
export { daysLate, isOverdue, OPEN_STATUSES } from './overdue.ts';
export { byPermission, byRule, type Refusal } from './refusal.ts';
export { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';
export {
  EVALUATION_STATUSES,
  EVALUATION_STEPS,
  refuseConfirmEvaluation,
  refuseEditEvaluation,
  refuseEditScorecard,
  refuseScores,
  satisfactionRate,
  totalScore,
  type EvaluationState,
  type SurveyCounts,
} from './evaluation.ts';
export {
  EXTENSION_ACTIONS,
  EXTENSION_STATUSES,
  EXTENSION_STEPS,
  refuseEarlierDate,
  refuseExtensionStep,
  refuseRequestExtension,
  type ExtendedItem,
  type ExtensionAction,
  type ExtensionState,
} from './extension-life-cycle.ts';
export * from './follow-up-inputs.ts';
export {
  MILESTONE_STATUSES,
  MILESTONE_STEPS,
  refuseAddMilestone,
  refuseAnswerSupervision,
  refuseReachMilestone,
  refuseSupervision,
  SUPERVISION_STATUSES,
  SUPERVISION_STEPS,
  type FollowedItem,
  type MilestoneState,
  type MilestoneStatus,
  type SupervisionState,
  type SupervisionStatus,
} from './follow-up.ts';
export { LIFE_CYCLES } from './life-cycles.ts';
export {
  drawSample,
  isLookBackComplete,
  LOOK_BACK_STATUSES,
  LOOK_BACK_STEPS,
  refuseSampleSize,
  refuseSampleStep,
  SAMPLE_ACTIONS,
  SAMPLE_RESULTS,
  SAMPLE_STEPS,
  sampleSizeOf,
  type SampleAction,
  type SampleState,
} from './look-back.ts';
export {
  PLAN_STATUSES,
  PLAN_STEPS,
  refuseApprovePlan,
  refuseRoundAction,
  ROUND_ACTIONS,
  type PlanState,
  type RoundAction,
  type RoundState,
} from './round-rules.ts';
export * from './plan-checks/index.ts';
export * from './public-notice.ts';
export { DUE_PRECISIONS, ITEM_FIELDS, RECTIFICATION_TYPES } from './item-fields.ts';
