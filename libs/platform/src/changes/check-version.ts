import { ConflictError, type FieldConflict } from '../errors/domain-errors.ts';

/**
 * Makes sure that a loaded row is the one that its author read.
 *
 * @param changes what the author sent: the conflict names the columns in which it differs from the row.
 * @param sensitive columns whose values a conflict never shows.
 * @throws ConflictError
 */
export function checkVersion(
  stored: { version: number },
  expectedVersion: number | undefined,
  changes: object = {},
  sensitive: readonly string[] = [],
): void {
  if (expectedVersion === undefined || stored.version === expectedVersion) return;
  throw conflictOf(stored.version, stored, changes, sensitive);
}

/** Both values of each column in which a change and the stored row differ. */
export function conflictOf(
  currentVersion: number,
  stored: object,
  changes: object,
  sensitive: readonly string[] = [],
): ConflictError {
  const current = stored as Record<string, unknown>;
  const fields: FieldConflict[] = Object.entries(changes)
    .filter(
      ([field, yours]) => yours !== undefined && field in current && !sensitive.includes(field),
    )
    .map(([field, yours]) => ({ field, yours: asText(yours), current: asText(current[field]) }))
    .filter(({ yours, current: is }) => yours !== is);
  return new ConflictError(currentVersion, fields);
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
