export {
  allowedAction,
  sayActions,
  type ActionNeeds,
  type AllowedAction,
} from './allowed-action.ts';
export { addDays, addMonths, weekdayOf, yearOf } from './civil-days.ts';
export { fromDay, toDay } from '../database/columns.ts';
export { bilingual, describeWords, type BilingualText } from './bilingual.ts';
export {
  defineEvents,
  type AnyEventDefinition,
  type EventCatalogue,
  type EventDefinition,
  type EventType,
  type NoteDefinition,
} from './define-events.ts';
export { foldEvents, type FoldedEvent } from './fold-events.ts';
export { cleanLine, cleanText, foldText, isStorable } from './clean-text.ts';
export {
  isoDate,
  hourInShanghai,
  isIsoDate,
  optionalDate,
  optionalKey,
  optionalLine,
  optionalText,
  requiredKey,
  requiredLine,
  requiredText,
  secretText,
  sourceText,
  todayInShanghai,
} from './fields.ts';
export { neutralise } from './neutralise.ts';
export { sumTenths } from './sum-tenths.ts';
export { PLATFORM_EVENTS } from './platform-events.ts';
export { endingOf, FILE_ENDINGS, fileName, refuseFileName, safeFileName } from './file-types.ts';
export * from './life-cycle/index.ts';
export { courseOf, replayEvents, type LoggedEvent, type StepTable } from './replay-events.ts';
export {
  describeFields,
  isPlain,
  MOST_FEN,
  type FieldDescription,
  type FieldDescriptions,
  type FieldKind,
  type PlainKind,
} from './described/field-description.ts';
export {
  fieldConditions,
  type ConditionValues,
  type FieldCondition,
} from './described/field-conditions.ts';
export { fieldShape, type FieldShape, type FieldValue } from './described/field-input.ts';
export { readValue } from './described/read-value.ts';
export {
  fieldHeading,
  readFen,
  showFen,
  showField,
  type FieldWords,
} from './described/show-field.ts';
