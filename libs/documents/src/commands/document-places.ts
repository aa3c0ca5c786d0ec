import { NotFoundError, ValidationError, type CommandScope } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import type { DocumentPlaces } from '../rules/index.ts';

/** Makes sure that the unit is the bureau's, and the bureau the item's. @throws NotFoundError */
export async function checkPlaces(
  { tx }: CommandScope,
  { organizationId, responsibleUnitId }: DocumentPlaces,
  item: { organizationId: string } | null,
) {
  const bureau = await tx.organization.findUnique({ where: { id: organizationId } });
  const unit = responsibleUnitId
    ? await tx.organization.findUnique({ where: { id: responsibleUnitId } })
    : bureau;
  const isOneBureau = bureau && unit?.path.startsWith(bureau.path);
  if (!isOneBureau || (item && item.organizationId !== organizationId))
    throw new NotFoundError('Organization');
}

/** Makes sure that no other document of the bureau has the title. @throws ValidationError */
export async function refuseSameTitle(
  { tx }: CommandScope,
  { id, organizationId, title }: { id: string; organizationId: string; title: string },
) {
  // The bureau's row is locked: two documents must not take one title.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${organizationId}::uuid FOR NO KEY UPDATE`;
  if (await tx.institutionalDocument.count({ where: { organizationId, title, id: { not: id } } }))
    throw new ValidationError([
      {
        path: ['title'],
        message: bilingual(
          '同名文件已存在，请为它新增版本',
          'A document of this title exists: add a version to it',
        ),
      },
    ]);
}
