import { NotFoundError, type CommandScope } from '@taizhang/platform';
import { visibleMechanisms, visibleOccurrences } from '../visible-mechanisms.ts';

/** A mechanism that the caller may see; its row is held, so that nothing opens meanwhile. @throws NotFoundError */
export async function loadMechanism({ tx, caller }: CommandScope, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "StandingMechanism" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const found = await tx.standingMechanism.findFirst({
    where: { id, AND: [visibleMechanisms(caller)] },
  });
  if (!found) throw new NotFoundError('StandingMechanism');
  return found;
}

/** What the rules of an occurrence read of its mechanism. */
export const OWNER = { select: { ownerId: true, evidenceWanted: true } } as const;

/** An occurrence that the caller may see, with what its rules read. @throws NotFoundError */
export async function loadOccurrence({ tx, caller }: CommandScope, id: string) {
  const found = await tx.mechanismOccurrence.findFirst({
    where: { id, AND: [visibleOccurrences(caller)] },
    include: { mechanism: OWNER },
  });
  if (!found) throw new NotFoundError('MechanismOccurrence');
  const { mechanism, ...row } = found;
  return { row, mechanism, state: { ...row, ownerId: mechanism.ownerId } };
}
