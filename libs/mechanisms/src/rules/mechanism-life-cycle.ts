import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  bilingual,
  guard,
  reasonField,
  requiredReasonField,
  toDay,
} from '@taizhang/platform/rules';
import { MECHANISM_EVENTS as EVENTS } from './events.ts';

export type MechanismStatus = Row<'StandingMechanism'>['status'];

/** What the rules need to know of a mechanism. */
export interface MechanismState {
  status: MechanismStatus;
  organizationId: string;
  responsibleUnitId: string | null;
  ownerId: string | null;
}

/** Ending what one has to keep would waive it. */
const ownerDoesNotStop = guard(
  'owner-keeps',
  '责任人不能暂停或终止自己负责的机制',
  'Who answers for it neither suspends nor ends it',
  ({ ownerId }: MechanismState, { personId }) => !ownerId || personId !== ownerId,
);

const reason = requiredReasonField('理由。Why; shown with the mechanism and kept in the history.');

/**
 * The life cycle of a standing mechanism. Suspending or ending it waives what was not yet due; what falls while
 * it is suspended is never opened.
 */
export const MECHANISM_LIFE_CYCLE = defineLifeCycle({
  subject: 'StandingMechanism',
  words: bilingual('长效机制', 'Standing mechanism'),
  places: (mechanism: MechanismState) => [mechanism.organizationId],
  statuses: {
    ACTIVE: { words: bilingual('执行中', 'Active'), traits: { isOpen: true, isEditable: true } },
    SUSPENDED: {
      words: bilingual('已暂停', 'Suspended'),
      traits: { isOpen: true, isEditable: true },
    },
    ENDED: { words: bilingual('已终止', 'Ended'), traits: { isOpen: false, isEditable: false } },
  },
  born: { MECHANISM_ADDED: 'ACTIVE' },
  steps: (step) => ({
    suspendStandingMechanism: step({
      from: ['ACTIVE'],
      to: 'SUSPENDED',
      permission: 'mechanism:edit',
      guards: [ownerDoesNotStop],
      fields: { reason },
      sets: (_mechanism, { reason: statusReason }) => ({ statusReason, nextOpensOn: null }),
      event: EVENTS.MECHANISM_SUSPENDED,
      words: bilingual('暂停', 'Suspend'),
      description:
        '暂停。With a reason; what is not due yet is waived with it: ACTIVE → SUSPENDED.',
      advice: bilingual(
        '尚未到期的事项随之免做，已逾期的不变。',
        'What is not due yet is waived; what is overdue stays.',
      ),
      isDangerous: true,
    }),
    resumeStandingMechanism: step({
      from: ['SUSPENDED'],
      to: 'ACTIVE',
      permission: 'mechanism:edit',
      fields: { reason: reasonField() },
      sets: (_mechanism, _fields, { today }) => ({ statusReason: null, slotsFrom: toDay(today)! }),
      event: EVENTS.MECHANISM_RESUMED,
      words: bilingual('恢复', 'Resume'),
      description: '恢复。From today on it falls due again: SUSPENDED → ACTIVE.',
    }),
    endStandingMechanism: step({
      from: ['ACTIVE', 'SUSPENDED'],
      to: 'ENDED',
      permission: 'mechanism:edit',
      guards: [ownerDoesNotStop],
      fields: { reason },
      sets: (_mechanism, { reason: statusReason }) => ({ statusReason, nextOpensOn: null }),
      event: EVENTS.MECHANISM_ENDED,
      words: bilingual('终止', 'End'),
      description:
        '终止。With a reason, for good; what is not due yet is waived with it: ACTIVE or SUSPENDED → ENDED.',
      isDangerous: true,
    }),
  }),
});
