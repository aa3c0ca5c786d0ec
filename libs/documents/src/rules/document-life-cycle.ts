import { defineLifeCycle } from '@taizhang/access/rules';
import type { Row } from '@taizhang/platform';
import {
  aPersonActs,
  bilingual,
  byRule,
  guard,
  reasonField,
  requiredCountField,
  requiredDayField,
  requiredReasonField,
  type Refusal,
} from '@taizhang/platform/rules';
import type { DocumentPlaces } from './document-rights.ts';
import { DOCUMENT_EVENTS as EVENTS } from './events.ts';
import { issueFields, issueInput } from './issue-fields.ts';

export type DocumentStatus = NonNullable<Row<'InstitutionalDocument'>['status']>;

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

/** Whether a version has its number and its day. */
export const isIssued = ({
  documentNumber,
  issuedOn,
}: Pick<VersionState, 'documentNumber' | 'issuedOn'>): boolean =>
  Boolean(documentNumber && issuedOn);

/** The newest version while it is still a draft. */
export const draftOf = ({ newestVersion }: DocumentState): VersionState | null =>
  newestVersion && !isIssued(newestVersion) ? newestVersion : null;

/** A document by its steps: one whose status nobody said is proposed. */
export interface SteppedDocument extends DocumentState {
  status: DocumentStatus;
}
export const steppedDocument = (document: DocumentState): SteppedDocument => ({
  ...document,
  status: document.status ?? 'PROPOSED',
});

const hasADraft = guard(
  'document-has-draft',
  '请先新增一个有正文或文件的版本',
  'First add a version with its text or file',
  (document: SteppedDocument) => draftOf(document)?.hasContent ?? false,
);
const drafterDoesNotApprove = guard(
  'four-eyes',
  '起草人不能审批自己起草的文件',
  'Who drafted it cannot approve it',
  ({ draftedById, newestVersion }: SteppedDocument, { personId }) =>
    personId !== draftedById && personId !== newestVersion?.authoredById,
);
const itsDayHasCome = guard(
  'effective-day-has-come',
  '还未到施行日期',
  'Its day of taking effect has not come yet',
  ({ newestVersion, today }: SteppedDocument) =>
    !(newestVersion?.effectiveOn && newestVersion.effectiveOn > today),
);
const hasPapers = guard(
  'document-has-papers',
  '请先登记文号、印发日期和文件',
  'First record its number, day of issue and file',
  ({ newestVersion }: SteppedDocument) => newestVersion !== null && isIssued(newestVersion),
);

const reason = reasonField();
const requiredReason = requiredReasonField();
const commentCount = requiredCountField({
  label: bilingual('收到意见条数', 'Comments received'),
  description: '意见条数。Comments received.',
  max: 1_000_000,
});

/** What the hub saw itself is no hearsay any more. */
const seen = () => ({ statusIsReported: false });

const MAKING = { isOpen: true, isBinding: false, hasTakenEffect: false, isEditable: true };
const BINDING = { isBinding: true, hasTakenEffect: true, isEditable: true };
const GONE = { isOpen: false, isBinding: false, hasTakenEffect: true, isEditable: false };

/**
 * The life cycle of a document, by the mutation that takes each step.
 *
 * - `isOpen`: it is being made or revised
 * - `isBinding`: it is to be kept to
 * - `hasTakenEffect`: it is binding, or was
 * - `isEditable`: what is said of it may be put right
 */
