import { defineLifeCycle, may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  bilingual,
  byPermission,
  byRule,
  reasonField,
  requiredReasonField,
  type Refusal,
} from '@taizhang/platform/rules';
import { enteringStep, type RegisterDefinition } from './definition.ts';
import { mayTake } from './entry-steps.ts';
import { REGISTER_EVENTS as EVENTS } from './events.ts';

/** What the rules need to know of a register. */
export interface RegisterState {
  status: Row<'Register'>['status'];
  organizationId: string;
}

/** The life cycle of a register; that of its entries is data, and stands in its definition. */
export const REGISTER_LIFE_CYCLE = defineLifeCycle({
  subject: 'Register',
  words: bilingual('登记簿', 'Register'),
  places: (register: RegisterState) => [register.organizationId],
  statuses: {
    ACTIVE: { words: bilingual('使用中', 'In use'), traits: { isOpen: true } },
    CLOSED: { words: bilingual('已停用', 'Closed'), traits: { isOpen: false } },
  },
  born: { REGISTER_DEFINED: 'ACTIVE' },
  steps: (step) => ({
    closeRegister: step({
      from: ['ACTIVE'],
      to: 'CLOSED',
      permission: 'register:define',
      fields: { reason: requiredReasonField() },
      event: EVENTS.REGISTER_CLOSED,
      words: bilingual('停用', 'Close'),
      description:
        '停用登记簿。No entry is added any more; those that there are go on: ACTIVE → CLOSED.',
      isDangerous: true,
    }),
    reopenRegister: step({
      from: ['CLOSED'],
      to: 'ACTIVE',
      permission: 'register:define',
      fields: { reason: reasonField() },
      event: EVENTS.REGISTER_REOPENED,
      words: bilingual('启用', 'Reopen'),
      description: '启用登记簿。Entries are added again: CLOSED → ACTIVE.',
    }),
  }),
});

/** Why the caller may not define registers of a bureau; null when they may. */
export const refuseDefine = (caller: Caller, organizationId: string): Refusal | null =>
  may(caller, 'register:define', organizationId) ? null : byPermission(NO_PERMISSION);

/** Why the caller may not revise a register; null when they may. */
export const refuseRevise = (register: RegisterState, caller: Caller): Refusal | null =>
  refuseDefine(caller, register.organizationId) ?? refuseClosed(register);

/** Why the caller can make no entry of a register; null when they can, at its bureau or at a unit of theirs. */
export function refuseEnter(
  definition: RegisterDefinition,
  register: RegisterState,
  caller: Caller,
): Refusal | null {
  const { organizationId } = register;
  const step = enteringStep(definition);
  const unitId = caller.organizationId === organizationId ? null : caller.organizationId;
  return mayTake(caller, step, { organizationId, unitId })
    ? refuseClosed(register)
    : byPermission(NO_PERMISSION);
}

/** Why no entry can be added to a register; null when one can. */
export const refuseClosed = ({ status }: RegisterState): Refusal | null =>
  REGISTER_LIFE_CYCLE.is('isOpen', status)
    ? null
    : byRule('register-active', '该登记簿已停用', 'The register is closed');

/** What actions that are no steps of the table are called. */
export const REGISTER_ACTION_WORDS = {
  defineRegister: bilingual('建立登记簿', 'Define a register'),
  reviseRegister: bilingual('修订定义', 'Revise the definition'),
  registerEntry: bilingual('登记', 'Register'),
  editRegisterEntry: bilingual('修改', 'Edit'),
  takeRegisterStep: bilingual('办理', 'Take the step'),
};
