export { INTEGRATION_ACTION_WORDS } from './action-words.ts';
export { checkNotice, type NoticeCheck } from './check-notice.ts';
export {
  CHANGE_KINDS,
  compareNotice,
  fieldKey,
  mergeRound,
  type Entity,
  type NoticeChange,
  type StoredField,
  type StoredLedger,
} from './compare-notice.ts';
export { itemsOfArea } from './items-of-area.ts';
export {
  namesIn,
  saidFields,
  type FieldName,
  type KnownNames,
  type SaidField,
  type SaidFields,
  type UnmatchedName,
} from './said-fields.ts';
export { INTEGRATION_EVENTS } from './events.ts';
export { importNoticeInput } from './import-input.ts';
export * from '../notice/parsing/index.ts';
