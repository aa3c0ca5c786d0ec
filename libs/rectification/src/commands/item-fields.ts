import { isOrganizationReadable, reachedOrganizations } from '@taizhang/access/rules';
import { checkNamedOrganizations, checkNamedPeople } from '@taizhang/access/visibility';
import { NotFoundError, type CommandScope } from '@taizhang/platform';

interface References {
  leadLeaderId?: string | null;
  primaryResponsiblePersonId?: string | null;
  responsibleUnitId?: string | null;
  supportingUnitIds?: readonly string[] | null;
}

/**
 * Makes sure that the caller may see the people and units which an item names, and that nobody and
 * none is newly named who is disabled.
 *
 * @param stored the item as it is, when it is edited.
 * @throws NotFoundError, TransitionError
 */
export async function checkReferences(
  { tx, caller }: CommandScope,
  fields: References,
  stored: References = {},
): Promise<void> {
  const people = [fields.leadLeaderId, fields.primaryResponsiblePersonId].filter(
    (id) => typeof id === 'string',
  );
  const units = [fields.responsibleUnitId, ...(fields.supportingUnitIds ?? [])].filter(
    (id) => typeof id === 'string',
  );
  const reached = reachedOrganizations(caller);
  const foundPeople = await tx.person.count({
    where: { id: { in: people }, ...(reached && { organizationId: { in: [...reached] } }) },
  });
  if (foundPeople !== new Set(people).size) throw new NotFoundError('Person');
  await checkNamedPeople(tx, people, [stored.leadLeaderId, stored.primaryResponsiblePersonId]);
  const found = await tx.organization.findMany({
    where: { id: { in: units } },
    select: { id: true, code: true },
  });
  const readable = found.filter((unit) => isOrganizationReadable(caller, unit));
  if (readable.length !== new Set(units).size) throw new NotFoundError('Organization');
  await checkNamedOrganizations(tx, units, [
    stored.responsibleUnitId,
    ...(stored.supportingUnitIds ?? []),
  ]);
}
