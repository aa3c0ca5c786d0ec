import { checkNamedOrganizations, checkPlaces } from '@taizhang/access/visibility';
import type { CommandScope } from '@taizhang/platform';

/** Where a training belongs: what was said, else the item's places, else the caller's own. */
export async function placesOf(
  scope: CommandScope,
  fields: {
    organizationId?: string | null | undefined;
    responsibleUnitId?: string | null | undefined;
  },
  item: { organizationId: string; responsibleUnitId: string | null } | null,
) {
  const { tx, caller } = scope;
  const own = await tx.organization.findUnique({ where: { id: caller.organizationId } });
  const ownUnit = own?.kind === 'UNIT' ? own.id : null;
  const places = {
    organizationId:
      fields.organizationId ??
      item?.organizationId ??
      (ownUnit ? own!.parentId! : caller.organizationId),
    responsibleUnitId: fields.responsibleUnitId ?? ownUnit ?? item?.responsibleUnitId ?? null,
  };
  await checkPlaces(scope, places, item, [fields.organizationId, fields.responsibleUnitId]);
  await checkNamedOrganizations(tx, [places.responsibleUnitId], [item?.responsibleUnitId]);
  return places;
}
