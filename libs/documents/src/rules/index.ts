export { compareTexts, type ComparedRow, type TextSegment } from './compare-texts.ts';
export {
  DOCUMENT_STATUSES,
  DOCUMENT_STEP_NAMES,
  DOCUMENT_STEPS,
  draftOf,
  isIssued,
  refuseClosedDocument,
  refuseDocumentStep,
  type DocumentState,
  type DocumentStatus,
  type DocumentStepName,
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
  completeReport,
  refuseAddVersion,
  refuseUnapprovedPapers,
  VERSION_STATUSES,
  versionStatus,
  type VersionStatus,
} from './document-versions.ts';
export {
  addDocumentInput,
  addDocumentVersionInput,
  consultOnDocumentInput,
  DOCUMENT_ACTIONS,
  editDocumentInput,
  issueDocumentInput,
  redraftDocumentInput,
  stepDocumentInput,
  stepDocumentWithReasonInput,
  submitDocumentForLegalReviewInput,
} from './inputs.ts';
