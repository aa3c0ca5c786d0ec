import { defineLifeCycle, may, NO_PERMISSION } from '@taizhang/access/rules';
import type { Caller, Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byPermission,
  byRule,
  guard,
  reasonField,
  requiredKey,
  requiredLine,
  requiredReasonField,
  requiredText,
  toDay,
  type Refusal,
} from '@taizhang/platform/rules';
import { z } from 'zod';
import { RECTIFICATION_EVENTS as EVENTS } from './events.ts';
import type { RoundState } from './round-rules.ts';

export const OMISSION_GROUNDS = [
  'STATE_SECRET',
  'UNDISCLOSED_CASE',
  'ADVERSE_PUBLICITY',
  'MASS_PETITION',
  'MAJOR_SENSITIVITY',
] as const;

/** What the rules need to know of a notice. */
export interface PublicNoticeState {
  status: Row<'PublicNotice'>['status'];
  proposedById: string | null;
  round: RoundState;
}

const proposerDoesNotRelease = guard(
  'four-eyes',
  '提请人不能发布自己提请的通报',
  'Who proposed it cannot release it',
  ({ proposedById }: PublicNoticeState, { personId }) => proposedById !== personId,
);

const remark = reasonField('说明。A remark.');
const requiredReason = requiredReasonField('理由。Why.');

/** The life cycle of a notice, by the mutation that takes each step; `isEditable`: its title and omissions. */
export const PUBLIC_NOTICE_LIFE_CYCLE = defineLifeCycle({
  subject: 'PublicNotice',
  words: bilingual('整改情况通报', 'Public notice'),
  places: ({ round }: PublicNoticeState) => [round.inspectedOrganizationId],
  statuses: {
    DRAFT: {
      words: bilingual('草稿', 'Draft'),
      means: bilingual('起草中', 'being prepared'),
      traits: { isOpen: true, isEditable: true },
    },
    PROPOSED: {
      words: bilingual('已提请', 'Proposed'),
      means: bilingual('已签一次，待另一人', 'signed once; another person decides'),
      traits: { isOpen: true, isEditable: false },
    },
    RELEASED: {
      words: bilingual('已发布', 'Released'),
      means: bilingual('已签两次，不再改动', 'signed twice; it never changes'),
      traits: { isOpen: false, isEditable: false },
    },
    WITHDRAWN: {
      words: bilingual('已撤下', 'Withdrawn'),
      means: bilingual('附理由', 'with a reason'),
      traits: { isOpen: false, isEditable: false },
    },
  },
  born: { PUBLIC_NOTICE_DRAFTED: 'DRAFT' },
  steps: (step) => ({
    proposePublicNotice: step({
      from: ['DRAFT'],
      to: 'PROPOSED',
      permission: 'notice:prepare',
      guards: [aPersonActs],
      fields: { reason: remark },
      sets: (_notice, _fields, { caller, now }) => ({
        proposedById: caller.personId,
        proposedAt: now,
        returnReason: null,
      }),
      event: EVENTS.PUBLIC_NOTICE_PROPOSED,
      words: bilingual('提请发布', 'Propose release'),
      description: '提请发布。The first signature: DRAFT → PROPOSED.',
    }),
    returnPublicNotice: step({
      from: ['PROPOSED'],
      to: 'DRAFT',
      permission: 'notice:release',
      guards: [aPersonActs],
      fields: { reason: requiredReason },
      sets: (_notice, { reason }) => ({
        proposedById: null,
        proposedAt: null,
        returnReason: reason,
      }),
      event: EVENTS.PUBLIC_NOTICE_RETURNED,
      words: bilingual('退回通报', 'Return notice'),
      description: '退回通报。With a reason: PROPOSED → DRAFT.',
      isDangerous: true,
    }),
    releasePublicNotice: step({
      from: ['PROPOSED'],
      to: 'RELEASED',
      permission: 'notice:release',
      guards: [aPersonActs, proposerDoesNotRelease],
      fields: { reason: remark },
      sets: (_notice, _fields, { caller, now, today }) => ({
        releasedById: caller.personId,
        releasedAt: now,
        releasedOn: toDay(today),
      }),
      event: EVENTS.PUBLIC_NOTICE_RELEASED,
      words: bilingual('签发发布', 'Release'),
      description: '发布通报。The second signature, by another person: PROPOSED → RELEASED.',
    }),
    withdrawPublicNotice: step({
      from: ['RELEASED'],
      to: 'WITHDRAWN',
      permission: 'notice:release',
      guards: [aPersonActs],
      fields: { reason: requiredReason },
      sets: (_notice, { reason }) => ({ withdrawReason: reason }),
      event: EVENTS.PUBLIC_NOTICE_WITHDRAWN,
      words: bilingual('撤下通报', 'Withdraw notice'),
      description: '撤下通报。With a reason: RELEASED → WITHDRAWN.',
      isDangerous: true,
    }),
  }),
});

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
  return PUBLIC_NOTICE_LIFE_CYCLE.is('isEditable', notice.status)
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
