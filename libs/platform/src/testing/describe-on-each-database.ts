import { describe, inject } from 'vitest';
import type { DatabasePool } from '../database/open-server.ts';
import type {} from './prepare-databases.ts';

const NAMES = { embedded: 'embedded PostgreSQL', server: 'a PostgreSQL server' } as const;

/** Describes something once on the embedded database, and once on a server where there is one. */
export function describeOnEachDatabase(
  title: string,
  suite: (kind: DatabasePool['kind']) => void,
): void {
  const kinds = inject('testDatabases').template
    ? (['embedded', 'server'] as const)
    : (['embedded'] as const);
  for (const kind of kinds) describe(`${title}, on ${NAMES[kind]}`, () => suite(kind));
}
