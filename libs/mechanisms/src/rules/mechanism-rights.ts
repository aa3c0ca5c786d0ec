import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from '@taizhang/platform/rules';
import { MECHANISM_LIFE_CYCLE, type MechanismState } from './mechanism-life-cycle.ts';

/** Whether the caller may set up mechanisms of a bureau. */
export const mayEditMechanisms = (caller: Caller, organizationId: string): boolean =>
  may(caller, 'mechanism:edit', organizationId);

/** Why the caller may not edit a mechanism or its cadence now; null when they may. */
export function refuseEditMechanism(mechanism: MechanismState, caller: Caller): Refusal | null {
  if (!mayEditMechanisms(caller, mechanism.organizationId)) return byPermission(NO_PERMISSION);
  return MECHANISM_LIFE_CYCLE.is('isEditable', mechanism.status)
    ? null
    : byRule('mechanism-not-ended', '机制已终止，不能再修改', 'It has ended: it stays as it is');
}
