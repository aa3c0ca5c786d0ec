import { visibleDocuments } from '@taizhang/documents/visibility';
import { NotFoundError, type CommandScope } from '@taizhang/platform';

/** Makes sure that the caller may see a document that they name. @throws NotFoundError */
export async function checkDocument(
  { tx, caller }: CommandScope,
  id: string | null | undefined,
): Promise<void> {
  if (!id) return;
  const where = { id, AND: [visibleDocuments(caller)] };
  if (!(await tx.institutionalDocument.count({ where })))
    throw new NotFoundError('InstitutionalDocument');
}
