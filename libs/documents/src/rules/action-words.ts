import { bilingual } from '@taizhang/platform/rules';

/** What is done here beside the steps of life cycles, as buttons and `allowedActions` call it. */
export const DOCUMENT_ACTION_WORDS = {
  addInstitutionalDocument: bilingual('登记文件', 'Add a document'),
  editInstitutionalDocument: bilingual('修改文件', 'Edit the document'),
  addDocumentVersion: bilingual('登记新版本', 'Add a version'),
};
