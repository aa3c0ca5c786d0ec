export { findProblems, type DefinitionProblem } from './check-definition.ts';
export {
  CHANGE_KINDS,
  compareDefinitions,
  sensitivityMoved,
  type DefinitionChange,
} from './compare-definitions.ts';
export {
  defineRegisterInput,
  enteringStep,
  FIELD_KINDS,
  fieldOf,
  isReference,
  RECORD_TYPES,
  registerDefinition,
  registerFile,
  reviseRegisterInput,
  stageLabel,
  stageOf,
  stepOf,
  titleField,
  toFile,
  type ReferenceKind,
  type RegisterDefinition,
  type RegisterDefinitionInput,
  type RegisterField,
  type RegisterFieldKind,
  type RegisterFile,
  type RegisterRule,
  type RegisterStep,
} from './definition.ts';
export {
  lastStep,
  mayTake,
  refuseByRules,
  refuseEdit,
  refuseStep,
  seesField,
  type EntryPlaces,
  type EntryState,
} from './entry-steps.ts';
export {
  asFact,
  readValues,
  showValue,
  typedValue,
  VALUE_COLUMNS,
  withComputed,
  type PlainValue,
  type PlainValues,
  type ValueInput,
} from './entry-values.ts';
export { editEntryInput, registerEntryInput, takeStepInput } from './entry-inputs.ts';
export { REGISTER_EVENTS } from './events.ts';
export { naming } from './naming.ts';
export { expressionReader, type Facts } from './expressions.ts';
export {
  REGISTER_ACTION_WORDS,
  REGISTER_LIFE_CYCLE,
  refuseClosed,
  refuseDefine,
  refuseEnter,
  refuseRevise,
} from './register-life-cycle.ts';
export { REGISTER_TEMPLATES } from './templates/index.ts';
