import { checkVersion } from '../changes/check-version.ts';
import { ConflictError } from '../errors/domain-errors.ts';

/** The part of a Prisma delegate that a versioned save needs. */
interface VersionedTable<Data> {
  updateMany: (args: {
    where: { id: string; version: number };
    data: Data & { version: { increment: number } };
  }) => Promise<{ count: number }>;
}

/**
 * Saves a change against the version that its author read, and counts the version up.
 *
 * @returns the new version.
 * @throws ConflictError when the record has moved on, with both values of what differs.
 */
export async function saveVersioned<Data extends object>(
  table: VersionedTable<Data>,
  stored: { id: string; version: number },
  expectedVersion: number,
  data: Data,
): Promise<number> {
  checkVersion(stored, expectedVersion, data);
  const { count } = await table.updateMany({
    where: { id: stored.id, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (!count) throw new ConflictError(expectedVersion + 1);
  return expectedVersion + 1;
}
