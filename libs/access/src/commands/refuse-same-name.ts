import { refuseSibling, type Prisma } from '@taizhang/platform';
import { bilingual } from '@taizhang/platform/rules';
import { lockTree } from './organization-tree.ts';

/**
 * Makes sure that no other organization below the same one has this name: people tell
 * organizations of one place by their names.
 *
 * @param field of the input, which the refusal names.
 * @throws ValidationError
 */
export async function refuseSameName(
  tx: Prisma.TransactionClient,
  { id, parentId, name }: { id: string; parentId: string | null; name: string },
  field: 'name' | 'parentId' = 'name',
): Promise<void> {
  if (!parentId) return;
  // Two at once must not take one name.
  await lockTree(tx);
  const siblings = await tx.organization.findMany({
    where: { parentId, id: { not: id } },
    select: { name: true },
  });
  refuseSibling(
    siblings.map((sibling) => sibling.name),
    name,
    field,
    bilingual(
      '同一上级下已有同名组织，请用能区分的名称，或使用已有的组织',
      'An organization of this name exists below the same one: choose a name that tells them apart, or use that one',
    ),
  );
}
