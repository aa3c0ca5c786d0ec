import {
  obey,
  runCommand,
  saveVersioned,
  toDay,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import {
  addDocumentVersionInput,
  completeReport,
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
      const { tx, caller } = scope;
      const { document, state } = await loadDocument(scope, input.id);
      obey(refuseAddVersion(state, caller) ?? refuseUnapprovedPapers(state, fields));
      await checkFile(scope, fields.fileId);
      const ordinal = (state.newestVersion?.ordinal ?? 0) + 1;
      const completed = completeReport(state, fields);
      const version = await saveVersioned(
        tx.institutionalDocument,
        document,
        input.expectedVersion,
        {
          ...(completed && { status: completed, statusIsReported: false }),
          ...(completed && completed !== 'ISSUED' && { inForceOrdinal: ordinal }),
        },
      );
      await tx.documentVersion.create({
        data: {
          documentId: document.id,
          ordinal,
          documentNumber: fields.documentNumber ?? null,
          issuedOn: toDay(fields.issuedOn) ?? null,
          effectiveOn: toDay(fields.effectiveOn) ?? null,
          summary: fields.summary ?? null,
          text: fields.text ?? null,
          fileId: fields.fileId ?? null,
          authoredById: caller.personId,
        },
      });
      await scope.record({
        type: 'DOCUMENT_VERSION_ADDED',
        subjectType: 'InstitutionalDocument',
        subjectId: document.id,
        subjectVersion: version,
        organizationId: document.organizationId,
        before: { status: document.status },
        after: {
          status: completed ?? document.status,
          ordinal,
          documentNumber: fields.documentNumber ?? null,
        },
      });
    },
  );
}
