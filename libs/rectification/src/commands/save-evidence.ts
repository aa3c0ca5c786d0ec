import { type CommandScope, ForbiddenError, NotFoundError, obey } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { refuseAttachEvidence, RECTIFICATION_EVENTS } from '../rules/index.ts';
import { loadItem } from './load-states.ts';

interface Use {
  itemId: string;
  measureId?: string | null | undefined;
  description?: string | null | undefined;
}

/** A stored file under the name that its evidence shows. */
interface NamedFile {
  id: string;
  fileName: string;
}

/** Loads where evidence goes and who puts it there. @throws what the rules say against it. */
export async function loadEvidencePlace(scope: CommandScope, { itemId, measureId }: Use) {
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

/** Makes the evidence of a file at its place. */
export async function saveEvidence(
  scope: CommandScope,
  id: string,
  { item, uploadedById }: Awaited<ReturnType<typeof loadEvidencePlace>>,
  { measureId, description }: Use,
  { id: fileId, fileName }: NamedFile,
): Promise<void> {
  await scope.create(RECTIFICATION_EVENTS.EVIDENCE_ATTACHED, {
    id,
    fileId,
    itemId: item.id,
    measureId: measureId ?? null,
    fileName,
    description: description ?? null,
    uploadedById,
    uploadedAt: scope.now,
  });
}
