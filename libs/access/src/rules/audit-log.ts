import type { Caller } from '@taizhang/platform';
import { placesWith } from './permissions.ts';

/**
 * Records of the administration itself: what changed in them is shown to the audit administrator.
 * Whatever is not named here counts as the ledger's content, of which the log gives the names of
 * changed fields only.
 */
const ADMINISTRATIVE_SUBJECTS: readonly string[] = [
  'Account',
  'ApiClient',
  'AuditLog',
  'Export',
  'ExternalIdentity',
  'Organization',
  'Person',
  'RoleAssignment',
  'Session',
];

/** Whether the audit log shows an event's reason and values, or only the names of changed fields. */
export const showsValues = ({ kind, subjectType }: { kind: string; subjectType: string }) =>
  kind !== 'CHANGE' || ADMINISTRATIVE_SUBJECTS.includes(subjectType);

/** The names of the fields that an event changed, in the order of the alphabet. */
export function changedFields(before: unknown, after: unknown): string[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .sort();
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** Whether the caller may check the chain, which runs over the events of the whole tree. */
export const mayCheckChain = (caller: Caller | null): boolean =>
  caller !== null && placesWith(caller, 'audit:read') === null;
