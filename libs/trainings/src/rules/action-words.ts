import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const TRAINING_ACTION_WORDS = {
  planTraining: bilingual('计划培训', 'Plan a training'),
  recordTraining: bilingual('登记培训', 'Record a training'),
  editTraining: bilingual('修改培训', 'Edit the training'),
};
