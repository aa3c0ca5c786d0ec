import { ValidationError, type CommandScope } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

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
