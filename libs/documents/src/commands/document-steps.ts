import { stepCommands, toDay, type CommandScope } from '@taizhang/platform';
import {
  DOCUMENT_EVENTS,
  DOCUMENT_LIFE_CYCLE,
  draftOf,
  steppedDocument,
  type DocumentState,
} from '../rules/index.ts';
import { closeConsultation, openConsultation } from './consult.ts';
import { checkFile, loadDocument } from './load-document.ts';

interface Papers {
  documentNumber: string;
  issuedOn: string;
  effectiveOn?: string | null;
  fileId: string;
}

/** The steps of a document; its versions and consultations follow from them. */
export const documentSteps = stepCommands(DOCUMENT_LIFE_CYCLE, {
  load: async (scope, id) => {
    const { document, state } = await loadDocument(scope, id);
    return { row: document, state: steppedDocument(state) };
  },
  before: {
    issueInstitutionalDocument: (scope, _found, { fileId }: Papers) => checkFile(scope, fileId),
  },
  after: {
    consultOnDocument: (scope, { row, state }, { closesOn }: { closesOn: string }) =>
      openConsultation(scope, row.id, state.newestVersion!.ordinal, closesOn),
    redraftDocument: (scope, { row }, { commentCount }: { commentCount: number }) =>
      closeConsultation(scope, row.id, commentCount),
    submitDocumentForLegalReview: (scope, { row }, { commentCount }: { commentCount: number }) =>
      closeConsultation(scope, row.id, commentCount),
    issueInstitutionalDocument: (scope, { row, state }, papers: Papers) =>
      issueVersion(scope, row.id, state, papers),
  },
});

/** Gives the draft its number, day and file; a document approved on paper alone gets its first version so. */
async function issueVersion(
  { tx, caller, create, change }: CommandScope,
  documentId: string,
  state: DocumentState,
  { documentNumber, issuedOn, effectiveOn, fileId }: Papers,
): Promise<void> {
  const papers = {
    documentNumber,
    issuedOn: toDay(issuedOn)!,
    effectiveOn: toDay(effectiveOn) ?? null,
    fileId,
  };
  const draft = draftOf(state);
  if (draft) {
    const { ordinal } = draft;
    const stored = await tx.documentVersion.findUniqueOrThrow({
      where: { documentId_ordinal: { documentId, ordinal } },
    });
    await change(DOCUMENT_EVENTS.DOCUMENT_VERSION_ISSUED, stored, papers);
  } else {
    const ordinal = (state.newestVersion?.ordinal ?? 0) + 1;
    const first = { documentId, ordinal, authoredById: caller.personId, ...papers };
    await create(DOCUMENT_EVENTS.DOCUMENT_VERSION_ADDED, first);
  }
}
