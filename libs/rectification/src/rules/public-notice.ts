import { may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import { requiredKey, requiredLine, requiredText } from '@taizhang/platform/rules';
import { z } from 'zod';
import { byPermission, byRule, type Refusal } from './refusal.ts';
import type { RoundState } from './round-rules.ts';
import { aPersonActs, refuseTableStep, type TableStep } from './table-step.ts';

export const PUBLIC_NOTICE_STATUSES = ['DRAFT', 'PROPOSED', 'RELEASED', 'WITHDRAWN'] as const;
export type PublicNoticeStatus = (typeof PUBLIC_NOTICE_STATUSES)[number];

export const OMISSION_GROUNDS = [
  'STATE_SECRET',
  'UNDISCLOSED_CASE',
  'ADVERSE_PUBLICITY',
  'MASS_PETITION',
  'MAJOR_SENSITIVITY',
] as const;

/** What the rules need to know of a notice. */
export interface PublicNoticeState {
  status: PublicNoticeStatus;
  proposedById: string | null;
  round: RoundState;
}

/** The life cycle of a notice, by the mutation that takes each step. */
export const PUBLIC_NOTICE_STEPS = {
  proposePublicNotice: {
    from: ['DRAFT'],
    to: 'PROPOSED',
    permission: 'notice:prepare',
    event: 'PUBLIC_NOTICE_PROPOSED',
    guards: [aPersonActs],
  },
  returnPublicNotice: {
    from: ['PROPOSED'],
    to: 'DRAFT',
    permission: 'notice:release',
    event: 'PUBLIC_NOTICE_RETURNED',
    needsReason: true,
    guards: [aPersonActs],
  },
  releasePublicNotice: {
    from: ['PROPOSED'],
    to: 'RELEASED',
    permission: 'notice:release',
    event: 'PUBLIC_NOTICE_RELEASED',
    guards: [
      aPersonActs,
      ({ proposedById }: PublicNoticeState, { personId }: Caller) =>
        proposedById === personId
          ? byRule('four-eyes', '提请人不能发布自己提请的通报', 'Who proposed it cannot release it')
          : null,
    ],
  },
  withdrawPublicNotice: {
    from: ['RELEASED'],
    to: 'WITHDRAWN',
    permission: 'notice:release',
    event: 'PUBLIC_NOTICE_WITHDRAWN',
    needsReason: true,
    guards: [aPersonActs],
  },
} as const satisfies Record<string, TableStep<PublicNoticeStatus, PublicNoticeState>>;
export type PublicNoticeAction = keyof typeof PUBLIC_NOTICE_STEPS;
export const PUBLIC_NOTICE_ACTIONS = Object.keys(PUBLIC_NOTICE_STEPS) as PublicNoticeAction[];

/** Why the caller may not take the step now; null when they may. */
export const refusePublicNoticeStep = (
  action: PublicNoticeAction,
  notice: PublicNoticeState,
  caller: Caller,
): Refusal | null =>
  refuseTableStep<PublicNoticeStatus, PublicNoticeState>(
    PUBLIC_NOTICE_STEPS[action],
    notice,
    [notice.round.inspectedOrganizationId],
    caller,
  );

/** What is changed of a notice while it is a draft. */
export const PUBLIC_NOTICE_EDITS = [
  'editPublicNotice',
  'omitFromPublicNotice',
  'readmitToPublicNotice',
] as const;

/** Why the caller may not change the notice or its omissions now; null when they may. */
export function refusePublicNoticeEdit(notice: PublicNoticeState, caller: Caller): Refusal | null {
  if (!may(caller, 'notice:prepare', notice.round.inspectedOrganizationId))
    return byPermission(NO_PERMISSION);
  return notice.status === 'DRAFT'
    ? null
    : byRule('status', '仅草稿可修改', 'Only a draft can be changed');
}

/** 起草通报 */
export const addPublicNoticeInput = z.object({
  roundId: requiredKey,
  title: requiredLine(500),
});

/** 修改通报 */
export const editPublicNoticeInput = z.object({ title: requiredLine(500) });

/** 不予公开 */
export const omitFromPublicNoticeInput = z.object({
  itemId: requiredKey,
  ground: z.enum(OMISSION_GROUNDS),
  note: requiredText(1_000),
});

/** 恢复公开 */
export const readmitToPublicNoticeInput = z.object({ itemId: requiredKey });
