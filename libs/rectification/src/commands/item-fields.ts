import { NotFoundError, type CommandScope } from '@taizhang/platform';

interface References {
  leadLeaderId?: string | null;
  primaryResponsiblePersonId?: string | null;
  responsibleUnitId?: string | null;
  supportingUnitIds?: string[] | null;
}

/** Makes sure that the people and units which an item names exist. @throws NotFoundError */
export async function checkReferences({ tx }: CommandScope, fields: References): Promise<void> {
  const people = [fields.leadLeaderId, fields.primaryResponsiblePersonId].filter((id) => typeof id === 'string');
  const units = [fields.responsibleUnitId, ...(fields.supportingUnitIds ?? [])].filter(
    (id) => typeof id === 'string',
  );
  const [foundPeople, foundUnits] = await Promise.all([
    tx.person.count({ where: { id: { in: people } } }),
    tx.organization.count({ where: { id: { in: units } } }),
  ]);
  if (foundPeople !== new Set(people).size) throw new NotFoundError('Person');
  if (foundUnits !== new Set(units).size) throw new NotFoundError('Organization');
}
