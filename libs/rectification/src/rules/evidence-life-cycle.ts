import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import { bilingual, guard, reasonField, requiredReasonField } from '@taizhang/platform/rules';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';

/** What the rules need to know of a piece of evidence. */
export interface EvidenceState {
  status: Row<'Evidence'>['status'];
  uploadedById: string;
  item: { organizationId: string; status: string };
}

const uploaderDoesNotDecide = guard(
  'four-eyes',
  '上传人不能审核自己的材料',
  'Who uploaded it cannot decide on it',
  ({ uploadedById }: EvidenceState, { personId }) => personId !== null && personId !== uploadedById,
);

/** The two decisions on evidence, by the mutation that takes them. */
export const EVIDENCE_LIFE_CYCLE = defineLifeCycle({
  subject: 'Evidence',
  words: bilingual('佐证材料', 'Evidence'),
  places: ({ item }: EvidenceState) => [item.organizationId],
  outOfOrder: bilingual('该佐证材料已有结论', 'This evidence has been decided on'),
  statuses: {
    PENDING: {
      words: bilingual('待审核', 'Pending'),
      means: bilingual('尚未裁定', 'not decided yet'),
      traits: { isOpen: true, isStanding: true, isProof: false },
    },
    ACCEPTED: {
      words: bilingual('已采信', 'Accepted'),
      traits: { isOpen: false, isStanding: true, isProof: true },
    },
    REJECTED: {
      words: bilingual('未采信', 'Rejected'),
      means: bilingual('附理由', 'with a reason'),
      traits: { isOpen: false, isStanding: false, isProof: false },
    },
  },
  born: { EVIDENCE_ATTACHED: 'PENDING' },
  steps: (step) => ({
    acceptEvidence: step({
      from: ['PENDING'],
      to: 'ACCEPTED',
      permission: 'evidence:decide',
      guards: [uploaderDoesNotDecide],
      fields: { reason: reasonField('意见。A remark.') },
      sets: (_evidence, { reason }, { caller, now }) => ({
        decidedById: caller.personId,
        decidedAt: now,
        decisionReason: reason ?? null,
      }),
      event: EVENTS.EVIDENCE_ACCEPTED,
      words: bilingual('采信', 'Accept evidence'),
      description: '采信材料。By somebody else than who attached it.',
    }),
    rejectEvidence: step({
      from: ['PENDING'],
      to: 'REJECTED',
      permission: 'evidence:decide',
      guards: [uploaderDoesNotDecide],
      fields: { reason: requiredReasonField('理由。Why.') },
      sets: (_evidence, { reason }, { caller, now }) => ({
        decidedById: caller.personId,
        decidedAt: now,
        decisionReason: reason,
      }),
      event: EVENTS.EVIDENCE_REJECTED,
      words: bilingual('不予采信', 'Reject evidence'),
      description: '不予采信。With a reason, by somebody else than who attached it.',
      isDangerous: true,
    }),
  }),
});
