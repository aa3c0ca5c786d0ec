export { DOCUMENT_ACTION_WORDS } from './action-words.ts';
export { issueInput } from './issue-fields.ts';
export { compareTexts, type ComparedRow, type TextSegment } from './compare-texts.ts';
export {
  DOCUMENT_LIFE_CYCLE,
  draftOf,
  isIssued,
  refuseClosedDocument,
  steppedDocument,
  type DocumentState,
  type DocumentStatus,
  type DocumentStepName,
  type SteppedDocument,
  type VersionState,
} from './document-life-cycle.ts';
export { DOCUMENT_EVENTS } from './events.ts';
export {
  isDocumentVisible,
  mayEditDocument,
  refuseEditDocument,
  type DocumentPlaces,
} from './document-rights.ts';
export {
  confirmsReport,
  isIssuedByPapers,
  refuseAddVersion,
  refuseUnapprovedPapers,
  VERSION_STATUSES,
  versionStatus,
  type VersionStatus,
} from './document-versions.ts';
export {
  addDocumentInput,
  addDocumentVersionInput,
  DOCUMENT_ACTIONS,
  editDocumentInput,
} from './inputs.ts';
