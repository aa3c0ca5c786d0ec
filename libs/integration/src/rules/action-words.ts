import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const INTEGRATION_ACTION_WORDS = {
  importNotice: bilingual('导入通报', 'Import a notice'),
};
