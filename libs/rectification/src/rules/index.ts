// Command lines know the rules of a domain, not the platform.
export {
  fieldHeading,
  isPlain,
  neutralise,
  readValue,
  showFen,
  showField,
  type FieldDescription,
  type FieldWords,
  type PlainKind,
} from '@taizhang/platform/rules';
export { RECTIFICATION_ACTION_WORDS } from './action-words.ts';
export {
  addMeasureInput,
  attachEvidenceInput,
  editItemInput,
  registerItemInput,
  reuseEvidenceInput,
} from './inputs.ts';
export { EVIDENCE_LIFE_CYCLE, type EvidenceState } from './evidence-life-cycle.ts';
export {
  ITEM_FILTER_FIELDS,
  itemFilterKey,
  readItemFilter,
  writeItemFilter,
  type ItemFilterAddress,
  type ItemFilterField,
} from './item-filter-address.ts';
export {
  ITEM_LIFE_CYCLE,
  type ItemAction,
  type ItemState,
  type ItemStatus,
} from './item-life-cycle.ts';
export { editMeasureInput, refuseClosedMeasure, refuseMeasureEdit } from './measure-edit.ts';
export {
  refuseAddMeasure,
  refuseAttachEvidence,
  refuseClosedItem,
  refuseItemEdit,
  refuseLaterDueDate,
} from './item-rules.ts';
export { isItemVisible, unitsOf, type ItemPlaces } from './item-visibility.ts';
export {
  MEASURE_LIFE_CYCLE,
  type MeasureAction,
  type MeasureState,
  type MeasureStatus,
} from './measure-life-cycle.ts';
export {
  COMPLETION_RULE,
  completionRate,
  type CompletionRate,
  type StatusCounts,
} from './completion-rate.ts';
export { countFigure, ITEM_FIGURES, type ItemFigure } from './item-figures.ts';
export { daysLateSql, overdueSql } from './overdue-sql.ts';
export { daysLate, isMeasureOverdue, isOverdue } from './overdue.ts';
export {
  EVALUATION_LIFE_CYCLE,
  refuseEditEvaluation,
  refuseEditScorecard,
  refuseScores,
  satisfactionRate,
  totalScore,
  type EvaluationState,
  type SurveyCounts,
} from './evaluation.ts';
export { RECTIFICATION_EVENTS } from './events.ts';
export {
  EXTENSION_LIFE_CYCLE,
  refuseEarlierDate,
  refuseRequestExtension,
  type ExtendedItem,
  type ExtensionState,
} from './extension-life-cycle.ts';
export * from './follow-up-inputs.ts';
export { refuseAddMilestone, refuseSupervision, type FollowedItem } from './follow-up.ts';
export { RECTIFICATION_LIFE_CYCLES } from './life-cycles.ts';
export {
  drawSample,
  isLookBackComplete,
  LOOK_BACK_LIFE_CYCLE,
  refuseSampleSize,
  SAMPLE_LIFE_CYCLE,
  sampleSizeOf,
  type SampleResult,
  type SampleState,
} from './look-back.ts';
export { MILESTONE_LIFE_CYCLE, type MilestoneState } from './milestone-life-cycle.ts';
export { PLAN_LIFE_CYCLE, type PlanState } from './plan-life-cycle.ts';
export {
  refuseRoundAction,
  ROUND_ACTIONS,
  type RoundAction,
  type RoundState,
} from './round-rules.ts';
export { SUPERVISION_LIFE_CYCLE, type SupervisionState } from './supervision-life-cycle.ts';
export * from './plan-checks/index.ts';
export * from './public-notice.ts';
export {
  DUE_PRECISIONS,
  FILTERED_FIELDS,
  ITEM_FIELDS,
  RECTIFICATION_TYPES,
} from './item-fields.ts';
