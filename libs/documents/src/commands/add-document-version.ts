import { NO_PERMISSION } from '@taizhang/access/rules';
import {
  ForbiddenError,
  NotFoundError,
  runCommand,
  saveVersioned,
  toDay,
  type ChangeInput,
  type RequestContext,
} from '@taizhang/platform';
import { addDocumentVersionInput, mayEditDocument } from '../rules/index.ts';
import { visibleDocuments } from '../visible-documents.ts';

/** Adds a version behind the last of a document; with a number it counts as issued, no longer as reported. */
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
      const document = await tx.institutionalDocument.findFirst({
        where: { id: input.id, AND: [visibleDocuments(caller)] },
        include: { versions: { select: { ordinal: true }, orderBy: { ordinal: 'desc' }, take: 1 } },
      });
      if (!document) throw new NotFoundError('InstitutionalDocument');
      if (!mayEditDocument(caller, document)) throw new ForbiddenError(NO_PERMISSION);
      if (fields.fileId && !(await tx.storedFile.count({ where: { id: fields.fileId } })))
        throw new NotFoundError('StoredFile');
      const isIssued = Boolean(fields.documentNumber && fields.issuedOn);
      const version = await saveVersioned(
        tx.institutionalDocument,
        document,
        input.expectedVersion,
        {
          ...(isIssued && { status: 'ISSUED' as const, statusIsReported: false }),
        },
      );
      const ordinal = (document.versions[0]?.ordinal ?? 0) + 1;
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
          status: isIssued ? 'ISSUED' : document.status,
          ordinal,
          documentNumber: fields.documentNumber ?? null,
        },
      });
    },
  );
}
