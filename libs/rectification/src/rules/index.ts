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
  RECTIFICATION_TYPES,
  registerItemInput,
  stepInput,
  stepWithReasonInput,
  submitMeasureInput,
} from './inputs.ts';
export {
  ITEM_ACTIONS,
  ITEM_STATUSES,
  ITEM_STEPS,
  refuseAddMeasure,
  refuseAttachEvidence,
  refuseItemEdit,
  refuseItemStep,
  type ItemAction,
  type ItemState,
  type ItemStatus,
} from './item-life-cycle.ts';
export { isItemVisible, unitsOf, type ItemPlaces } from './item-visibility.ts';
export {
  MEASURE_ACTIONS,
  MEASURE_STATUSES,
  MEASURE_STEPS,
  refuseMeasureStep,
  type MeasureAction,
  type MeasureState,
  type MeasureStatus,
} from './measure-life-cycle.ts';
export { daysLate, isOverdue, OPEN_STATUSES } from './overdue.ts';
export type { Refusal } from './refusal.ts';
