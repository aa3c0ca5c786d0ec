import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { byPermission, byRule, type Refusal } from './refusal.ts';

/** What the rules need to know of a piece of evidence. */
export interface EvidenceState {
  status: string;
  uploadedById: string;
  item: { organizationId: string; status: string };
}

/** The two decisions on evidence, by the mutation that takes them. */
export const EVIDENCE_STEPS = {
  acceptEvidence: { from: ['PENDING'], to: 'ACCEPTED', event: 'EVIDENCE_ACCEPTED' },
  rejectEvidence: { from: ['PENDING'], to: 'REJECTED', event: 'EVIDENCE_REJECTED' },
} as const;
export type EvidenceAction = keyof typeof EVIDENCE_STEPS;
export const EVIDENCE_ACTIONS = Object.keys(EVIDENCE_STEPS) as EvidenceAction[];

/** Why the caller may not decide on the evidence now; null when they may. */
export function refuseEvidenceStep(evidence: EvidenceState, caller: Caller): Refusal | null {
  if (!may(caller, 'evidence:decide', evidence.item.organizationId))
    return byPermission(NO_PERMISSION);
  if (evidence.status !== 'PENDING')
    return byRule('status', '该佐证材料已有结论', 'This evidence has been decided on');
  if (caller.personId === null || caller.personId === evidence.uploadedById)
    return byRule('four-eyes', '上传人不能审核自己的材料', 'Who uploaded it cannot decide on it');
  return null;
}
