import type { TermKind } from '@taizhang/client/terms';

/** What a colour says in this product; the label always says it too. */
export type Tone = 'neutral' | 'info' | 'progress' | 'waiting' | 'success' | 'danger' | 'muted';

const tones: Partial<Record<TermKind, Record<string, Tone>>> = {
  ActStatus: { RUNNING: 'progress', DONE: 'success', UNDONE: 'muted', FAILED: 'danger' },
  ItemStatus: {
    REGISTERED: 'neutral',
    ASSIGNED: 'neutral',
    PLANNED: 'info',
    IN_PROGRESS: 'progress',
    SUBMITTED: 'waiting',
    LEADER_SIGNED: 'waiting',
    VERIFYING: 'waiting',
    CLOSED: 'success',
    LONG_TERM: 'info',
    REOPENED: 'danger',
    WITHDRAWN: 'muted',
  },
  MeasureStatus: {
    DRAFT: 'neutral',
    APPROVED: 'info',
    IN_PROGRESS: 'progress',
    SUBMITTED: 'waiting',
    ACCEPTED: 'success',
    RETURNED: 'danger',
    CANCELLED: 'muted',
  },
  PlanStatus: { DRAFT: 'neutral', APPROVED: 'success' },
  DocumentStatus: {
    PROPOSED: 'neutral',
    DRAFTING: 'progress',
    CONSULTING: 'progress',
    LEGAL_REVIEW: 'waiting',
    APPROVED: 'info',
    ISSUED: 'success',
    IN_FORCE: 'success',
    UNDER_REVISION: 'progress',
    SUPERSEDED: 'muted',
    REPEALED: 'muted',
  },
  TrainingStatus: {
    PLANNED: 'neutral',
    HELD: 'info',
    RECORDED: 'success',
    VERIFIED: 'success',
    POSTPONED: 'progress',
    CANCELLED: 'muted',
  },
  MechanismStatus: { ACTIVE: 'progress', SUSPENDED: 'waiting', ENDED: 'muted' },
  OccurrenceStatus: { DUE: 'progress', DONE: 'success', MISSED: 'danger', WAIVED: 'muted' },
  RegisterStatus: { ACTIVE: 'success', CLOSED: 'muted' },
  EvidenceStatus: { PENDING: 'waiting', ACCEPTED: 'success', REJECTED: 'danger' },
  ExtensionStatus: { REQUESTED: 'waiting', GRANTED: 'success', REFUSED: 'danger' },
  NoticeChangeKind: {
    CREATED: 'success',
    CHANGED: 'progress',
    UNCHANGED: 'muted',
    MISSING: 'danger',
    REFUSED: 'waiting',
  },
  SupervisionKind: { SUPERVISION: 'danger', REMINDER: 'progress' },
};

export function toneOf(kind: TermKind, value: string): Tone {
  return tones[kind]?.[value] ?? 'neutral';
}
