export { mayEditDocument, isDocumentVisible, type DocumentPlaces } from './document-rights.ts';
export {
  addDocumentInput,
  addDocumentVersionInput,
  DOCUMENT_ACTIONS,
  DOCUMENT_STATUSES,
} from './inputs.ts';
