import { ConflictError, type FieldConflict } from '../errors/domain-errors.ts';

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
  if (stored.version !== expectedVersion) throw conflict(stored, data);
  const { count } = await table.updateMany({
    where: { id: stored.id, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (!count) throw new ConflictError(expectedVersion + 1);
  return expectedVersion + 1;
}

function conflict(stored: { version: number }, data: object): ConflictError {
  const current = stored as unknown as Record<string, unknown>;
  const differing: FieldConflict[] = Object.entries(data)
    .filter(([field]) => field in current)
    .map(([field, yours]) => ({ field, yours: asText(yours), current: asText(current[field]) }))
    .filter(({ yours, current: stored }) => yours !== stored);
  return new ConflictError(stored.version, differing);
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
