import { bilingual, defineEvents } from '@taizhang/platform/rules';

/** What importing a notice leaves in the log beside the events of the domains that it writes into. */
export const INTEGRATION_EVENTS = defineEvents({
  NOTICE_IMPORTED: { subject: 'Notice', words: bilingual('导入通报', 'Notice imported') },
  DOCUMENT_IMPORTED: {
    subject: 'InstitutionalDocument',
    words: bilingual('由通报导入文件', 'Document imported from the notice'),
  },
  TRAINING_IMPORTED: {
    subject: 'Training',
    words: bilingual('由通报导入培训会议', 'Training imported from the notice'),
  },
});
