import { refuseSibling, type Prisma } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';

/** Makes sure that no other organization below the same one has this name. @throws ValidationError */
export async function refuseSameName(
  tx: Prisma.TransactionClient,
  { id, parentId }: { id: string; parentId: string | null },
  name: string,
): Promise<void> {
  if (!parentId) return;
  // Two at once must not take one name.
  await tx.$queryRaw`SELECT 1 FROM "Organization" WHERE "id" = ${parentId}::uuid FOR NO KEY UPDATE`;
  const siblings = await tx.organization.findMany({
    where: { parentId, id: { not: id } },
    select: { name: true },
  });
  refuseSibling(
    siblings.map((sibling) => sibling.name),
    name,
    'name',
    bilingual(
      '同一上级下已有同名组织，请用能区分的名称，或使用已有的组织',
      'An organization of this name exists below the same one: choose a name that tells them apart, or use that one',
    ),
  );
}
