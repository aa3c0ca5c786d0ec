export { INTEGRATION_ACTION_WORDS } from './action-words.ts';
export { checkNotice, type NoticeCheck } from './check-notice.ts';
export {
  CHANGE_KINDS,
  compareNotice,
  itemsOfArea,
  mergeRound,
  type Entity,
  type NoticeChange,
  type StoredLedger,
} from './compare-notice.ts';
export { INTEGRATION_EVENTS } from './events.ts';
export { importNoticeInput } from './import-input.ts';
export * from '../notice/parsing/index.ts';
