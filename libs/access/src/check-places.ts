import { NotFoundError, type CommandScope } from '@taizhang/platform';
import { isOrganizationReadable } from './rules/index.ts';

interface Places {
  organizationId: string;
  responsibleUnitId: string | null;
}

/**
 * Makes sure that a record's unit is its bureau's, its bureau that of the item it serves, and that
 * the caller may see what it named of them; the item's own are shown with the item.
 *
 * @param named the ones that the caller named, if any.
 * @throws NotFoundError
 */
export async function checkPlaces(
  { tx, caller }: CommandScope,
  { organizationId, responsibleUnitId }: Places,
  item: Places | null,
  named: readonly (string | null | undefined)[],
): Promise<void> {
  const find = async (id: string) => {
    const found = await tx.organization.findUnique({ where: { id } });
    const isShown = id === item?.organizationId || id === item?.responsibleUnitId;
    if (!found || !named.includes(id) || isShown) return found;
    return isOrganizationReadable(caller, found) ? found : null;
  };
  const bureau = await find(organizationId);
  const unit = responsibleUnitId ? await find(responsibleUnitId) : bureau;
  const isOneBureau = bureau && unit?.path.startsWith(bureau.path);
  if (!isOneBureau || (item && item.organizationId !== organizationId))
    throw new NotFoundError('Organization');
}
