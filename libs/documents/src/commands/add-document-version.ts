import {
  checkVersion,
  obey,
  runCommand,
  toDay,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import {
  addDocumentVersionInput,
  completeReport,
  DOCUMENT_EVENTS,
  refuseAddVersion,
  refuseUnapprovedPapers,
} from '../rules/index.ts';
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
      const { document, state } = await loadDocument(scope, input.id);
      obey(refuseAddVersion(state, scope.caller) ?? refuseUnapprovedPapers(state, fields));
      await checkFile(scope, fields.fileId);
      const ordinal = (state.newestVersion?.ordinal ?? 0) + 1;
      const completed = completeReport(state, fields);
      checkVersion(document, input.expectedVersion);
      if (completed)
        await scope.change(DOCUMENT_EVENTS.DOCUMENT_REPORT_CONFIRMED, document, {
          status: completed,
          statusIsReported: false,
          inForceOrdinal: completed === 'ISSUED' ? undefined : ordinal,
        });
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
