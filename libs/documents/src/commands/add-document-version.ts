import {
  checkVersion,
  obey,
  runCommand,
  toDay,
  type ChangeInput,
  type CommandScope,
  type RequestContext,
} from '@taizhang/platform';
import {
  addDocumentVersionInput,
  confirmsReport,
  DOCUMENT_EVENTS,
  DOCUMENT_LIFE_CYCLE,
  isIssuedByPapers,
  refuseAddVersion,
  refuseUnapprovedPapers,
  steppedDocument,
} from '../rules/index.ts';
import { documentSteps } from './document-steps.ts';
import { checkFile, loadDocument } from './load-document.ts';

/** Adds a version behind the last of a document; number, day and file make true what was only reported. */
export function addDocumentVersion(context: RequestContext, input: ChangeInput): Promise<string> {
  return runCommand(
    context,
    {
      name: 'addDocumentVersion',
      idempotencyKey: input.idempotencyKey,
      schema: addDocumentVersionInput,
      input,
      subjectId: input.id,
    },
    async (scope, fields) => {
      const found = await loadDocument(scope, input.id);
      const { document, state } = found;
      obey(refuseAddVersion(state, scope.caller) ?? refuseUnapprovedPapers(state, fields));
      await checkFile(scope, fields.fileId);
      const ordinal = (state.newestVersion?.ordinal ?? 0) + 1;
      checkVersion(document, input.expectedVersion);
      if (confirmsReport(state, fields)) await confirmReport(scope, found, ordinal);
      await scope.create(DOCUMENT_EVENTS.DOCUMENT_VERSION_ADDED, {
        documentId: document.id,
        ordinal,
        documentNumber: fields.documentNumber ?? null,
        issuedOn: toDay(fields.issuedOn) ?? null,
        effectiveOn: toDay(fields.effectiveOn) ?? null,
        summary: fields.summary ?? null,
        text: fields.text ?? null,
        fileId: fields.fileId ?? null,
        authoredById: scope.caller.personId,
      });
    },
  );
}

/** Makes true what was only reported: the document is issued by its papers, or has long been. */
async function confirmReport(
  scope: CommandScope,
  { document, state }: Awaited<ReturnType<typeof loadDocument>>,
  ordinal: number,
): Promise<void> {
  if (isIssuedByPapers(state)) {
    const stepped = { row: document, state: steppedDocument(state) };
    await documentSteps.take(scope, 'confirmReportedDocument', stepped);
  } else
    await scope.change(DOCUMENT_EVENTS.DOCUMENT_PAPERS_COMPLETED, document, {
      statusIsReported: false,
      inForceOrdinal:
        state.status && DOCUMENT_LIFE_CYCLE.is('hasTakenEffect', state.status)
          ? ordinal
          : undefined,
    });
}
