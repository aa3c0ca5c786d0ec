import type { Permission } from '@taizhang/access/rules';
import type { Caller } from '@taizhang/platform';
import {
  aPersonActs,
  byRule,
  refuseTableStep,
  type Refusal,
  type TableStep,
} from '@taizhang/rectification/rules';
import type { DocumentPlaces } from './document-rights.ts';

export const DOCUMENT_STATUSES = [
  'PROPOSED',
  'DRAFTING',
  'CONSULTING',
  'LEGAL_REVIEW',
  'APPROVED',
  'ISSUED',
  'IN_FORCE',
  'UNDER_REVISION',
  'SUPERSEDED',
  'REPEALED',
] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** What the rules need to know of a version. */
export interface VersionState {
  ordinal: number;
  documentNumber: string | null;
  issuedOn: string | null;
  effectiveOn: string | null;
  hasContent: boolean;
  authoredById: string | null;
}

/** What the rules need to know of a document. */
export interface DocumentState extends DocumentPlaces {
  /** Null when nobody said: the steps treat it as proposed. */
  status: DocumentStatus | null;
  statusIsReported: boolean;
  draftedById: string | null;
  inForceOrdinal: number | null;
  /** Null while it has none. */
  newestVersion: VersionState | null;
  /** The hub's day in China. */
  today: string;
}

type Judged = DocumentState & { status: DocumentStatus };
type DocumentStep = TableStep<DocumentStatus, Judged> & { permission: Permission };

/** Whether a version has its number and its day. */
export const isIssued = ({
  documentNumber,
  issuedOn,
}: Pick<VersionState, 'documentNumber' | 'issuedOn'>): boolean =>
  Boolean(documentNumber && issuedOn);

/** The newest version while it is still a draft. */
export const draftOf = ({ newestVersion }: DocumentState): VersionState | null =>
  newestVersion && !isIssued(newestVersion) ? newestVersion : null;

const hasADraft = (document: Judged): Refusal | null =>
  draftOf(document)?.hasContent
    ? null
    : byRule(
        'document-has-draft',
        '请先新增一个有正文或文件的版本',
        'First add a version with its text or file',
      );

const drafterDoesNotApprove = (document: Judged, { personId }: Caller): Refusal | null =>
  personId === document.draftedById || personId === document.newestVersion?.authoredById
    ? byRule('four-eyes', '起草人不能审批自己起草的文件', 'Who drafted it cannot approve it')
    : null;

const itsDayHasCome = ({ newestVersion, today }: Judged): Refusal | null =>
  newestVersion?.effectiveOn && newestVersion.effectiveOn > today
    ? byRule(
        'effective-day-has-come',
        '还未到施行日期',
        'Its day of taking effect has not come yet',
      )
    : null;

const hasPapers = ({ newestVersion }: Judged): Refusal | null =>
  newestVersion && isIssued(newestVersion)
    ? null
    : byRule(
        'document-has-papers',
        '请先登记文号、印发日期和文件',
        'First record its number, day of issue and file',
      );

/** The life cycle of a document: every step there is, by the mutation that takes it. */
export const DOCUMENT_STEPS = {
  startDraftingDocument: {
    from: ['PROPOSED', 'UNDER_REVISION'],
    to: 'DRAFTING',
    permission: 'document:edit',
    event: 'DOCUMENT_DRAFTING_STARTED',
    guards: [aPersonActs],
  },
  consultOnDocument: {
    from: ['DRAFTING'],
    to: 'CONSULTING',
    permission: 'document:edit',
    event: 'DOCUMENT_CONSULTATION_OPENED',
    guards: [hasADraft],
  },
  redraftDocument: {
    from: ['CONSULTING'],
    to: 'DRAFTING',
    permission: 'document:edit',
    event: 'DOCUMENT_REDRAFTED',
    needsReason: true,
  },
  submitDocumentForLegalReview: {
    from: ['CONSULTING'],
    to: 'LEGAL_REVIEW',
    permission: 'document:edit',
    event: 'DOCUMENT_SUBMITTED_FOR_LEGAL_REVIEW',
  },
  returnDocument: {
    from: ['LEGAL_REVIEW'],
    to: 'DRAFTING',
    permission: 'document:review',
    event: 'DOCUMENT_RETURNED',
    needsReason: true,
  },
  approveDocument: {
    from: ['LEGAL_REVIEW'],
    to: 'APPROVED',
    permission: 'document:approve',
    event: 'DOCUMENT_APPROVED',
    guards: [aPersonActs, drafterDoesNotApprove],
  },
  issueInstitutionalDocument: {
    from: ['APPROVED'],
    to: 'ISSUED',
    permission: 'document:issue',
    event: 'DOCUMENT_ISSUED',
  },
  bringDocumentIntoForce: {
    from: ['ISSUED'],
    to: 'IN_FORCE',
    permission: 'document:issue',
    event: 'DOCUMENT_IN_FORCE',
    guards: [hasPapers, itsDayHasCome],
  },
  startRevisingDocument: {
    from: ['IN_FORCE'],
    to: 'UNDER_REVISION',
    permission: 'document:edit',
    event: 'DOCUMENT_REVISION_STARTED',
    needsReason: true,
  },
  supersedeDocument: {
    from: ['IN_FORCE', 'UNDER_REVISION'],
    to: 'SUPERSEDED',
    permission: 'document:issue',
    event: 'DOCUMENT_SUPERSEDED',
    needsReason: true,
  },
  repealDocument: {
    from: ['ISSUED', 'IN_FORCE', 'UNDER_REVISION'],
    to: 'REPEALED',
    permission: 'document:approve',
    event: 'DOCUMENT_REPEALED',
    needsReason: true,
    guards: [aPersonActs],
  },
} as const satisfies Record<string, DocumentStep>;
export type DocumentStepName = keyof typeof DOCUMENT_STEPS;
export const DOCUMENT_STEP_NAMES = Object.keys(DOCUMENT_STEPS) as DocumentStepName[];

/** Why nothing more is done with a document in its status, whoever asks; null when it is. */
export const refuseClosedDocument = ({ status }: Pick<DocumentState, 'status'>): Refusal | null =>
  status === 'REPEALED' || status === 'SUPERSEDED'
    ? byRule(
        'document-open',
        '文件已废止或被替代，不能再有整改动作',
        'The document is repealed or superseded: nothing more is done with it',
      )
    : null;

/** Why the caller may not take a step now; null when they may. */
export function refuseDocumentStep(
  name: DocumentStepName,
  document: DocumentState,
  caller: Caller,
): Refusal | null {
  const judged: Judged = { ...document, status: document.status ?? 'PROPOSED' };
  const places = [document.organizationId, document.responsibleUnitId];
  return refuseTableStep<DocumentStatus, Judged>(DOCUMENT_STEPS[name], judged, places, caller);
}
