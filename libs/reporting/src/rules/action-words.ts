import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const REPORTING_ACTION_WORDS = {
  remindBiweeklyUnits: bilingual('催报未报科室', 'Remind the units'),
};
