import {
  newKey,
  NotFoundError,
  runCommand,
  ForbiddenError,
  type CommandInput,
  type RequestContext,
} from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { attachEvidenceInput, refuseAttachEvidence } from '../rules/index.ts';
import { loadItem } from './load-states.ts';
import { obey } from './obey.ts';

/** Attaches an uploaded file to an item, and to one of its measures where it is named, as evidence. */
export function attachEvidence(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'attachEvidence',
      idempotencyKey: input.idempotencyKey,
      schema: attachEvidenceInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const item = await loadItem(scope, fields.itemId);
      obey(refuseAttachEvidence(item, scope.caller));
      const uploadedById = scope.caller.personId;
      if (!uploadedById)
        throw new ForbiddenError(
          bilingual('佐证材料须由本人上传', 'A person has to attach evidence'),
        );
      const { tx } = scope;
      const file = await tx.storedFile.findUnique({ where: { id: fields.fileId } });
      if (!file) throw new NotFoundError('StoredFile');
      if (
        fields.measureId &&
        !(await tx.correctiveMeasure.count({ where: { id: fields.measureId, itemId: item.id } }))
      )
        throw new NotFoundError('CorrectiveMeasure');
      await tx.evidence.create({
        data: {
          id,
          fileId: file.id,
          itemId: item.id,
          measureId: fields.measureId ?? null,
          fileName: fields.fileName,
          description: fields.description ?? null,
          uploadedById,
          uploadedAt: scope.now,
        },
      });
      await scope.record({
        type: 'EVIDENCE_ATTACHED',
        subjectType: 'Evidence',
        subjectId: id,
        subjectVersion: 1,
        itemId: item.id,
        organizationId: item.organizationId,
        after: { status: 'PENDING', fileName: fields.fileName, sha256: file.sha256 },
      });
    },
  );
}
