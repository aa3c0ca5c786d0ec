export { lifeCycles, type Rights } from './define-life-cycle.ts';
export { aPersonActs, guard, personGuard, refuseByGuard, type Guard } from './guard.ts';
export type {
  LifeCycle,
  LifeCycleFacts,
  Stated,
  StatusFacts,
  Step,
  StepFacts,
  StepRow,
  Taking,
} from './life-cycle.type.ts';
export { offerSteps } from './offer-steps.ts';
export { byPermission, byRule, type Refusal } from './refusal.ts';
export {
  dayField,
  reasonField,
  recordField,
  recordsField,
  requiredCountField,
  requiredDayField,
  requiredPartsField,
  requiredReasonField,
  requiredRecordField,
  requiredTextField,
  textField,
  type FieldsOf,
  type StepField,
  type StepFields,
} from './step-field.ts';
