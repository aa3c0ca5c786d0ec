import {
  type CommandInput,
  type CommandScope,
  ForbiddenError,
  newKey,
  NotFoundError,
  obey,
  type RequestContext,
  runCommand,
  TransitionError,
  ValidationError,
} from '@taizhang/platform';
import { bilingual, refuseFileName } from '@taizhang/platform/rules';
import { attachEvidenceInput, refuseAttachEvidence, reuseEvidenceInput } from '../rules/index.ts';
import { visibleItems } from '../visible-items.ts';
import { loadItem } from './load-states.ts';

interface Use {
  itemId: string;
  measureId?: string | null | undefined;
  description?: string | null | undefined;
}

/** A stored file under the name that its evidence shows. */
interface NamedFile {
  id: string;
  sha256: string;
  fileName: string;
}

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
      const place = await loadPlace(scope, fields);
      const { fileName } = fields;
      const file = await scope.tx.storedFile.findUnique({ where: { id: fields.fileId } });
      if (!file) throw new NotFoundError('StoredFile');
      const mismatch = refuseFileName(fileName, file.mediaType);
      if (mismatch) throw new ValidationError([{ path: ['fileName'], message: mismatch }]);
      await saveEvidence(scope, id, place, fields, { ...file, fileName });
    },
  );
}

/**
 * Attaches a file that proves something already to another item or measure. The caller names the evidence, which
 * they must see: knowing a file's hash opens nothing.
 */
export function reuseEvidence(context: RequestContext, input: CommandInput): Promise<string> {
  const id = newKey();
  return runCommand(
    context,
    {
      name: 'reuseEvidence',
      idempotencyKey: input.idempotencyKey,
      schema: reuseEvidenceInput,
      input,
      subjectId: id,
    },
    async (scope, fields) => {
      const { tx, caller } = scope;
      const source = await tx.evidence.findFirst({
        where: { id: fields.evidenceId, item: visibleItems(caller) },
        select: { fileName: true, file: { select: { id: true, sha256: true } } },
      });
      if (!source) throw new NotFoundError('Evidence');
      const place = await loadPlace(scope, fields);
      const isThere = await tx.evidence.count({
        where: {
          fileId: source.file.id,
          itemId: place.item.id,
          measureId: fields.measureId ?? null,
          status: { not: 'REJECTED' },
        },
      });
      if (isThere)
        throw new TransitionError(
          'evidence-attached-already',
          bilingual('该文件已是此处的佐证材料', 'This file is evidence here already'),
        );
      await saveEvidence(scope, id, place, fields, { ...source.file, fileName: source.fileName });
    },
  );
}

/** Loads where evidence goes and who puts it there. @throws what the rules say against it. */
async function loadPlace(scope: CommandScope, { itemId, measureId }: Use) {
  const item = await loadItem(scope, itemId);
  obey(refuseAttachEvidence(item, scope.caller));
  const uploadedById = scope.caller.personId;
  if (!uploadedById)
    throw new ForbiddenError(bilingual('佐证材料须由本人上传', 'A person has to attach evidence'));
  if (
    measureId &&
    !(await scope.tx.correctiveMeasure.count({ where: { id: measureId, itemId: item.id } }))
  )
    throw new NotFoundError('CorrectiveMeasure');
  return { item, uploadedById };
}

async function saveEvidence(
  scope: CommandScope,
  id: string,
  { item, uploadedById }: Awaited<ReturnType<typeof loadPlace>>,
  { measureId, description }: Use,
  { id: fileId, sha256, fileName }: NamedFile,
): Promise<void> {
  await scope.tx.evidence.create({
    data: {
      id,
      fileId,
      itemId: item.id,
      measureId: measureId ?? null,
      fileName,
      description: description ?? null,
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
    after: { status: 'PENDING', fileName, sha256 },
  });
}
