import { NotFoundError, type CommandScope } from '@taizhang/platform';
import type { TrainingPlaces } from '../rules/index.ts';

/** Where a training belongs: what was said, else the item's places, else the caller's own. */
export async function placesOf(
  { tx, caller }: CommandScope,
  fields: {
    organizationId?: string | null | undefined;
    responsibleUnitId?: string | null | undefined;
  },
  item: { organizationId: string; responsibleUnitId: string | null } | null,
) {
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  const ownUnit = own?.kind === 'UNIT' ? own.id : null;
  const places = {
    organizationId:
      fields.organizationId ??
      item?.organizationId ??
      (ownUnit ? own!.parentId! : caller.organizationId),
    responsibleUnitId: fields.responsibleUnitId ?? ownUnit ?? item?.responsibleUnitId ?? null,
  };
  await checkPlaces(tx, places, item);
  return places;
}

/** Makes sure that the unit is the bureau's, and the bureau the item's. @throws NotFoundError */
export async function checkPlaces(
  tx: CommandScope['tx'],
  { organizationId, responsibleUnitId }: TrainingPlaces,
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
