import type { Caller } from '@taizhang/platform';
import { placesWith, type Permission } from './permissions.ts';

/**
 * The records at places where the caller has a permission, as a condition.
 *
 * @param at what says that a record is at one of some places.
 */
export function heldAt<Where extends object>(
  caller: Caller | null,
  permission: Permission,
  at: (places: { in: string[] }) => Where,
): Where | object {
  const places = caller ? placesWith(caller, permission) : [];
  return places === null ? {} : at({ in: [...places] });
}
