export { allowedAction, type AllowedAction } from './allowed-action.ts';
export { bilingual, type BilingualText } from './bilingual.ts';
export {
  isoDate,
  isIsoDate,
  optionalDate,
  optionalText,
  requiredText,
  todayInShanghai,
} from './fields.ts';
