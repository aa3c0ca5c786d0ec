import { bilingual, defineEvents } from '@taizhang/platform/rules';

const document = (chinese: string, english: string) =>
  ({ subject: 'InstitutionalDocument', words: bilingual(chinese, english) }) as const;

/** What happens to institutional documents, their versions and what is done with them. */
export const DOCUMENT_EVENTS = defineEvents({
  DOCUMENT_ADDED: document('登记制度文件', 'Document added'),
  DOCUMENT_EDITED: document('修改制度文件', 'Document edited'),
  DOCUMENT_DRAFTING_STARTED: document('启动起草', 'Drafting started'),
  DOCUMENT_CONSULTATION_OPENED: document('征求意见', 'Sent out for comments'),
  DOCUMENT_REDRAFTED: document('修改后重拟', 'Redrafted'),
  DOCUMENT_SUBMITTED_FOR_LEGAL_REVIEW: document('提交合法性审核', 'Submitted for legal review'),
  DOCUMENT_RETURNED: document('审核退回', 'Returned to drafting'),
  DOCUMENT_APPROVED: document('审议通过', 'Approved'),
  DOCUMENT_ISSUED: document('印发', 'Issued'),
  DOCUMENT_IN_FORCE: document('施行', 'Came into force'),
  DOCUMENT_REVISION_STARTED: document('启动修订', 'Revision started'),
  DOCUMENT_SUPERSEDED: document('由其他文件替代', 'Superseded'),
  DOCUMENT_REPEALED: document('废止', 'Repealed'),
  DOCUMENT_REPORT_CONFIRMED: document('自报状态得到证实', 'Reported state confirmed'),
  DOCUMENT_PAPERS_COMPLETED: document('补齐印发材料', 'Papers of issue completed'),

  DOCUMENT_VERSION_ADDED: {
    subject: 'DocumentVersion',
    words: bilingual('登记文件版本', 'Document version added'),
  },
  DOCUMENT_VERSION_ISSUED: {
    subject: 'DocumentVersion',
    words: bilingual('登记文号和印发日期', 'Version issued'),
  },
  DOCUMENT_ACTION_RECORDED: {
    subject: 'DocumentAction',
    words: bilingual('登记文件整改动作', 'Work on a document recorded'),
  },
  CONSULTATION_DRAFT_SENT: {
    subject: 'ConsultationDraft',
    words: bilingual('发出征求意见稿', 'Draft sent out for comments'),
  },
  CONSULTATION_DRAFT_CLOSED: {
    subject: 'ConsultationDraft',
    words: bilingual('征求意见结束', 'Comments closed'),
  },
});
