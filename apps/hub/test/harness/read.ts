/** The value at a dotted path of names and positions; undefined where a step is missing. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, step) =>
        typeof inner === 'object' && inner !== null
          ? (inner as Record<string, unknown>)[step]
          : undefined,
      value,
    );
}

/** The text at a path. @throws when there is none: a test must not go on with less. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  if (typeof found === 'string') return found;
  throw new Error(`No text at ${path} in ${JSON.stringify(value)}`);
}

/** The number at a path. @throws when there is none. */
export function numberAt(value: unknown, path: string): number {
  const found = at(value, path);
  if (typeof found === 'number') return found;
  throw new Error(`No number at ${path} in ${JSON.stringify(value)}`);
}

/** The list at a path. @throws when there is none. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  if (Array.isArray(found)) return found;
  throw new Error(`No list at ${path} in ${JSON.stringify(value)}`);
}