export const DOCUMENT_LIFE_CYCLE = defineLifeCycle({
  subject: 'InstitutionalDocument',
  words: bilingual('制度文件', 'Institutional document'),
  places: (document: SteppedDocument) => [document.organizationId, document.responsibleUnitId],
  statuses: {
    PROPOSED: { words: bilingual('拟制定', 'Proposed'), traits: MAKING },
    DRAFTING: { words: bilingual('起草中', 'Drafting'), traits: MAKING },
    CONSULTING: { words: bilingual('征求意见', 'Consulting'), traits: MAKING },
    LEGAL_REVIEW: { words: bilingual('法制审核', 'Legal review'), traits: MAKING },
    APPROVED: { words: bilingual('已审定', 'Approved'), traits: MAKING },
    ISSUED: { words: bilingual('已印发', 'Issued'), traits: MAKING },
    IN_FORCE: { words: bilingual('现行有效', 'In force'), traits: { ...BINDING, isOpen: false } },
    UNDER_REVISION: {
      words: bilingual('修订中', 'Under revision'),
      traits: { ...BINDING, isOpen: true },
    },
    SUPERSEDED: {
      words: bilingual('已被替代', 'Superseded'),
      means: bilingual('由另一文件替代', 'by another'),
      traits: GONE,
    },
    REPEALED: { words: bilingual('已废止', 'Repealed'), traits: GONE },
  },
  born: { DOCUMENT_ADDED: 'PROPOSED', DOCUMENT_IMPORTED: 'PROPOSED' },
  steps: (step) => ({
    startDraftingDocument: step({
      from: ['PROPOSED', 'UNDER_REVISION'],
      to: 'DRAFTING',
      permission: 'document:edit',
      guards: [aPersonActs],
      fields: { reason },
      sets: (_document, _fields, { caller }) => ({
        ...seen(),
        draftedById: caller.personId,
        approvedById: null,
      }),
      event: EVENTS.DOCUMENT_DRAFTING_STARTED,
      words: bilingual('启动起草', 'Start drafting'),
      description:
        '启动起草。PROPOSED, or UNDER_REVISION for its next version → DRAFTING; who drafts never approves.',
    }),
    consultOnDocument: step({
      from: ['DRAFTING'],
      to: 'CONSULTING',
      permission: 'document:edit',
      guards: [hasADraft],
      fields: {
        closesOn: requiredDayField({
          label: bilingual('截止日期', 'Comments until'),
          description: '截止日期。Until when comments are taken.',
        }),
        reason,
      },
      sets: seen,
      event: EVENTS.DOCUMENT_CONSULTATION_OPENED,
      words: bilingual('征求意见', 'Send out for comments'),
      description: '征求意见。Sends the newest version out until a day: DRAFTING → CONSULTING.',
    }),
    redraftDocument: step({
      from: ['CONSULTING'],
      to: 'DRAFTING',
      permission: 'document:edit',
      fields: { commentCount, reason: requiredReason },
      sets: seen,
      event: EVENTS.DOCUMENT_REDRAFTED,
      words: bilingual('修改后重拟', 'Redraft'),
      description: '退回修改。After comments, with a reason: CONSULTING → DRAFTING.',
      isDangerous: true,
    }),
    submitDocumentForLegalReview: step({
      from: ['CONSULTING'],
      to: 'LEGAL_REVIEW',
      permission: 'document:edit',
      fields: { commentCount, reason },
      sets: seen,
      event: EVENTS.DOCUMENT_SUBMITTED_FOR_LEGAL_REVIEW,
      words: bilingual('提交合法性审核', 'Submit for legal review'),
      description: '提交合法性审核。With the number of comments: CONSULTING → LEGAL_REVIEW.',
    }),
    returnDocument: step({
      from: ['LEGAL_REVIEW'],
      to: 'DRAFTING',
      permission: 'document:review',
      fields: { reason: requiredReason },
      sets: seen,
      event: EVENTS.DOCUMENT_RETURNED,
      words: bilingual('审核退回', 'Return to drafting'),
      description: '审核退回。With a reason: LEGAL_REVIEW → DRAFTING.',
      isDangerous: true,
    }),
    approveDocument: step({
      from: ['LEGAL_REVIEW'],
      to: 'APPROVED',
      permission: 'document:approve',
      guards: [aPersonActs, drafterDoesNotApprove],
      fields: { reason },
      sets: (_document, _fields, { caller }) => ({ ...seen(), approvedById: caller.personId }),
      event: EVENTS.DOCUMENT_APPROVED,
      words: bilingual('审议通过', 'Approve'),
      description: '审议通过。By somebody else than who drafted it: LEGAL_REVIEW → APPROVED.',
    }),
    issueInstitutionalDocument: step({
      from: ['APPROVED'],
      to: 'ISSUED',
      permission: 'document:issue',
      fields: { ...issueFields, reason },
      input: issueInput,
      sets: seen,
      event: EVENTS.DOCUMENT_ISSUED,
      words: bilingual('印发', 'Issue'),
      description: '印发。With number, day and file: APPROVED → ISSUED.',
    }),
    confirmReportedDocument: step({
      from: ['PROPOSED', 'DRAFTING', 'CONSULTING', 'LEGAL_REVIEW', 'APPROVED'],
      to: 'ISSUED',
      permission: null,
      fields: {},
      sets: seen,
      event: EVENTS.DOCUMENT_REPORT_CONFIRMED,
      words: bilingual('证实自报状态', 'Confirm what was reported'),
      description:
        '证实自报状态。Number, day and file of a document known by hearsay have come: → ISSUED.',
    }),
    bringDocumentIntoForce: step({
      from: ['ISSUED'],
      to: 'IN_FORCE',
      permission: 'document:issue',
      guards: [hasPapers, itsDayHasCome],
      fields: { reason },
      sets: ({ newestVersion }) => ({ ...seen(), inForceOrdinal: newestVersion!.ordinal }),
      event: EVENTS.DOCUMENT_IN_FORCE,
      words: bilingual('施行', 'Bring into force'),
      description:
        '施行。On its day; the version in force before is superseded: ISSUED → IN_FORCE.',
    }),
    startRevisingDocument: step({
      from: ['IN_FORCE'],
      to: 'UNDER_REVISION',
      permission: 'document:edit',
      fields: { reason: requiredReason },
      sets: seen,
      event: EVENTS.DOCUMENT_REVISION_STARTED,
      words: bilingual('启动修订', 'Start a revision'),
      description: '启动修订。With a reason; it stays binding: IN_FORCE → UNDER_REVISION.',
    }),
    supersedeDocument: step({
      from: ['IN_FORCE', 'UNDER_REVISION'],
      to: 'SUPERSEDED',
      permission: 'document:issue',
      fields: { reason: requiredReason },
      sets: seen,
      event: EVENTS.DOCUMENT_SUPERSEDED,
      words: bilingual('由其他文件替代', 'Supersede'),
      description: '由其他文件替代。With a reason that names it: → SUPERSEDED.',
      isDangerous: true,
    }),
    repealDocument: step({
      from: ['ISSUED', 'IN_FORCE', 'UNDER_REVISION'],
      to: 'REPEALED',
      permission: 'document:approve',
      guards: [aPersonActs],
      fields: { reason: requiredReason },
      sets: seen,
      event: EVENTS.DOCUMENT_REPEALED,
      words: bilingual('废止', 'Repeal'),
      description: '废止。With a reason: → REPEALED.',
      isDangerous: true,
    }),
  }),
});

/** Why nothing more is done with a document in its status, whoever asks; null when it is. */
export const refuseClosedDocument = ({ status }: Pick<DocumentState, 'status'>): Refusal | null =>
  status === null || DOCUMENT_LIFE_CYCLE.is('isEditable', status)
    ? null
    : byRule(
        'document-open',
        '文件已废止或被替代，不能再有整改动作',
        'The document is repealed or superseded: nothing more is done with it',
      );

export type DocumentStepName = (typeof DOCUMENT_LIFE_CYCLE.actions)[number];
